import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AgeBand, ArtisanKind, RegisterState, Sex } from '../artisans/artisan.rules.ts';
import { BodyLevel } from '../committees/committee.rules.ts';
import { BodyClass, Profession, Sector } from '../professions/profession.type.ts';
import { Province, Region } from '../territory/territory.type.ts';
import { FigureStatus } from '../figures/disclosure.rules.ts';
import type { BodySums, PeopleSums } from '../figures/measure.reads.ts';
import type { Cut, Keys } from './representation.statements.ts';

registerEnumType(FigureStatus, {
  name: 'FigureStatus',
  description: 'Why a figure has or lacks a value.',
  valuesConfig: {
    KNOWN: { description: 'The value is given.' },
    SUPPRESSED: {
      description: 'Withheld: a count of 1 to 4 people, of whom the viewer may not see the records (law 09-08).',
    },
    UNKNOWN: { description: 'Not known: nothing is published, or the denominator is zero.' },
    NOT_APPLICABLE: { description: 'The cut does not apply to this measure, such as bodies by sex.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A count, or why there is none.' })
export class Count {
  @Field(() => Int, { nullable: true, description: 'The count; null unless the status is KNOWN.' })
  value!: number | null;

  @Field(() => FigureStatus, { description: 'Why the value is there or is not.' })
  status!: FigureStatus;
}

@ObjectType({ simpleResolvers: true, description: 'A ratio of two sums, never a mean of ratios.' })
export class Rate {
  @Field(() => Float, {
    nullable: true,
    description: 'Numerator divided by denominator, 1 for 100 %; null unless KNOWN.',
  })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'The numerator; null where it is withheld or unknown.' })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: 'The denominator; null where it is withheld or unknown.' })
  denominator!: number | null;

  @Field(() => FigureStatus, { description: 'Why the value is there or is not.' })
  status!: FigureStatus;
}

/** The sums of a place or a cell, and what is needed to derive the rest. */
@ObjectType({
  description:
    'The figures of a territory or of a cell: counts that add up exactly from province to region to nation in one snapshot, and rates of them. Needs the figures grant.',
})
export class Representation {
  readonly cut: Cut;
  readonly keys: Keys;
  readonly people: PeopleSums | null;
  readonly bodies: BodySums | null;
  /** Whether the viewer may see the people who are counted. */
  readonly seesPeople: boolean;

  constructor({ cut, keys, people, bodies, seesPeople }: Representation) {
    this.cut = cut;
    this.keys = keys;
    this.people = people;
    this.bodies = bodies;
    this.seesPeople = seesPeople;
  }
}

// The words of the API stand in the tables too; 'NONE' is the key of those who have none.
const named = (word: string | undefined): never | null =>
  word === undefined || word === 'NONE' ? null : (word as never);

@ObjectType({
  simpleResolvers: true,
  description: 'One cell of a breakdown: the values of its dimensions and its figures.',
})
export class RepresentationCell {
  constructor(readonly figures: Representation) {
    const { level, kind, sex, ageBand, registerState } = figures.keys;
    this.level = named(level);
    this.kind = named(kind);
    this.sex = named(sex);
    this.ageBand = named(ageBand);
    this.registerState = named(registerState);
  }

  @Field(() => BodyLevel, { nullable: true, description: 'Its level; null unless asked for by LEVEL.' })
  level?: BodyLevel | null;

  @Field(() => Region, {
    nullable: true,
    description: 'Its region; null unless asked for, and for the nation’s own rows.',
  })
  region?: Region | null;

  @Field(() => Province, {
    nullable: true,
    description: 'Its province; null unless asked for, and for rows of a whole region.',
  })
  province?: Province | null;

  @Field(() => BodyClass, { nullable: true, description: 'Its body class; null unless asked for, and for none.' })
  bodyClass?: BodyClass | null;

  @Field(() => Sector, { nullable: true, description: 'Its sector; null unless asked for.' })
  sector?: Sector | null;

  @Field(() => Profession, { nullable: true, description: 'Its profession; null unless asked for.' })
  profession?: Profession | null;

  @Field(() => ArtisanKind, { nullable: true, description: 'Its kind of registrant; null unless asked for.' })
  kind?: ArtisanKind | null;

  @Field(() => Sex, {
    nullable: true,
    description: 'Its sex; null unless asked for, and for cooperatives and enterprises.',
  })
  sex?: Sex | null;

  @Field(() => AgeBand, { nullable: true, description: 'Its age band; null as for the sex.' })
  ageBand?: AgeBand | null;

  @Field(() => RegisterState, { nullable: true, description: 'Its state of the register; null unless asked for.' })
  registerState?: RegisterState | null;
}
