import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { AgeBand, ArtisanKind, RegisterState, Sex } from '../artisans/artisan.rules.ts';
import { BodyLevel } from '../committees/committee.rules.ts';
import { BodyClassCode, ProfessionCode } from '../professions/profession.type.ts';
import { TerritoryCode } from '../territory/territory.type.ts';
import { asciiDigits } from '../../platform/lib/texts.ts';

export const Dimension = {
  LEVEL: 'LEVEL',
  REGION: 'REGION',
  PROVINCE: 'PROVINCE',
  BODY_CLASS: 'BODY_CLASS',
  SECTOR: 'SECTOR',
  PROFESSION: 'PROFESSION',
  KIND: 'KIND',
  SEX: 'SEX',
  AGE_BAND: 'AGE_BAND',
  REGISTER_STATE: 'REGISTER_STATE',
} as const;
export type Dimension = keyof typeof Dimension;
registerEnumType(Dimension, {
  name: 'Dimension',
  description: 'A way to cut the figures.',
  valuesConfig: {
    LEVEL: { description: 'By the level of bodies. Counts of people do not apply to it.' },
    REGION: { description: 'One cell for each region.' },
    PROVINCE: { description: 'By province or prefecture.' },
    BODY_CLASS: { description: 'By body class; people of professions without a class are one group of their own.' },
    SECTOR: { description: 'By sector. Counts of bodies do not apply to it.' },
    PROFESSION: { description: 'By profession. Counts of bodies do not apply to it.' },
    KIND: { description: 'By kind of registrant. Counts of bodies do not apply to it.' },
    SEX: { description: 'By sex. Counts of bodies do not apply to it.' },
    AGE_BAND: { description: 'By age band. Counts of bodies do not apply to it.' },
    REGISTER_STATE: { description: 'By state of the register. Counts of bodies do not apply to it.' },
  },
});

@ArgsType()
@InputType()
export class RepresentationCut {
  @Field(() => BodyClassCode, { nullable: true, description: 'Only one body class, by its code.' })
  bodyClass?: string | null;

  @Field(() => String, { nullable: true, description: 'Only one sector, by its code, such as TEX.' })
  sector?: string | null;

  @Field(() => ProfessionCode, { nullable: true, description: 'Only one profession, by its code.' })
  profession?: string | null;

  @Field(() => BodyLevel, {
    nullable: true,
    description:
      'Which bodies, committees, seats and delegates are counted, and at which level people are represented: PROVINCIAL unless given, so that provinces add up to their region and regions to the nation.',
  })
  level?: BodyLevel | null;

  @Field(() => ArtisanKind, { nullable: true, description: 'Only one kind of registrant.' })
  kind?: ArtisanKind | null;

  @Field(() => Sex, { nullable: true, description: 'Only women or only men.' })
  sex?: Sex | null;

  @Field(() => AgeBand, { nullable: true, description: 'Only one age band.' })
  ageBand?: AgeBand | null;

  @Field(() => RegisterState, { nullable: true, description: 'Only one state of the register.' })
  registerState?: RegisterState | null;
}

@InputType({ description: 'Which part of the figures; everything unless given.' })
export class RepresentationFilter extends RepresentationCut {
  @Field(() => TerritoryCode, { nullable: true, description: 'Only one territory, by its code: MA-03, MA-FES.' })
  territory?: string | null;
}

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
