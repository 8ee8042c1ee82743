import { Field, Float, Int, ObjectType } from 'type-graphql';
import { LocalizedName } from '../../platform/graphql/localized-name.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { BodyLevel } from '../committees/committee.rules.ts';
import { SourceStatus } from '../professions/profession.rules.ts';

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

  @Field(() => SourceStatus, { description: 'Whether the value is reported by a source or assumed.' })
  sourceStatus!: SourceStatus;

  @Field(() => String, { description: 'Where it comes from.' })
  source!: string;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'An office of a board (منصب في المكتب), such as president.',
})
export class Office extends Node {
  @Field(() => String, { description: 'A code of this project, such as PRESIDENT.' })
  code!: string;

  @Field(() => LocalizedName, { description: 'The name in Arabic, French and English.' })
  name!: LocalizedName;

  @Field(() => Int, { description: 'How many seats of a board have it.' })
  seats!: number;

  officeId!: number;
}
