import { ArgsType, Field, ID } from 'type-graphql';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';

@ArgsType()
export class AuditTrailArgs extends PageArgs {
  @Field(() => String, {
    description: 'Whose trail, by code: MA-03, MA-FES; MA for what is the nation’s own, such as national bodies.',
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
