import { sql, type RawBuilder } from 'kysely';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { addDays, today } from '../../platform/lib/dates.ts';
import type { ErrorReason } from '../../platform/errors/reason.ts';
import { domainError, type DomainError } from '../../platform/errors/domain-error.ts';
import { ISSUE_REASONS } from './issue.reasons.ts';
import { alertFrom } from './issue.rules.ts';

const NATION = 0;
const PATH = 'input.nationalId';

interface Counted {
  readonly id: number;
  readonly count: number;
}

/** Under which an officer's numbers are counted: the first region that they hold, 0 for the centre, and the day. */
const countedFor = ({ viewer }: WriteTransaction) => ({
  region: viewer.grants.capture.regions[0] ?? NATION,
  subject: viewer.subject ?? '',
  day: today(),
});

const exhausted = (reason: ErrorReason, limit: number): DomainError =>
  domainError('RATE_LIMITED', { path: PATH, reason, values: { limit, until: addDays(today(), 1) } });

const counted = async (write: WriteTransaction, isHit: boolean, limit: number): Promise<Counted | undefined> => {
  const { region, subject, day } = countedFor(write);
  const [row] = await write.rows<Counted>(sql`
    select * from app.count_number(${region}::smallint, ${subject}, ${day}::date, ${isHit}, ${limit})`);
  return row;
};

/** Counts a change of a number; refused when there were enough on this day. */
export async function countChange(write: WriteTransaction): Promise<void> {
  const { changes } = write.limits;
  if ((await counted(write, false, changes)) === undefined) {
    throw exhausted(ISSUE_REASONS.NUMBER_CHANGES_EXHAUSTED, changes);
  }
}

/** Whether an officer has entered as many numbers on this day as may be, of those that were in the register already. */
export function hitsSpent(write: WriteTransaction): RawBuilder<boolean> {
  const { region, subject, day } = countedFor(write);
  return sql`exists (
    select from number_count
    where region_id = ${region} and subject = ${subject} and day = ${day}::date and hits >= ${write.limits.hits})`;
}

export const tooManyHits = (write: WriteTransaction): DomainError =>
  exhausted(ISSUE_REASONS.NUMBER_HITS_EXHAUSTED, write.limits.hits);

/** Counts a number that was there already. Returns what reports the officer to the centre where there are now so many. */
export async function countHit(write: WriteTransaction): Promise<() => Promise<void>> {
  const { hits } = write.limits;
  const row = await counted(write, true, hits);
  if (row === undefined) throw tooManyHits(write);
  const { subject, day } = countedFor(write);
  return async () => {
    if (row.count !== alertFrom(hits)) return;
    await write.includeRegion(NATION);
    const after = { subject, day, hits: row.count };
    write.recordAudit({
      type: 'IdentityAlert',
      id: row.id,
      regionId: NATION,
      provinceId: null,
      version: 1,
      before: null,
      after,
    });
  };
}
