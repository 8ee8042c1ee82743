import { Field, Float, ObjectType } from 'type-graphql';
import { LocalizedName } from '../../platform/graphql/localized-name.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { BodyLevel } from '../committees/committee.rules.ts';
import { Mark } from '../professions/profession.rules.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A threshold of the roll-out as dated data. The model statutes were not found, so most are assumed.',
})
export class Rule {
  @Field(() => String, { description: 'What it governs, such as COMMITTEE_MEMBERS.' })
  code!: string;

  @Field(() => BodyLevel, { description: 'The level of bodies that it governs.' })
  level!: BodyLevel;

  @Field(() => Float, { description: 'The threshold: a count, a share from 0 to 1, days or years, as the name says.' })
  value!: number;

  @Field(() => LocalizedName, { description: 'The rule in words.' })
  name!: LocalizedName;

  @Field(() => LocalDate, { description: 'From when it holds.' })
  validFrom!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Until when; null while it holds.' })
  validTo!: string | null;

  @Field(() => Mark, { description: 'Reported or assumed.' })
  mark!: Mark;

  @Field(() => String, { description: 'Where it comes from.' })
  source!: string;
}
