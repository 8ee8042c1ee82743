import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { Role } from '../../platform/auth/roles.ts';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

@ArgsType()
export class AuditTrailArgs extends PageArgs {
  @Field(() => TerritoryCode, {
    description: 'Whose audit log, by code: MA-03, MA-FES; MA for what is the nation’s own, such as national bodies.',
  })
  territory!: string;

  @Field(() => ID, { nullable: true, description: 'The history of one thing, by its id.' })
  entityId?: string | null;

  @Field(() => String, { nullable: true, description: 'What one person did, by the subject of the token.' })
  actor?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'The earliest moment, such as 2026-01-31T08:00:00Z.' })
  since?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The moment before which it happened.' })
  until?: Date | null;
}

@ObjectType({
  description:
    'One change of one thing, or one read of identities. Never changed and never removed; each is tied to the one before it in its region by its hash.',
})
export class AuditEntry {
  regionId!: number;
  provinceId!: number | null;
  entityId!: number | null;

  @Field(() => Int, { description: 'Its number in the chain of its region, from 1 and without a hole.' })
  seq!: number;

  @Field(() => DateTime, { description: 'When it was written.' })
  at!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Who did it: the subject of the token; null where a change in another region brought it about.',
  })
  subject!: string | null;

  @Field(() => Role, { nullable: true, description: 'The role in which it was done; null where the subject is.' })
  role!: Role | null;

  @Field(() => String, {
    description: 'The mutation that did it; READ_IDENTITY where sensitive values were read and nothing changed.',
  })
  action!: string;

  @Field(() => String, { description: 'The type of the thing, such as Artisan.' })
  entityType!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the thing after the change; null for a read.' })
  version!: number | null;

  // Answered by the resolver, which notes what they show; here for the row to have them.
  before!: Readonly<Record<string, unknown>> | null;
  after!: Readonly<Record<string, unknown>> | null;

  @Field(() => String, {
    description:
      'The id of the request, as in the header x-request-id of its answer; for a change that came from another region an id made by the server, which the client of that region does not choose.',
  })
  requestId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the region whose change brought this about, such as MA-01; null where it is this one.',
  })
  causedBy!: string | null;

  @Field(() => String, {
    description:
      'SHA-256 over the hash before it and all its fields, hexadecimal. Note one down: it stays in the chain.',
  })
  hash!: string;
}

export const AuditEntryConnection = connectionOf(() => AuditEntry, 'AuditEntry');
