import { sql, type RawBuilder } from 'kysely';
import { queriesOn } from '../../platform/postgres/sql.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { addDays, today } from '../../platform/lib/dates.ts';
import type { ErrorReason } from '../../platform/errors/reason.ts';
import { domainError, type DomainError } from '../../platform/errors/domain-error.ts';
import { type DuplicateOutcome } from '../issues/issue.rules.ts';
import { alertFrom } from './case.rules.ts';
import type { Artisan } from '../artisans/artisan.type.ts';
import { ISSUE, openCaseOf } from '../issues/issue.reads.ts';
import type { RegisterIssue } from '../issues/issue.type.ts';
import { CASE_REASONS } from './case.reasons.ts';
import type { NumberCountTable } from './case.table.ts';

const db = queriesOn<typeof NumberCountTable>();

const NATION = 0;
const NUMBER_PATH = 'input.nationalId';

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
  domainError('RATE_LIMITED', { path: NUMBER_PATH, reason, values: { limit, until: addDays(today(), 1) } });

const counted = async (write: WriteTransaction, isHit: boolean, limit: number): Promise<Counted | undefined> => {
  const { region, subject, day } = countedFor(write);
  const [row] = await write.rows<Counted>(sql`
    select * from app.count_number(${region}::smallint, ${subject}, ${day}::date, ${isHit}, ${limit})`);
  return row;
};

/** Counts a change of a number; refused when there were enough on this day. */
async function countChange(write: WriteTransaction): Promise<void> {
  const { changes } = write.limits;
  if ((await counted(write, false, changes)) === undefined) {
    throw exhausted(CASE_REASONS.NUMBER_CHANGES_EXHAUSTED, changes);
  }
}

/** Whether an officer has entered as many numbers on this day as may be, of those that were in the register already. */
function hitsSpent(write: WriteTransaction): RawBuilder<boolean> {
  const { region, subject, day } = countedFor(write);
  const spent = db
    .selectFrom('number_count')
    .select('id')
    .where('region_id', '=', region)
    .where('subject', '=', subject)
    .where('day', '=', day)
    .where('hits', '>=', write.limits.hits);
  return sql`exists ${spent}`;
}

const tooManyHits = (write: WriteTransaction): DomainError =>
  exhausted(CASE_REASONS.NUMBER_HITS_EXHAUSTED, write.limits.hits);

