import { SensitiveReadLog, insertAccessRecords } from '../audit/sensitive-reads.ts';
import type { Answered } from '../audit/audit-log.ts';
import { requireGrant, requireWriteAccess, type Viewer } from '../auth/viewer.ts';
import { COMMON } from '../errors/common.reasons.ts';
import { domainError } from '../errors/domain-error.ts';
import { isUnavailable } from '../postgres/unavailable.ts';
import { RequestOver, TenantScope, type Source } from './tenant-scope.ts';
import { UnitOfWork, type Keyed } from './unit-of-work.ts';
import { WriteTransaction } from './write-transaction.ts';

const KEY = /^[\w.:-]{8,128}$/;

/** What became of one mutation. */
export interface Written<Row> {
  /** The row as it is after the change. */
  readonly row: Row;
  /** Whether its idempotency key was used before: nothing was changed again. */
  readonly replayed: boolean;
}

/** What resolvers are given: the viewer, loaders and reference data of one request, and a way to write. */
export class RequestScope extends TenantScope {
  readonly disclosures = new SensitiveReadLog();

  constructor(
    viewer: Viewer,
    source: Source,
    readonly requestId: string,
  ) {
    super(viewer, source);
  }

  /**
   * Runs one root mutation in a transaction of its own. A key that was used for the same input changes nothing: the row of
   * the stored response is read again.
   */
  async write<Row extends object>(
    action: string,
    input: Keyed,
    work: (write: WriteTransaction) => Promise<Row>,
  ): Promise<Written<Row>> {
    // The client has gone: nothing is changed for it.
    if (this.isOver) throw new RequestOver('Nothing is changed for a request that is over.');
    requireGrant(this.viewer, 'CHANGE_RECORDS');
    const { idempotencyKey: key } = input;
    if (key != null && !KEY.test(key)) {
      throw domainError('BAD_USER_INPUT', { path: 'input.idempotencyKey', reason: COMMON.KEY_MALFORMED });
    }
    // What is read from here on must see the change.
    this.close();
    const { viewer, source, requestId } = this;
    const outcome = await new UnitOfWork({ viewer, source, requestId }).run({ action, input, work });
    if ('row' in outcome) return { row: outcome.row, replayed: false };
    return { row: (await this.replay(outcome.stored)) as Row, replayed: true };
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

  /** Reads again what was answered before, as it is now and as far as this viewer may change and see it. */
  private async replay(answer: Answered): Promise<object> {
    const path = 'input.idempotencyKey';
    requireWriteAccess(this.viewer, answer, path);
    const { __typename: type = '', id = 0 } = answer;
    const row = answer.row ?? (await this.source.find(this, type, id));
    if (row === null) throw domainError('NOT_FOUND', { path, reason: COMMON.NOT_FOUND });
    return row;
  }
}
