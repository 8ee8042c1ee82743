import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'An officer who entered many national identity numbers on one day that were in the register already: perhaps people who apply twice, perhaps an officer who tries numbers. What was entered is in the audit log of the territory.',
})
export class IdentityAlert {
  regionId!: number;

  @Field(() => String, { description: 'The officer: the subject of the token, for the "actor" of auditTrail.' })
  subject!: string;

  @Field(() => LocalDate, { description: 'The day of the checks, such as 2026-03-14.' })
  day!: string;

  @Field(() => Int, { description: 'How many numbers were in the register already.' })
  hits!: number;

  @Field(() => Int, { description: 'How many numbers of existing entries the officer changed on that day.' })
  changes!: number;
}

export const IdentityAlertConnection = connectionOf(() => IdentityAlert, 'IdentityAlert');
