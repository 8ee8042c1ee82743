import { Field, Float, InputType } from 'type-graphql';
import { BodyLevel } from '../committees/committee.rules.ts';
import { BodyClassCode } from '../professions/profession.type.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

@InputType({ description: 'A threshold as it might be.' })
export class ThresholdInput {
  @Field(() => String, {
    description: 'The rule by its code, such as ELIGIBLE_REGISTRANTS: see the query "rules"; NO_SUCH_RULE otherwise.',
  })
  code!: string;

  @Field(() => Float, {
    description:
      'The value that it would have: a share from 0 to 1 or a whole number, within the bounds of changeRule.',
  })
  value!: number;

  @Field(() => BodyLevel, {
    nullable: true,
    description: 'The level whose rule it is; that of the bodies unless stated.',
  })
  level?: BodyLevel | null;
}

@InputType({ description: 'Which bodies to judge, and what would be other than it is.' })
export class ReadinessSimulationInput {
  @Field(() => BodyLevel, { description: 'The level of the bodies.' })
  level!: BodyLevel;

  @Field(() => BodyClassCode, { description: 'Their class by its code, such as VEHICLE_REPAIR.' })
  bodyClass!: string;

  @Field(() => TerritoryCode, {
    nullable: true,
    description: 'Their territory; every territory that the viewer may read unless given.',
  })
  territory?: string | null;

  @Field(() => [ThresholdInput], { nullable: true, description: 'Other thresholds; the rest hold as they are.' })
  thresholds?: ThresholdInput[] | null;

  @Field(() => [[TerritoryCode]], {
    nullable: true,
    description:
      'Groups of provinces of one region, by code, that would be one; a province stands in one group only (NOT_MERGEABLE, MERGED_TWICE otherwise).',
  })
  mergedProvinces?: string[][] | null;
}
