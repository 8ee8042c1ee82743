import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { AgeBand, ArtisanKind, RegisterState, Sex } from '../artisans/artisan.rules.ts';
import { BodyLevel } from '../committees/committee.rules.ts';
import { BodyClassCode, ProfessionCode } from '../professions/profession.type.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

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
      'Which bodies, committees, seats and delegates are counted: PROVINCIAL unless given, so that provinces add up to their region and regions to the nation.',
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
