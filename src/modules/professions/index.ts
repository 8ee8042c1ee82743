export {
  bodyClassByCode,
  bodyClassOf,
  nomenclatureOf,
  nomenclatureSource,
  professionByCode,
  professionOf,
  sectorByCode,
  waveOf,
} from './profession.reads.ts';
export { Mark } from './profession.rules.ts';
export { BodyClass, Profession, Sector, Wave } from './profession.type.ts';
