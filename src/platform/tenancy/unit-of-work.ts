import {
  idempotencyKeyOf,
  inputHashOf,
  insertAuditAndOutbox,
  insertStoredResponse,
  selectStoredResponse,
  type Answered,
  type StoredResponse,
} from '../audit/audit-log.ts';
import type { Viewer } from '../auth/viewer.ts';
import { COMMON } from '../errors/common.reasons.ts';
import { domainError, unavailable } from '../errors/domain-error.ts';
import { isUnavailable } from '../postgres/unavailable.ts';
import type { Source } from './tenant-scope.ts';
import { WriteTransaction } from './write-transaction.ts';

const ATTEMPTS = 4;
/** Deadlock, serialization failure: the work is retried. */
const RETRIED = new Set(['40P01', '40001']);
const INSUFFICIENT_PRIVILEGE = '42501';
const NATION = 0;

export interface Keyed {
  readonly idempotencyKey?: string | null;
}

/** A change that one mutation asks for. */
export interface Task<Row> {
  /** The name of the mutation, such as `registerArtisan`. */
  readonly action: string;
  readonly input: Keyed;
  readonly work: (write: WriteTransaction) => Promise<Row>;
}

/** What became of a task: a row, or the response that is stored under its idempotency key. */
export type Outcome<Row> = { readonly row: Row } | { readonly stored: Answered };

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** Ends the work of a request whose idempotency key has a stored response. */
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

interface Actor {
  readonly viewer: Viewer;
  readonly source: Source;
  readonly requestId: string;
}

/** Runs the change of one mutation in a transaction with its audit rows, outbox events and idempotency key. */
export class UnitOfWork {
  constructor(private readonly actor: Actor) {}

  /** Commits all of a task or nothing. A deadlock is retried; a key with a stored response ends it. */
  async run<Row extends object>(task: Task<Row>): Promise<Outcome<Row>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return { row: await this.attempt(task) };
      } catch (error) {
        const before = error instanceof AnsweredBefore ? error : await this.doneMeanwhile(task, error);
        if (before !== null) return { stored: before.answer };
        if (attempt < ATTEMPTS && RETRIED.has(String(codeOf(error)))) continue;
        const isKeyed = task.input.idempotencyKey != null;
        throw isUnavailable(error) && isKeyed ? unavailable(COMMON.UNAVAILABLE_KEYED, error) : error;
      }
    }
  }

  private async attempt<Row extends object>(task: Task<Row>): Promise<Row> {
    const write = new WriteTransaction(this.actor.viewer, this.actor.source, task.action);
    // Pipelined with the first statements of the work, which stops where a response is stored.
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
    const write = new WriteTransaction(this.actor.viewer, this.actor.source, task.action);
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
    const [kept] = await write.ask<StoredResponse>(
      selectStoredResponse(idempotencyKeyOf(this.actor.viewer, idempotencyKey)),
    );
    if (kept === undefined) return;
    if (kept.action !== action || kept.inputHash !== inputHashOf(action, input)) {
      throw domainError('CONFLICT', { path: 'input.idempotencyKey', reason: COMMON.KEY_REUSED });
    }
    throw new AnsweredBefore(kept.answer);
  }

  /** Audit rows, idempotency key and COMMIT are pipelined; the audit rows last, because they lock the region's hash chain. */
  private async commit<Row extends object>(
    write: WriteTransaction,
    { action, input }: Task<Row>,
    row: Row,
  ): Promise<void> {
    const { viewer, requestId } = this.actor;
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
