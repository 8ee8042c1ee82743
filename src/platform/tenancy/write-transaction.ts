import { sql } from 'kysely';
import type { Statement } from '../postgres/sql.ts';
import { asUnavailable } from '../postgres/unavailable.ts';
import { COMMON } from '../errors/common.reasons.ts';
import { parseGlobalId } from '../lib/global-id.ts';
import { DomainError, domainError } from '../errors/domain-error.ts';
import {
  returningColumns,
  columnOf,
  isAudited,
  writeOnlyColumns,
  type VersionedRow,
  type Fields,
  type EntityMapping,
} from '../postgres/entity-mapping.ts';
import { TenantScope, type Source } from './tenant-scope.ts';
import { changesSince, type AuditRecord } from '../audit/audit-log.ts';
import type { Viewer } from '../auth/viewer.ts';

interface LockOptions {
  readonly path: string;
  /** The version that the client has seen; a row that has moved on since is a conflict. */
  readonly expectedVersion?: number | undefined;
  /** The input field that states it; `input.expectedVersion` unless given. */
  readonly versionPath?: string;
}

const TRANSACTION = 'read committed';
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const pick = (fields: Fields, names: Iterable<string>): Fields =>
  Object.fromEntries([...names].map((name) => [name, fields[name] ?? null]));

/**
 * One transaction that changes things, in the name of one mutation. It is a scope: whatever a concept reads through it sees
 * what was changed so far. Every change is noted for the audit log.
 */
export class WriteTransaction extends TenantScope {
  readonly auditRecords: AuditRecord[] = [];
  readonly #sealed = new WeakMap<object, Fields>();
  readonly #removed = new WeakSet();
  /** Regions that are not the viewer's, and that this transaction may change all the same. */
  readonly #held = new Set<number>();
  #gate: Promise<unknown> = Promise.resolve();
  #answered = false;
  protected override readonly mode = TRANSACTION;

  constructor(
    viewer: Viewer,
    source: Source,
    /** The name of the mutation. */
    readonly action: string,
  ) {
    super(viewer, source);
  }

  /** What must be known before the work goes on from its first answer; it rejects where the work must not go on. */
  waitFor(gate: Promise<unknown>): void {
    gate.catch(() => undefined);
    this.#gate = gate;
  }

