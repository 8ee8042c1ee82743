import { sql, type RawBuilder } from 'kysely';
import type { QueryRunner } from '../../platform/postgres/sql.ts';
import { CHAIN_START } from '../../platform/lib/hash-chain.ts';
import type { Head, Link } from './audit.rules.ts';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { isAllowed, requireGrant, type TerritoryRef } from '../../platform/auth/viewer.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { parseGlobalId } from '../../platform/lib/global-id.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { territoryByCode } from '../territory/territory.reads.ts';
import type { AuditTrailArgs, AuditEntry } from './audit.type.ts';
import { z } from 'zod';

const PAGE = 1000;

// Each field as the text that went into the hash, to the letter: a document that was parsed and written again is another text.
const LINK = sql.raw(`
  region_id::text as "regionId", seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  subject, role, request_id as "requestId", action, type, entity_id::text as "entityId", province_id::text as "provinceId",
  version::text, before::text, after::text, encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash`);

// Ordered by the column and not by its text of the same name.
const pageAfter = (regionId: number, seq: number): RawBuilder<Link> => sql<Link>`
  select ${LINK} from audit_entry e where region_id = ${regionId} and e.seq > ${seq} order by e.seq limit ${PAGE}`;

/** The entries of a region in order, a page in memory at a time. */
export async function* linksOf(run: QueryRunner, regionId: number): AsyncGenerator<Link> {
  let last: Link | undefined;
  do {
    const links = await run(pageAfter(regionId, Number(last?.seq ?? 0)));
    yield* links;
    last = links.length < PAGE ? undefined : links.at(-1);
  } while (last !== undefined);
}

/** Where the chain of a region is said to end; one without entries ends where every chain starts. */
export async function headOf(run: QueryRunner, regionId: number): Promise<Head> {
  const [head] = await run(sql<Head>`
    select seq, encode(hash, 'hex') as hash from audit_head where region_id = ${regionId}`);
  return head ?? { seq: 0, hash: CHAIN_START };
}

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

/** Where the viewer may read of what was asked: the audit log shows identities, so it rests on the same grant. */
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
  if (named === null) throw domainError('BAD_USER_INPUT', { path: 'entityId', reason: COMMON.NOT_FOUND });
  return sql`t.type = ${named.type} and t.entity_id = ${named.id}`;
}

const conditionsOf = ({ entityId, actor, since, until }: AuditTrailArgs): RawBuilder<unknown>[] => [
  ...(entityId == null ? [] : [ofThing(entityId)]),
  ...(actor == null ? [] : [sql`t.subject = ${actor}`]),
  ...(since == null ? [] : [sql`t.at >= ${since.toISOString()}::timestamptz`]),
  ...(until == null ? [] : [sql`t.at < ${until.toISOString()}::timestamptz`]),
];

/** The audit log of a territory, newest first. */
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

const text = z.string();
const lineSchema = z.union([
  z.strictObject({
    ...{ regionId: text, seq: text, at: text, subject: text, role: text, requestId: text, action: text, type: text },
    ...{ entityId: text.nullable(), provinceId: text.nullable(), version: text.nullable() },
    ...{ before: text.nullable(), after: text.nullable(), previousHash: text, hash: text },
  }),
  z.strictObject({ head: z.strictObject({ regionId: z.number(), seq: z.number(), hash: text }) }),
]);

/** One line of an export: an entry, or at the end where the chain ended. */
export type Line = Link | { readonly head: Head & { readonly regionId: number } };

export const writtenLine = (line: Line): string => `${JSON.stringify(line)}\n`;

/** Reads a line back; undefined where it is none. */
export function readLine(written: string): Line | undefined {
  try {
    return lineSchema.parse(JSON.parse(written));
  } catch {
    return undefined;
  }
}
