import { isUnavailable } from '../postgres/unavailable.ts';
import { COMMON } from '../errors/common.reasons.ts';
import { domainError, unavailable } from '../errors/domain-error.ts';
import { SensitiveReadLog, insertAccessRecords } from '../audit/sensitive-reads.ts';
import { RequestOver, TenantScope, type Source } from './tenant-scope.ts';
import {
  inputHashOf,
  insertStoredResponse,
  selectStoredResponse,
  idempotencyKeyOf,
  insertAuditAndOutbox,
  type Answered,
  type StoredResponse,
} from '../audit/audit-log.ts';
import { requireGrant, requireWriteAccess, type Viewer } from '../auth/viewer.ts';
import { WriteTransaction } from './write-transaction.ts';

const ATTEMPTS = 4;
// Two transactions waited for each other crosswise, or a row moved under one: doing it again is right.
const RETRIED = new Set(['40P01', '40001']);
const INSUFFICIENT_PRIVILEGE = '42501';
const NATION = 0;
const KEY = /^[\w.:-]{8,128}$/;

interface Keyed {
  readonly idempotencyKey?: string | null;
}

/** A change that was answered before, told with the answer of the request. */
export interface IdempotentReplay {
  readonly action: string;
  readonly idempotencyKey: string;
}

interface Task<Row> {
  readonly action: string;
  readonly input: Keyed;
  readonly work: (write: WriteTransaction) => Promise<Row>;
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** Ends the work of a request that was answered before under the same key. */
class AnsweredBefore extends Error {
  constructor(readonly answer: Answered) {
    super('The request was answered before.');
  }
}

/** Whether the viewer was refused for want of a right: then no key is looked up either. */
const isOfRights = (error: unknown): boolean =>
  codeOf(error) === INSUFFICIENT_PRIVILEGE || ['FORBIDDEN', 'UNAUTHENTICATED'].includes(String(codeOf(error)));

/** What is kept of an answer: where it is found again, and nothing of a person. */
function answeredOf(write: WriteTransaction, row: Partial<Answered>): Answered {
  const { __typename, id, regionId = NATION, provinceId } = row;
  const spot = { regionId, provinceId: provinceId ?? write.viewer.grants.capture.province };
  return __typename === undefined || id === undefined || write.hasRemoved(row)
    ? { ...spot, row }
    : { ...spot, __typename, id };
}

/** What a resolver is given: a scope that reads, and that can change things, one transaction for each root mutation. */
export class RequestScope extends TenantScope {
  readonly replays: IdempotentReplay[] = [];
  readonly disclosures = new SensitiveReadLog();

  constructor(
    viewer: Viewer,
    source: Source,
    readonly requestId: string,
  ) {
    super(viewer, source);
  }

