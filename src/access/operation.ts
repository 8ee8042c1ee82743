import { isUnavailable } from '../database/unavailable.ts';
import { COMMON } from '../kernel/common.reasons.ts';
import { refuse, unavailable } from '../kernel/refusal.ts';
import { Disclosures, notingReads } from './disclosure.ts';
import { Scope, type Source } from './scope.ts';
import { hashOf, keeping, keptUnder, keyOf, noting, type Kept } from './trail.ts';
import { mustHave, type Viewer } from './viewer.ts';
import { Write } from './write.ts';

const ATTEMPTS = 4;
// Two transactions waited for each other crosswise, or a row moved under one: doing it again is right.
const RETRIED = new Set(['40P01', '40001']);
const KEY = /^[\w.:-]{8,128}$/;

interface Keyed {
  readonly idempotencyKey?: string | null;
}

/** A change that was answered before, told with the answer of the request. */
export interface Replay {
  readonly action: string;
  readonly idempotencyKey: string;
}

interface Task<Row> {
  readonly action: string;
  readonly input: Keyed;
  readonly work: (write: Write) => Promise<Row>;
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** What a resolver is given: a scope that reads, and that can change things, one transaction for each root mutation. */
export class Operation extends Scope {
  readonly replays: Replay[] = [];
  readonly disclosures = new Disclosures();

  constructor(
    viewer: Viewer,
    source: Source,
    readonly requestId: string,
  ) {
    super(viewer, source);
  }

  /**
   * Runs one root mutation in a transaction of its own: what fails leaves nothing behind, and the next one is not touched by
   * it. Under a key that was used for the same input, the first answer is given again.
   */
  async write<Row extends object>(action: string, input: object, work: (write: Write) => Promise<Row>): Promise<Row> {
    // Nobody waits for what would follow.
    if (this.isOver) throw new Error('The request of this change is over.');
    mustHave(this.viewer, 'CHANGE_RECORDS');
    const { idempotencyKey: key } = input as Keyed;
    if (key != null && !KEY.test(key)) {
      throw refuse('BAD_USER_INPUT', { path: 'input.idempotencyKey', reason: COMMON.KEY_MALFORMED });
    }
    // What is read from here on must see the change.
    this.close();
    const task = { action, input, work };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(task);
      } catch (error) {
        const replay = await this.replayedAfter(error, task);
        if (replay !== null) return this.again(task, replay);
        if (attempt < ATTEMPTS && RETRIED.has(String(codeOf(error)))) continue;
        throw isUnavailable(error) && key != null ? unavailable(COMMON.UNAVAILABLE_KEYED, error) : error;
      }
    }
  }

  /** Notes the sensitive values that the answer shows; it must not leave before, nor at all where they cannot be noted. */
  async noteReads(): Promise<void> {
    const notes = this.disclosures.taken();
    if (notes.length === 0) return;
    this.close();
    const { viewer, source, requestId } = this;
    const write = new Write(viewer, source, 'READ_IDENTITY');
    try {
      await write.rows(notingReads(notes, { viewer, requestId, action: write.action }));
      await write.end('commit');
    } catch (cause) {
      await write.end('rollback');
      if (isUnavailable(cause)) throw cause;
      throw new Error('What the answer shows of identities could not be noted.', { cause });
    }
  }

  private async attempt<Row extends object>(task: Task<Row>): Promise<Row> {
    const write = new Write(this.viewer, this.source, task.action);
    // Travels with the first statements of the work. Where there was an answer before, the work is undone.
    const asked = this.firstAnswer(write, task);
    asked.catch(() => undefined);
    try {
      const row = await task.work(write);
      const known = await asked;
      if (known !== null) {
        await write.end('rollback');
        return this.again(task, known);
      }
      await this.settle(write, task, row);
      return row;
    } catch (error) {
      await write.end('rollback');
      throw error;
    }
  }

  /** The first answer under the key of a change that failed; where it cannot be asked for, the failure itself is the answer. */
  private async replayedAfter<Row extends object>(error: unknown, task: Task<Row>): Promise<Row | null> {
    try {
      return await this.replayed(task);
    } catch (failed) {
      throw isUnavailable(failed) && !isUnavailable(error) ? error : failed;
    }
  }

  /** Somebody may have done the same under the same key meanwhile, and be why this failed. */
  private async replayed<Row extends object>(task: Task<Row>): Promise<Row | null> {
    if (task.input.idempotencyKey == null) return null;
    const write = new Write(this.viewer, this.source, task.action);
    try {
      return await this.firstAnswer(write, task);
    } finally {
      await write.end('rollback');
    }
  }

  private async firstAnswer<Row extends object>(write: Write, { action, input }: Task<Row>): Promise<Row | null> {
    const { idempotencyKey } = input;
    if (idempotencyKey == null) return null;
    const [kept] = await write.rows<Kept>(keptUnder(keyOf(this.viewer, idempotencyKey)));
    if (kept === undefined) return null;
    if (kept.action !== action || kept.inputHash !== hashOf(action, input)) {
      throw refuse('CONFLICT', { path: 'input.idempotencyKey', reason: COMMON.KEY_REUSED });
    }
    return kept.answer as Row;
  }

  private again<Row extends object>({ action, input }: Task<Row>, answer: Row): Row {
    this.replays.push({ action, idempotencyKey: input.idempotencyKey ?? '' });
    return answer;
  }

  /** The trail, the key and the end of the transaction travel together; the trail last, for it locks the region's chain. */
  private async settle<Row extends object>(write: Write, { action, input }: Task<Row>, row: Row): Promise<void> {
    const { viewer, requestId } = this;
    const { idempotencyKey } = input;
    const last: Promise<unknown>[] = [];
    if (idempotencyKey != null) {
      const kept = { action, inputHash: hashOf(action, input), answer: row };
      last.push(write.rows(keeping(keyOf(viewer, idempotencyKey), kept)));
    }
    if (write.notes.length > 0) last.push(write.rows(noting(write.notes, { viewer, requestId, action })));
    last.push(write.end('commit'));
    const outcomes = await Promise.allSettled(last);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason as Error;
  }
}