/** Counts a number that was there already. Returns what reports the officer to the centre where there are now so many. */
async function countHit(write: WriteTransaction): Promise<() => Promise<void>> {
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

/** Another live entry with the same national identity number, and the open issue that holds it up, if one does. */
export interface Namesake {
  readonly regionId: number;
  readonly provinceId: number;
  readonly artisanId: number;
  readonly caseNumber: number | null;
  readonly issueId: number | null;
  readonly confirmedOn: string | null;
}

const PATH = 'input.artisanId';
// The same for each region: it says nothing of the other entry, nor whether it is in the region or elsewhere.
const DESCRIPTION = 'رقم البطاقة الوطنية مكرر · CNIE en double · national identity number twice';
const ENDED =
  'لم يعد الرقم مكررا: صُحح أو حُذف قيد · Le numéro n’est plus en double : rectifié ou radié · The number is no longer twice in the register: corrected or deleted';

async function nextCase(write: WriteTransaction): Promise<number> {
  const [row] = await write.rows<{ number: number }>(sql`select nextval('register_case_seq')::int as number`);
  if (row === undefined) throw new Error('The sequence of cases gave no number.');
  return row.number;
}

/** The number of an entry that was locked or changed by this transaction. */
export const numberOf = (write: WriteTransaction, artisan: Artisan): string | null =>
  (write.sealed(artisan)['nationalId'] as string | null | undefined) ?? null;

/** The other live entries with a number. To the end of the transaction no other one takes or leaves that number. */
export async function namesakesOf(write: WriteTransaction, number: string | null, own: number): Promise<Namesake[]> {
  if (number === null) return [];
  return write.rows<Namesake>(sql`select * from app.namesakes(${number}, ${own})`);
}

/** The same for an officer who enters the number: refused, whatever it is, after too many that were there already. */
export async function entering(write: WriteTransaction, number: string | null, own = 0): Promise<Namesake[]> {
  if (number === null) return [];
  const rows = await write.rows<Partial<Namesake> & { readonly spent: boolean }>(sql`
    select n.*, c.spent from (select ${hitsSpent(write)} as spent) c left join app.namesakes(${number}, ${own}) n on true`);
  // Checked before the number: a refusal that depended on it would be the answer that the limit protects.
  if (rows.some(({ spent }) => spent)) throw tooManyHits(write);
  return rows.filter((row): row is Namesake & { spent: boolean } => row.artisanId != null);
}

interface NumberChange {
  /** The other entries with the number that the entry had; null where it keeps that number. */
  readonly left: readonly Namesake[] | null;
  /** And those with the one that it is given. */
  readonly met: readonly Namesake[];
}

/** What an entry leaves and meets by another number, which is counted for the officer; nothing by the one that it has. */
export async function numberChange(
  write: WriteTransaction,
  artisan: Artisan,
  to: string | null,
): Promise<NumberChange> {
  const [from, own] = [numberOf(write, artisan), Number(artisan.id)];
  if (to === null || from === to) return { left: null, met: [] };
  await countChange(write);
  // In one order for everybody: two who exchange numbers do not wait for each other crosswise.
  if (from !== null && from > to) {
    const met = await entering(write, to, own);
    return { left: await namesakesOf(write, from, own), met };
  }
  const left = await namesakesOf(write, from, own);
  return { left, met: await entering(write, to, own) };
}

type Standing = Pick<Namesake, 'regionId' | 'provinceId' | 'artisanId'>;

/** The issue that holds up an entry with a number that others have. */
export const heldDuplicate = ({ regionId, provinceId, artisanId }: Standing) => ({
  ...{ regionId, provinceId, kind: 'DUPLICATE', state: 'OPEN', description: DESCRIPTION, openedOn: today() },
  ...{ artisanRegionId: regionId, artisanId },
});

/**
 * Holds up an entry that was given a number which others have: it opens a case, or joins the one that is open. The others
 * and their regions are not affected before the centre confirms the case, for whoever knows a number could hold them up.
 */
export async function holdUp(write: WriteTransaction, artisan: Artisan, others: readonly Namesake[]): Promise<void> {
  if (others.length === 0) return;
  const open = others.find(({ caseNumber }) => caseNumber !== null);
  const reportToCentre = await countHit(write);
  const caseNumber = open?.caseNumber ?? (await nextCase(write));
  const confirmedOn = open?.confirmedOn ?? null;
  const { regionId, provinceId, id } = artisan;
  const held = heldDuplicate({ regionId, provinceId, artisanId: Number(id) });
  await write.insert(ISSUE, { ...held, caseNumber, confirmedOn });
  await reportToCentre();
}

const closed = (write: WriteTransaction, issue: RegisterIssue, outcome: DuplicateOutcome): Promise<RegisterIssue> =>
  write.update(ISSUE, issue, { state: 'RESOLVED', closedOn: today(), outcome, resolution: ENDED });

/**
 * Ends what a number held up when an entry has it no more: the entry's own issue, and that of the last one which is left
 * alone with it, wherever it is. Where several are left the case goes on.
 */
export async function endCase(
  write: WriteTransaction,
  artisan: Artisan,
  left: readonly Namesake[] | null,
): Promise<void> {
  if (left === null) return;
  const mine = await openCaseOf(write, artisan);
  if (mine !== null) await closed(write, mine, 'WITHDRAWN');
  const [last, ...others] = left;
  if (last?.issueId == null || others.length > 0) return;
  await write.includeRegion(last.regionId);
  const theirs = await write.lockById(ISSUE, last.issueId, { regionId: last.regionId, path: PATH });
  await closed(write, theirs, 'DISTINCT');
}

/** An issue that holds up an entry goes with it to another province: who keeps the register there must see it. */
export async function followMove(write: WriteTransaction, artisan: Artisan, provinceId: number): Promise<void> {
  const issue = await openCaseOf(write, artisan);
  if (issue !== null) await write.update(ISSUE, issue, { provinceId });
}

/** While it is not decided which of two entries is the person's, neither is accepted, handed on or merged elsewhere. */
export async function requireNoOpenCase(write: WriteTransaction, artisan: Artisan, path: string): Promise<void> {
  if ((await openCaseOf(write, artisan)) !== null) {
    throw domainError('CONFLICT', { path, reason: CASE_REASONS.IN_OPEN_CASE });
  }
}
