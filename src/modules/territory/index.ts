export {
  levelAt,
  provinceByCode,
  provinceOf,
  regionOf,
  territoryByCode,
  territoryOf,
  territoryOfRow,
  territorySource,
} from './territory.reads.ts';
export { Institution, Province, Region, Territory } from './territory.type.ts';
