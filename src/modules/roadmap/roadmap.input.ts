import { Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput, CreateInput } from '../../platform/graphql/mutation.input.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { PhaseKind } from './roadmap.rules.ts';
import { BodyClassCode } from '../professions/profession.type.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

const PHASE = 'The id of the phase.';
const MILESTONE = 'The id of the milestone.';
const WHEN = 'When; today unless stated.';

@InputType({ description: 'A phase of the roll-out in a region or the nation.' })
export class PlanPhaseInput extends CreateInput {
  @Field(() => TerritoryCode, { description: 'The region by its code, such as MA-03; MA for the nation.' })
  territory!: string;

  @Field(() => PhaseKind, { description: 'The phase of the roll-out, such as AWARENESS.' })
  kind!: PhaseKind;

  @Field(() => Int, { description: 'The wave by its number.' })
  wave!: number;

  @Field(() => LocalDate, { description: 'Its first day, as planned.' })
  plannedFrom!: string;

  @Field(() => LocalDate, { description: 'Its last day, as planned.' })
  plannedTo!: string;
}

@InputType({ description: 'Other planned days of a phase.' })
export class ReplanPhaseInput extends ChangeInput {
  @Field(() => ID, { description: PHASE })
  phaseId!: string;

  @Field(() => LocalDate, { description: 'Its first day, as planned.' })
  plannedFrom!: string;

  @Field(() => LocalDate, { description: 'Its last day, as planned.' })
  plannedTo!: string;
}

@InputType()
export abstract class PhaseStepInput extends ChangeInput {
  @Field(() => ID, { description: PHASE })
  phaseId!: string;

  @Field(() => LocalDate, { nullable: true, description: WHEN })
  effectiveOn?: string | null;
}

@InputType({ description: 'The beginning of a phase.' })
export class StartPhaseInput extends PhaseStepInput {}

@InputType({ description: 'The end of a phase that is under way.' })
export class FinishPhaseInput extends PhaseStepInput {}

@InputType({ description: 'A milestone of a phase.' })
export class PlanMilestoneInput extends CreateInput {
  @Field(() => ID, { description: PHASE })
  phaseId!: string;

  @Field(() => TerritoryCode, {
    nullable: true,
    description: 'The province by its code; the whole region unless stated.',
  })
  province?: string | null;

  @Field(() => BodyClassCode, { nullable: true, description: 'The body class by its code; all classes unless stated.' })
  bodyClass?: string | null;

  @Field(() => String, { description: 'Its name in Arabic.' })
  nameAr!: string;

  @Field(() => String, { description: 'Its name in French.' })
  nameFr!: string;

  @Field(() => String, { nullable: true, description: 'Its name in English; the French one unless stated.' })
  nameEn?: string | null;

  @Field(() => LocalDate, { description: 'When it is to be reached.' })
  plannedOn!: string;
}

@InputType({ description: 'Another planned day of a milestone.' })
export class ReplanMilestoneInput extends ChangeInput {
  @Field(() => ID, { description: MILESTONE })
  milestoneId!: string;

  @Field(() => LocalDate, { description: 'When it is to be reached.' })
  plannedOn!: string;
}

@InputType({ description: 'A milestone that is reached.' })
export class ReachMilestoneInput extends ChangeInput {
  @Field(() => ID, { description: MILESTONE })
  milestoneId!: string;

  @Field(() => LocalDate, { nullable: true, description: WHEN })
  effectiveOn?: string | null;
}