  override async rows<Row>(statement: Statement<Row>): Promise<Row[]> {
    if (this.#answered) await this.#gate;
    const rows = await super.rows(statement);
    this.#answered = true;
    return rows;
  }

  /** Runs a statement at once, whatever the gate says. */
  ask<Row>(statement: Statement<Row>): Promise<Row[]> {
    return super.rows(statement);
  }

  /** Locks a row to the end of the transaction. NOT_FOUND where the viewer may not read it, FORBIDDEN where not write it, CONFLICT if it was changed. */
  async lock<Row extends VersionedRow>(kind: EntityMapping<Row>, globalId: string, asked: LockOptions): Promise<Row> {
    const named = parseGlobalId(globalId);
    const { capture } = this.viewer.grants;
    const id = named?.type === kind.type ? named.id : -1;
    const [found] = await this.rows<Fields>(sql`
      select ${returningColumns(kind)} ${writeOnlyColumns(kind)} from ${sql.table(kind.table)} t
      where t.region_id = any(${capture.regions}::smallint[]) and t.id = ${id} for update`);
    if (found === undefined) throw await this.missing(kind, id, asked.path);
    const row = this.splitWriteOnly(kind, found);
    if (asked.expectedVersion !== undefined && asked.expectedVersion !== row.version) {
      throw await this.stale(kind, row, { ...asked, expected: asked.expectedVersion });
    }
    return row;
  }

  /** A row that the viewer may read, without a lock: for what a new row belongs to. NOT_FOUND where there is none. */
  async requireVisible<Row extends VersionedRow>(
    kind: EntityMapping<Row>,
    globalId: string,
    path: string,
  ): Promise<Row> {
    const named = parseGlobalId(globalId);
    const [row] = await this.rows<Row>(sql`
      select ${returningColumns(kind)} from ${sql.table(kind.table)} t
      where t.region_id = any(${this.viewer.grants.records.regions}::smallint[])
        and t.id = ${named?.type === kind.type ? named.id : -1}`);
    if (row === undefined) throw domainError('NOT_FOUND', { path, reason: COMMON.NOT_FOUND });
    return row;
  }

  /** Locks a row that another one names, by its number. */
  async lockById<Row extends VersionedRow>(
    kind: EntityMapping<Row>,
    id: number,
    at: { regionId: number; path: string },
  ): Promise<Row> {
    const [found] = await this.rows<Fields>(sql`
      select ${returningColumns(kind)} ${writeOnlyColumns(kind)} from ${sql.table(kind.table)} t
      where t.region_id = ${at.regionId} and t.id = ${id} for update`);
    if (found === undefined) throw await this.missing(kind, id, at.path);
    return this.splitWriteOnly(kind, found);
  }

  /** Makes a row; `causedBy` is the other region that gave the reason, for the audit log. */
  async insert<Row extends VersionedRow>(
    kind: EntityMapping<Row>,
    values: Fields,
    by: { causedBy?: number } = {},
  ): Promise<Row> {
    const fields = Object.keys(values);
    const columns = sql.join(fields.map((field) => sql.ref(columnOf(kind, field))));
    const [made] = await this.rows<Fields>(sql`
      insert into ${sql.table(kind.table)} as t (${columns})
      values (${sql.join(fields.map((field) => values[field] ?? null))})
      returning ${returningColumns(kind)} ${writeOnlyColumns(kind)}`);
    const row = this.splitWriteOnly(kind, made ?? {});
    const audited = fields.filter((field) => isAudited(kind, field) && values[field] != null);
    const after = pick({ ...row, ...this.#sealed.get(row) }, audited);
    this.recordChange(kind, row, { before: null, after, ...by });
    return row;
  }

  /** Changes some fields of a row and raises its version; what is equal already is no change. */
  async update<Row extends VersionedRow>(kind: EntityMapping<Row>, row: Row, patch: Fields): Promise<Row> {
    const before: Fields = { ...row, ...this.#sealed.get(row) };
    const changed = Object.keys(patch).filter((field) => isAudited(kind, field) && !same(before[field], patch[field]));
    if (changed.length === 0) return row;
    const fields = Object.keys(patch);
    const settings = fields.map((field) => sql`${sql.ref(columnOf(kind, field))} = ${patch[field] ?? null}`);
    const [made] = await this.rows<Fields>(sql`
      update ${sql.table(kind.table)} t set ${sql.join(settings)}, version = t.version + 1
      where t.region_id = ${row.regionId} and t.id = ${row.id}
      returning ${returningColumns(kind)} ${writeOnlyColumns(kind)}`);
    if (made === undefined) throw domainError('FORBIDDEN', { path: '', reason: COMMON.OUT_OF_REACH });
    const now = this.splitWriteOnly(kind, made);
    this.recordChange(kind, now, {
      before: pick(before, changed),
      after: pick({ ...now, ...this.#sealed.get(now) }, changed),
    });
    return now;
  }

  async remove<Row extends VersionedRow>(kind: EntityMapping<Row>, row: Row): Promise<void> {
    await this.rows(sql`delete from ${sql.table(kind.table)} where region_id = ${row.regionId} and id = ${row.id}`);
    const before = pick({ ...row, ...this.#sealed.get(row) }, Object.keys({ ...kind.columns, ...kind.writeOnly }));
    this.#removed.add(row);
    this.recordChange(kind, row, { before, after: null });
  }

  /** What is written and audited of a row that was locked or changed here, but is not part of an answer. */
  sealed(row: object): Fields {
    return this.#sealed.get(row) ?? {};
  }

  hasRemoved(row: object): boolean {
    return this.#removed.has(row);
  }

  /** Notes a change that a statement of the caller's own has made. */
  recordAudit(note: AuditRecord): void {
    this.auditRecords.push(note);
  }

  /** Lets this transaction change one more region: for what two regions do together, once that is established. */
  async includeRegion(regionId: number): Promise<void> {
    this.#held.add(regionId);
    const regions = (own: readonly number[]) => `{${[...new Set([...own, ...this.#held])].join(',')}}`;
    const { capture, records } = this.viewer.grants;
    await this.rows(sql`
      select set_config('app.capture', ${regions(capture.regions)}, true),
        set_config('app.records', ${regions(records.regions)}, true), set_config('app.province', '', true)`);
  }

  /**
   * Ends the transaction. A commit that follows a failed statement only rolls back: PostgreSQL says so by its tag, and the
   * statement itself has the reason.
   */
  async end(how: 'commit' | 'rollback'): Promise<void> {
    const taken = this.taken();
    if (taken === undefined) return;
    const client = await taken.catch((error: unknown) => {
      if (how === 'commit') throw error;
    });
    if (client === undefined) return;
    let tag: string;
    try {
      tag = (await client.query(how)).command;
    } catch (error) {
      client.release(true);
      if (how === 'rollback') return;
      throw asUnavailable(error);
    }
    client.release();
    if (how === 'commit' && tag !== 'COMMIT') throw new Error('The transaction was rolled back.');
  }

  private recordChange<Row extends VersionedRow>(
    kind: EntityMapping<Row>,
    row: Row,
    change: Pick<AuditRecord, 'before' | 'after' | 'causedBy'>,
  ): void {
    const { regionId, provinceId = null, version } = row;
    this.recordAudit({ type: kind.type, id: Number(row.id), regionId, provinceId, version, ...change });
  }

  private splitWriteOnly<Row extends VersionedRow>(kind: EntityMapping<Row>, found: Fields): Row {
    const secret = Object.keys(kind.writeOnly ?? {});
    const row = Object.fromEntries(Object.entries(found).filter(([field]) => !secret.includes(field)));
    this.#sealed.set(row, pick(found, secret));
    return row as unknown as Row;
  }

  private async missing<Row extends VersionedRow>(kind: EntityMapping<Row>, id: number, path: string): Promise<Error> {
    const seen = await this.ask(sql`
      select 1 from ${sql.table(kind.table)} t
      where t.region_id = any(${this.viewer.grants.records.regions}::smallint[]) and t.id = ${id}`);
    if (seen.length > 0) return domainError('FORBIDDEN', { path, reason: COMMON.OUT_OF_REACH });
    // The same request may have removed it before; that the key was used for something else is no matter here.
    await this.#gate.catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
    });
    return domainError('NOT_FOUND', { path, reason: COMMON.NOT_FOUND });
  }

  private async stale<Row extends VersionedRow>(
    kind: EntityMapping<Row>,
    row: Row,
    { expected, versionPath = 'input.expectedVersion' }: { expected: number } & Pick<LockOptions, 'versionPath'>,
  ): Promise<Error> {
    const { version } = row;
    const changes = await changesSince(this, { type: kind.type, regionId: row.regionId, id: Number(row.id) }, expected);
    const fault = { path: versionPath, reason: COMMON.STALE_VERSION, values: { version, expected } };
    return domainError('CONFLICT', fault, { current: { version, changes } });
  }
}
