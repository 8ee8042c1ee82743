import { sql, type RawBuilder } from 'kysely';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { isAllowed, requireGrant, type TerritoryRef } from '../../platform/auth/viewer.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { parseGlobalId } from '../../platform/lib/global-id.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { territoryByCode } from '../territory/territory.reads.ts';
import type { AuditTrailArgs } from './entry.args.ts';
import type { AuditEntry } from './entry.type.ts';

const NATION = 0;

const COLUMNS = {
  id: 't.seq',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  entityId: 't.entity_id',
  seq: 't.seq',
  at: 't.at',
  subject: `nullif(t.subject, '')`,
  role: `nullif(t.role, '')`,
  action: 't.action',
  entityType: 't.type',
  version: 't.version',
  before: 't.before',
  after: 't.after',
  requestId: 't.request_id',
  causedBy: `t.after ->> 'causedBy'`,
  hash: `encode(t.hash, 'hex')`,
} as const satisfies Record<keyof AuditEntry | 'id', string>;

// An entry is found by its number in its region alone.
const TABLE = '(select *, seq as id from audit_entry)';
const NEWEST_FIRST = { name: 'SEQ:DESC', column: 'seq', cast: 'int', descending: true } as const;

/** Where the viewer may read of what was asked: the trail shows identities, so it rests on the same grant. */
function spotOf(scope: TenantScope, code: string): TerritoryRef {
  requireGrant(scope.viewer, 'READ_TRAIL');
  const { place } = territoryByCode(scope, code, 'territory');
  const spot = { regionId: place.regionId ?? NATION, provinceId: place.provinceId };
  if (!isAllowed(scope.viewer, 'READ_TRAIL', spot)) {
    throw domainError('FORBIDDEN', { path: 'territory', reason: COMMON.OUT_OF_REACH });
  }
  return { ...spot, provinceId: spot.provinceId ?? scope.viewer.grants.capture.province };
}

function ofThing(id: string): RawBuilder<unknown> {
  const named = parseGlobalId(id);
  if (named === null) throw domainError('BAD_USER_INPUT', { path: 'entityId', reason: COMMON.NOT_IN_SIGHT });
  return sql`t.type = ${named.type} and t.entity_id = ${named.id}`;
}

const conditionsOf = ({ entityId, actor, since, until }: AuditTrailArgs): RawBuilder<unknown>[] => [
  ...(entityId == null ? [] : [ofThing(entityId)]),
  ...(actor == null ? [] : [sql`t.subject = ${actor}`]),
  ...(since == null ? [] : [sql`t.at >= ${since.toISOString()}::timestamptz`]),
  ...(until == null ? [] : [sql`t.at < ${until.toISOString()}::timestamptz`]),
];

/** The trail of a territory, newest first. */
export function trailOf(scope: TenantScope, args: AuditTrailArgs): LazyConnection<AuditEntry> {
  const { regionId, provinceId } = spotOf(scope, args.territory);
  const { entityId, actor, since, until } = args;
  return listOf<AuditEntry>(
    scope,
    {
      ...{ table: TABLE, columns: COLUMNS, ordering: NEWEST_FIRST, where: conditionsOf(args) },
      anchor: provinceId === null ? null : 'province_id',
      anchors: [{ regionId, value: provinceId }],
      cut: JSON.stringify([entityId, actor, since, until]),
    },
    args,
  );
}
