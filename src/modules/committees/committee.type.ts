import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { BodyLevel, CommitteeState } from './committee.rules.ts';

registerEnumType(BodyLevel, {
  name: 'BodyLevel',
  description: 'The levels of craft bodies, each resting on the one below it.',
  valuesConfig: {
    PROVINCIAL: { description: 'محلية: for one province or prefecture.' },
    REGIONAL: { description: 'جهوية: for one region, resting on its provincial bodies.' },
    NATIONAL: { description: 'وطنية: for the kingdom, resting on the regional bodies.' },
  },
});
registerEnumType(CommitteeState, {
  name: 'CommitteeState',
  description: 'Where a preparatory committee stands; the states are of this project.',
  valuesConfig: {
    PLANNED: { description: 'Planned by the programme, not yet formed.' },
    FORMED: { description: 'Its members are named; it prepares the founding assembly.' },
    STATUTES_DRAFTED: { description: 'It has drafted the statutes that the assembly will adopt.' },
    DISCHARGED: { description: 'The body is founded and its work is done.' },
    FAILED: { description: 'Its mandate ended without a body founded.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A preparatory committee (لجنة تحضيرية): it prepares the founding assembly of one body (law 50.17, art. 11). Seen with the records grant.',
})
export class Committee extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => BodyLevel, { description: 'The level of the body that it prepares.' })
  level!: BodyLevel;

  @Field(() => CommitteeState, { description: 'Where it stands.' })
  state!: CommitteeState;

  @Field(() => LocalDate, { nullable: true, description: 'When it is to be formed; null where no day is set.' })
  plannedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it was formed.' })
  formedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it finished the draft of the statutes.' })
  statutesDraftedOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many members adopted the draft; null where not told.' })
  present!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day of its mandate; null where none is set.' })
  mandateEndsOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it was discharged, its body being founded.' })
  dischargedOn!: string | null;

  regionId!: number;
  provinceId!: number | null;
  bodyClassId!: number;
}

export const CommitteeConnection = connectionOf(() => Committee, 'Committee');
