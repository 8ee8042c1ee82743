import { createHash, randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { stringify } from 'safe-stable-stringify';
import type { Fields } from '../postgres/entity-mapping.ts';
import { regionCode } from '../auth/roles.ts';
import type { Queryable } from '../postgres/sql.ts';
import type { Viewer } from '../auth/viewer.ts';

/** One change of one thing, as the trail keeps it. */
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

export const selectStoredResponse = ({
  regionId,
  subject,
  key,
}: IdempotencyKey): RawBuilder<StoredResponse> => sql<StoredResponse>`
  select action, input_hash as "inputHash", answer from idempotency_key
  where region_id = ${regionId} and subject = ${subject} and key = ${key}`;

export const insertStoredResponse = (
  key: IdempotencyKey,
  { action, inputHash, answer }: StoredResponse,
): RawBuilder<unknown> => sql`
  insert into idempotency_key (region_id, subject, key, action, input_hash, answer)
  values (${key.regionId}, ${key.subject}, ${key.key}, ${action}, ${inputHash}, ${JSON.stringify(answer)}::jsonb)`;

const CHANGED = sql`array(
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
  scope.rows<object>(sql`
    select version, action, at, ${CHANGED} as fields
    from audit_entry
    where region_id = ${regionId} and type = ${type} and entity_id = ${id} and version > ${version}
    order by seq limit ${CHANGES_AT_MOST}`);
