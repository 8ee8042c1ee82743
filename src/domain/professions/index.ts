export {
  bodyClassByCode,
  bodyClassOf,
  nomenclatureOf,
  nomenclatureSource,
  professionByCode,
  professionOf,
  sectorByCode,
} from './profession.reads.ts';
export { Mark } from './profession.rules.ts';
export { BodyClass, Profession, Sector } from './profession.type.ts';
