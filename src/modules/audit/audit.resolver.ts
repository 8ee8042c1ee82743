import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { JsonObject } from '../../platform/graphql/scalars.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { IDENTITY_FIELDS } from '../artisans/artisan.reads.ts';
import { Territory } from '../territory/territory.type.ts';
import { territoryOfRow } from '../territory/territory.reads.ts';
import { AuditTrailArgs, AuditEntry, AuditEntryConnection } from './audit.type.ts';
import { trailOf } from './audit.reads.ts';

const SHOWN = 'Identities in it are noted as read.';
type Fields = Readonly<Record<string, unknown>>;

/** What an entry shows of a thing; a read of identities through the audit log is a read of identities. */
function shown(entry: AuditEntry, fields: Fields | null, { scope }: Context): Fields | null {
  const { entityType: type, entityId: id, regionId, provinceId } = entry;
  for (const field of IDENTITY_FIELDS) {
    if (id === null || fields?.[field] == null) continue;
    scope.disclosures.add({ type, id, regionId, provinceId, field });
  }
  return fields;
}

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @Query(() => AuditEntryConnection, {
    nullable: true,
    description:
      'Who did what in a territory, newest first. Needs the capture grant there, for it shows identities; officers of a province see what concerns their province. UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  auditTrail(@Args(() => AuditTrailArgs) args: AuditTrailArgs, @Ctx() { scope }: Context) {
    return new AuditEntryConnection(trailOf(scope, args));
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The id of the thing, for "node"; null for a read of several.',
  })
  entityId(@Root() { entityType, entityId }: AuditEntry): string | null {
    return entityId === null ? null : globalId(entityType, entityId);
  }

  @FieldResolver(() => Territory, { description: 'The province, the region or the nation of the thing.' })
  territory(@Root() entry: AuditEntry, @Ctx() { scope }: Context): Territory {
    return territoryOfRow(scope, entry);
  }

  @ReadsDatabase()
  @FieldResolver(() => JsonObject, {
    nullable: true,
    description: `The fields that changed, as they were; null for a thing that was new. ${SHOWN}`,
  })
  before(@Root() entry: AuditEntry, @Ctx() context: Context): Fields | null {
    return shown(entry, entry.before, context);
  }

  @ReadsDatabase()
  @FieldResolver(() => JsonObject, {
    nullable: true,
    description: `The fields that changed, as they became; null for a thing that is gone; for a read, the numbers of the things by field. ${SHOWN}`,
  })
  after(@Root() entry: AuditEntry, @Ctx() context: Context): Fields | null {
    return shown(entry, entry.after, context);
  }
}