  /**
   * Runs one root mutation in a transaction of its own: what fails leaves nothing behind, and the next one is not touched by
   * it. Under a key that was used for the same input nothing is done, and what was answered first is read again.
   */
  async write<Row extends object>(
    action: string,
    input: object,
    work: (write: WriteTransaction) => Promise<Row>,
  ): Promise<Row> {
    // Nobody waits for what would follow.
    if (this.isOver) throw new RequestOver('Nothing is changed for a request that is over.');
    requireGrant(this.viewer, 'CHANGE_RECORDS');
    const { idempotencyKey: key } = input as Keyed;
    if (key != null && !KEY.test(key)) {
      throw domainError('BAD_USER_INPUT', { path: 'input.idempotencyKey', reason: COMMON.KEY_MALFORMED });
    }
    // What is read from here on must see the change.
    this.close();
    const task = { action, input, work };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(task);
      } catch (error) {
        const before = error instanceof AnsweredBefore ? error : await this.doneMeanwhile(task, error);
        if (before !== null) return (await this.replay(task, before.answer)) as Row;
        if (attempt < ATTEMPTS && RETRIED.has(String(codeOf(error)))) continue;
        throw isUnavailable(error) && key != null ? unavailable(COMMON.UNAVAILABLE_KEYED, error) : error;
      }
    }
  }

  /** Notes the sensitive values that the answer shows; it must not leave before, nor at all where they cannot be noted. */
  async recordSensitiveReads(): Promise<void> {
    const notes = this.disclosures.drain();
    if (notes.length === 0) return;
    this.close();
    const { viewer, source, requestId } = this;
    const write = new WriteTransaction(viewer, source, 'READ_IDENTITY');
    try {
      await write.rows(insertAccessRecords(notes, { viewer, requestId, action: write.action }));
      await write.end('commit');
    } catch (cause) {
      await write.end('rollback');
      if (isUnavailable(cause)) throw cause;
      throw new Error('What the answer shows of identities could not be noted.', { cause });
    }
  }

  private async attempt<Row extends object>(task: Task<Row>): Promise<Row> {
    const write = new WriteTransaction(this.viewer, this.source, task.action);
    // Travels with the first statements of the work, which goes no further where there was an answer before.
    const isNew = this.mustBeNew(write, task);
    write.waitFor(isNew);
    try {
      const row = await task.work(write);
      await isNew;
      await this.commit(write, task, row);
      return row;
    } catch (error) {
      await write.end('rollback');
      throw error;
    }
  }

  /** Another request may have done the same under the same key meanwhile, and be why this one failed. */
  private async doneMeanwhile<Row extends object>(task: Task<Row>, error: unknown): Promise<AnsweredBefore | null> {
    if (task.input.idempotencyKey == null || isOfRights(error)) return null;
    const write = new WriteTransaction(this.viewer, this.source, task.action);
    try {
      await this.mustBeNew(write, task);
      return null;
    } catch (cause) {
      if (cause instanceof AnsweredBefore) return cause;
      // Who does not see what was named learns nothing of the key.
      if (codeOf(error) === 'NOT_FOUND') return null;
      // Where the key cannot be looked up, why the change failed is all that is known.
      if (isUnavailable(cause)) return null;
      throw cause;
    } finally {
      await write.end('rollback');
    }
  }

  private async mustBeNew<Row extends object>(write: WriteTransaction, { action, input }: Task<Row>): Promise<void> {
    const { idempotencyKey } = input;
    if (idempotencyKey == null) return;
    const [kept] = await write.ask<StoredResponse>(selectStoredResponse(idempotencyKeyOf(this.viewer, idempotencyKey)));
    if (kept === undefined) return;
    if (kept.action !== action || kept.inputHash !== inputHashOf(action, input)) {
      throw domainError('CONFLICT', { path: 'input.idempotencyKey', reason: COMMON.KEY_REUSED });
    }
    throw new AnsweredBefore(kept.answer);
  }

  /** Reads again what was answered before, as it is now and as far as this viewer may change and see it. */
  private async replay<Row extends object>({ action, input }: Task<Row>, answer: Answered): Promise<object> {
    const path = 'input.idempotencyKey';
    requireWriteAccess(this.viewer, answer, path);
    const { __typename: type = '', id = 0 } = answer;
    const row = answer.row ?? (await this.source.find(this, type, id));
    if (row === null) throw domainError('NOT_FOUND', { path, reason: COMMON.NOT_IN_SIGHT });
    this.replays.push({ action, idempotencyKey: input.idempotencyKey ?? '' });
    return row;
  }

  /** The trail, the key and the end of the transaction travel together; the trail last, for it locks the region's chain. */
  private async commit<Row extends object>(
    write: WriteTransaction,
    { action, input }: Task<Row>,
    row: Row,
  ): Promise<void> {
    const { viewer, requestId } = this;
    const { idempotencyKey } = input;
    const last: Promise<unknown>[] = [];
    if (idempotencyKey != null) {
      const kept = { action, inputHash: inputHashOf(action, input), answer: answeredOf(write, row) };
      last.push(write.ask(insertStoredResponse(idempotencyKeyOf(viewer, idempotencyKey), kept)));
    }
    if (write.auditRecords.length > 0)
      last.push(write.ask(insertAuditAndOutbox(write.auditRecords, { viewer, requestId, action })));
    last.push(write.end('commit'));
    const outcomes = await Promise.allSettled(last);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason as Error;
  }
}
