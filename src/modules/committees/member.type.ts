import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { MemberCapacity } from './committee.rules.ts';

registerEnumType(MemberCapacity, {
  name: 'MemberCapacity',
  description: 'In what capacity somebody sits in a preparatory committee.',
  valuesConfig: {
    ARTISAN: { description: 'An artisan of the class.' },
    ASSOCIATION: { description: 'For a professional association of artisans.' },
    AMIN: { description: 'أمين الحرفة: the head of a craft (law 02.82).' },
    CHAMBER: { description: 'For the chamber of crafts of the region (law 18.09).' },
    ADMINISTRATION: { description: 'For the directorate of crafts or another administration.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'Somebody who sits in a preparatory committee. Seen with the records grant.',
})
export class CommitteeMember extends Node {
  @Field(() => MemberCapacity, { description: 'In what capacity.' })
  capacity!: MemberCapacity;

  @Field(() => Boolean, { description: 'Whether this member chairs the committee.' })
  chair!: boolean;

  @Field(() => String, { description: 'The name in Arabic: given name, then family name.' })
  nameAr!: string;

  @Field(() => String, { description: 'The name in Latin letters.' })
  nameLatin!: string;

  @Field(() => LocalDate, { description: 'Since when a member.' })
  joinedOn!: string;

  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  regionId!: number;
  provinceId!: number | null;
  committeeId!: number;
  artisanId!: number | null;
}

export const CommitteeMemberConnection = connectionOf(() => CommitteeMember, 'CommitteeMember');
