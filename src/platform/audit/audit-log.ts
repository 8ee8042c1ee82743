import { createHash, randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { stringify } from 'safe-stable-stringify';
import type { Fields } from '../postgres/entity-mapping.ts';
import { regionCode } from '../auth/roles.ts';
import { queriesOn, type Queryable, type Statement } from '../postgres/sql.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { AuditEntryTable, IdempotencyKeyTable } from './audit.tables.ts';

const db = queriesOn<typeof AuditEntryTable | typeof IdempotencyKeyTable>();

/** One change of one thing, as the audit log keeps it. */
export interface AuditRecord {
  readonly type: string;
  readonly id: number;
  readonly regionId: number;
  readonly provinceId: number | null;
  readonly version: number;
  /** The fields that changed, as they were; null for a thing that is new. */
  readonly before: Fields | null;
  /** And as they are now; null for a thing that is gone. */
  readonly after: Fields | null;
  /** The region whose change brought this about, where it is another one. */
  readonly causedBy?: number | undefined;
}

export interface Author {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly action: string;
}

/** What was answered under a key: which row, and where it was then. It is read again for a repeat. */
export interface Answered {
  readonly __typename?: string;
  readonly id?: number;
  readonly regionId: number;
  readonly provinceId: number | null;
  /** The row itself where it cannot be read again: it was removed, or has no id. */
  readonly row?: object;
}

/** An answer that was given under a key. */
export interface StoredResponse {
  readonly action: string;
  readonly inputHash: string;
  readonly answer: Answered;
}

export interface IdempotencyKey {
  readonly regionId: number;
  readonly subject: string;
  readonly key: string;
}

/** Changes that are looked up since a version. */
export const CHANGES_AT_MOST = 20;

export const inputHashOf = (action: string, input: object): string =>
  createHash('sha256')
    .update(stringify([action, input]))
    .digest('base64url');

/** A key is the viewer's own, and kept in the first region that they hold: 0 for the centre. */
export const idempotencyKeyOf = (viewer: Viewer, key: string): IdempotencyKey => ({
  regionId: viewer.grants.capture.regions[0] ?? 0,
  subject: viewer.subject ?? '',
  key,
});

export const selectStoredResponse = ({ regionId, subject, key }: IdempotencyKey): Statement<StoredResponse> =>
  db
    .selectFrom('idempotency_key')
    .select(['action', 'input_hash as inputHash', 'answer'])
    .where('region_id', '=', regionId)
    .where('subject', '=', subject)
    .where('key', '=', key);

export const insertStoredResponse = (
  key: IdempotencyKey,
  { action, inputHash, answer }: StoredResponse,
): Statement<unknown> =>
  db.insertInto('idempotency_key').values({
    ...{ region_id: key.regionId, subject: key.subject, key: key.key },
    ...{ action, input_hash: inputHash, answer: sql`${JSON.stringify(answer)}::jsonb` },
  });

const CHANGED = sql<string[]>`array(
  select jsonb_object_keys((coalesce(before, '{}') || coalesce(after, '{}')) - 'causedBy') order by 1)`;

/**
 * The entry of a change. In a region that its author does not hold it names the region that the change came from, but neither who
 * made it nor the id of the request: clients choose that, and it could carry a message.
 */
function entryOf({ causedBy, ...note }: AuditRecord, { viewer, requestId }: Author, madeId: string): object {
  const { regions } = viewer.grants.capture;
  const isOwn = regions.includes(note.regionId);
  const cause = isOwn ? causedBy : regions[0];
  const after = cause === undefined ? note.after : { ...note.after, causedBy: regionCode(cause) };
  return isOwn
    ? { ...note, after, requestId, subject: viewer.subject ?? '', role: viewer.role ?? '' }
    : { ...note, after, requestId: madeId, subject: '', role: '' };
}

/**
 * Writes the entries of a transaction: the audit, whose numbers and hashes the database gives, and the outbox under the same
 * numbers. Regions in order, so that two transactions that change the same two regions do not wait for each other crosswise.
 */
export function insertAuditAndOutbox(notes: readonly AuditRecord[], author: Author): RawBuilder<unknown> {
  const madeId = randomUUID();
  const entries = [...notes]
    .sort((one, other) => one.regionId - other.regionId)
    .map((note) => entryOf(note, author, madeId));
  return sql`
    with change as (
      select * from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as n ("regionId" smallint, "provinceId" smallint,
        type text, id int, version int, before jsonb, after jsonb, subject text, role text, "requestId" text)
    ), noted as (
      insert into audit_entry (region_id, subject, role, request_id, action, type, entity_id, province_id, version, before, after)
      select "regionId", subject, role, "requestId", ${author.action}, type, id, "provinceId", version,
        nullif(before, 'null'), nullif(after, 'null') from change
      returning region_id, seq, at, action, type, entity_id, version, before, after
    )
    insert into outbox_event (region_id, seq, at, action, type, entity_id, version, changed)
    select region_id, seq, at, action, type, entity_id, version,
      ${CHANGED}
    from noted`;
}

interface Named {
  readonly type: string;
  readonly regionId: number;
  readonly id: number;
}

/** What happened to a thing after a version of it: a client with a stale version gets what it has missed. */
export const changesSince = (scope: Queryable, { type, regionId, id }: Named, version: number): Promise<object[]> =>
  scope.rows(
    db
      .selectFrom('audit_entry')
      .select(['version', 'action', 'at', CHANGED.as('fields')])
      .where('region_id', '=', regionId)
      .where('type', '=', type)
      .where('entity_id', '=', id)
      .where('version', '>', version)
      .orderBy('seq')
      .limit(CHANGES_AT_MOST),
  );
