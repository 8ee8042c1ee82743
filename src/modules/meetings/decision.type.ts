import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'What a meeting decided. Seen with the records grant.',
})
export class MeetingDecision extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => String, { description: 'What was decided, in Arabic.' })
  textAr!: string;

  @Field(() => String, { description: 'What was decided, in French.' })
  textFr!: string;

  @Field(() => String, { description: 'Who is to do it.' })
  owner!: string;

  @Field(() => LocalDate, { description: 'By when.' })
  dueOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When it was carried out; null before.' })
  doneOn!: string | null;

  regionId!: number;
  provinceId!: number | null;
  meetingId!: number;
}
