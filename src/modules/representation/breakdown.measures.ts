import { asciiDigits } from '../../platform/lib/texts.ts';
import type { Dimension, RepresentationFilter } from './representation.args.ts';

/** The most cells that one breakdown may have: every profession in every province, and some more. */
export const MOST_CELLS = 15_000;

/**
 * How many values each dimension has. Bodies of a region are of no province, and those of the nation of no region either; people
 * may have no class, and organisations have neither sex nor age.
 */
const VALUES: Readonly<Record<Dimension, number>> = {
  LEVEL: 3,
  REGION: 13,
  PROVINCE: 88,
  BODY_CLASS: 16,
  SECTOR: 13,
  PROFESSION: 172,
  KIND: 4,
  SEX: 3,
  AGE_BAND: 7,
  REGISTER_STATE: 4,
};

/** A coarser dimension that follows from a finer one: it makes no more cells. */
const IMPLIED: Partial<Record<Dimension, Dimension>> = {
  REGION: 'PROVINCE',
  SECTOR: 'PROFESSION',
  BODY_CLASS: 'PROFESSION',
};

const LARGEST = { provincesOfRegion: 10, professionsOfSector: 27, professionsOfClass: 21 };
const REGION_CODE = /^(MA-)?(0[1-9]|1[0-2])$/;

type Left = Partial<Record<Dimension, number>>;

function placesLeft({ territory }: RepresentationFilter): Left {
  if (territory == null || territory === 'MA') return {};
  return { REGION: 1, PROVINCE: REGION_CODE.test(asciiDigits(territory)) ? LARGEST.provincesOfRegion : 1 };
}

function craftsLeft({ sector, profession, bodyClass }: RepresentationFilter): Left {
  return {
    ...(bodyClass ? { BODY_CLASS: 1, PROFESSION: LARGEST.professionsOfClass } : {}),
    ...(sector ? { SECTOR: 1, PROFESSION: LARGEST.professionsOfSector } : {}),
    ...(profession ? { PROFESSION: 1, SECTOR: 1, BODY_CLASS: 1 } : {}),
  };
}

function othersLeft({ level, kind, sex, ageBand, registerState }: RepresentationFilter): Left {
  return {
    ...(level ? { LEVEL: 1 } : {}),
    ...(kind ? { KIND: 1 } : {}),
    ...(sex ? { SEX: 1 } : {}),
    ...(ageBand ? { AGE_BAND: 1 } : {}),
    ...(registerState ? { REGISTER_STATE: 1 } : {}),
  };
}

/** The most cells that a breakdown can have: the product of the values of its dimensions, within the bound. */
export function cellsOfBreakdown({ by, filter }: Readonly<Record<string, unknown>>): number {
  const dimensions = (Array.isArray(by) ? by : Object.keys(VALUES)) as Dimension[];
  const given: RepresentationFilter = filter ?? {};
  const left = { ...placesLeft(given), ...craftsLeft(given), ...othersLeft(given) };
  const counted = dimensions.filter((name) => {
    const finer = IMPLIED[name];
    return finer === undefined || !dimensions.includes(finer);
  });
  const cells = counted.reduce((product, name) => product * (left[name] ?? VALUES[name]), 1);
  return Math.min(cells, MOST_CELLS);
}
