import { sql } from 'kysely';
import type { Fields } from '../../platform/postgres/entity-mapping.ts';
import { requireCentral } from '../../platform/auth/viewer.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { today } from '../../platform/lib/dates.ts';
import { validateText } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { requireTransition } from '../../platform/errors/state-machine.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { ARTISAN, identitiesOf } from '../artisans/artisan.reads.ts';
import { REGISTER_LIFE } from '../artisans/artisan.rules.ts';
import { type Artisan } from '../artisans/artisan.type.ts';
import { unlinkMembers } from '../committees/committee.writes.ts';
import { heldDuplicate, namesakesOf, numberOf, type Namesake } from '../cases/case.writes.ts';
import { ISSUE, openCaseOf, sidesOf } from '../issues/issue.reads.ts';
import { ISSUE_LIFE, type DuplicateOutcome } from '../issues/issue.rules.ts';
import { type RegisterIssue } from '../issues/issue.type.ts';
import { mustBeInRegister, requireNoOffice, NO_MEMBERSHIP } from '../register/register.writes.ts';
import type { ConfirmDuplicateInput, MergeArtisansInput, SeparateDuplicatesInput } from './duplicate.input.ts';
import { DUPLICATE_REASONS } from './duplicate.reasons.ts';

const PATH = 'input.issueId';
const MERGED = 'input.artisanId';
const KEPT = 'input.keptId';

/** Closes one side of a case; the rows of a case are changed in their order, so that two officers cannot cross. */
async function closed(
  write: WriteTransaction,
  side: RegisterIssue,
  how: { outcome: DuplicateOutcome; resolution: string },
) {
  const at = { regionId: side.regionId, path: PATH };
  const issue = await write.lockById(ISSUE, Number(side.id), at);
  const state = requireTransition(ISSUE_LIFE, { state: issue.state, event: 'resolve', path: PATH });
  return write.update(ISSUE, issue, { state, closedOn: today(), ...how });
}

const isOpen = ({ state }: RegisterIssue): boolean => state !== 'RESOLVED';

interface Pair {
  readonly merged: Artisan;
  readonly kept: Artisan;
}

/** The other live entries with the number of the merged one; the kept one must be among them, in an open case. */
async function sharersOf(write: WriteTransaction, { merged, kept }: Pair): Promise<Namesake[]> {
  const sharers = await namesakesOf(write, numberOf(write, merged), Number(merged.id));
  const isShared = sharers.some(({ artisanId }) => artisanId === Number(kept.id));
  const isOpenCase = [await openCaseOf(write, merged), await openCaseOf(write, kept)].some((issue) => issue !== null);
  if (!isShared || !isOpenCase) throw domainError('CONFLICT', { path: KEPT, reason: DUPLICATE_REASONS.NOT_ONE_CASE });
  return sharers;
}

/** Closes the issue of the merged entry, and that of the kept one where it is alone now. */
async function closedAfter(
  write: WriteTransaction,
  { merged, kept }: Pair,
  how: { last: boolean; resolution: string },
) {
  const { last, resolution } = how;
  const mine = await openCaseOf(write, merged);
  if (mine !== null) await closed(write, mine, { outcome: 'MERGED', resolution });
  const other = last ? await openCaseOf(write, kept) : null;
  if (other !== null) await closed(write, other, { outcome: 'KEPT', resolution });
}

async function lockedKept(write: WriteTransaction, { keptId, keptVersion }: MergeArtisansInput): Promise<Artisan> {
  const expected = { expectedVersion: keptVersion, versionPath: 'input.keptVersion' };
  const kept = await write.lock(ARTISAN, keptId, { path: KEPT, ...expected });
  mustBeInRegister(kept, KEPT);
  return kept;
}

/** The fields that one row leaves empty and the other does not. */
const lacking = <Row extends object>(one: Row, other: Row, fields: readonly (keyof Row & string)[]): Fields =>
  Object.fromEntries(
    fields.filter((field) => one[field] == null && other[field] != null).map((field) => [field, other[field]]),
  );

/** What the kept entry does not say and the merged one does. */
async function completed(write: WriteTransaction, kept: Artisan, merged: Artisan): Promise<Fields> {
  const [own, other] = await identitiesOf(write, [kept, merged]);
  return {
    ...(own && other ? lacking(own, other, ['birthDate', 'phone']) : {}),
    ...lacking(kept, merged, ['sex', 'ageBand', 'qualification']),
  };
}

/** One person, one entry: the merged one is deleted ex officio, the kept one takes over what it lacks (art. 17 and 21). */
export async function mergeArtisans(write: WriteTransaction, input: MergeArtisansInput): Promise<Artisan> {
  requireCentral(write.viewer);
  const { artisanId, expectedVersion, reason } = input;
  const faults = new Violations();
  faults.addAll(validateText(reason, 'input.reason'));
  faults.throwIfAny();
  const merged = await write.lock(ARTISAN, artisanId, { path: MERGED, expectedVersion });
  const state = requireTransition(REGISTER_LIFE, { state: merged.registerState, event: 'strikeOff', path: MERGED });
  const kept = await lockedKept(write, input);
  const sharers = await sharersOf(write, { merged, kept });
  if (kept.registerState === 'APPLIED' && merged.registerState !== 'APPLIED')
    throw domainError('CONFLICT', { path: KEPT, reason: DUPLICATE_REASONS.KEEP_THE_REGISTERED });
  await requireNoOffice(write, merged, MERGED);
  await unlinkMembers(write, merged);
  const deleted = { registerState: state, deletedOn: today(), deletionGround: 'EX_OFFICIO', deletionReason: reason };
  const patch = await completed(write, kept, merged);
  await write.update(ARTISAN, merged, { ...deleted, ...NO_MEMBERSHIP });
  await closedAfter(write, { merged, kept }, { last: sharers.length === 1, resolution: reason });
  return write.update(ARTISAN, kept, patch);
}

/** Whether a live entry among the sides has the number of another live entry, held up or not. */
async function stillEqual(write: WriteTransaction, sides: readonly RegisterIssue[]): Promise<boolean> {
  const regions = sides.map(({ artisanRegionId }) => artisanRegionId);
  const ids = sides.map(({ artisanId }) => artisanId);
  const equal = await write.rows(sql`
    select from artisan own join unnest(${regions}::smallint[], ${ids}::int[]) as k (region_id, id) using (region_id, id)
    join artisan a on a.national_id = own.national_id and a.id <> own.id and a.register_state <> 'DELETED'
    where own.register_state <> 'DELETED' limit 1`);
  return equal.length > 0;
}

/** The entry that an issue of duplicates holds up. */
async function heldEntry(write: WriteTransaction, issue: RegisterIssue): Promise<Artisan> {
  if (issue.kind !== 'DUPLICATE') throw domainError('CONFLICT', { path: PATH, reason: DUPLICATE_REASONS.NO_CASE });
  const { artisanRegionId, artisanId } = issue;
  return write.lockById(ARTISAN, artisanId ?? -1, { regionId: artisanRegionId ?? -1, path: PATH });
}

/** Holds up an entry that had the number before the case was opened. */
async function heldUp(write: WriteTransaction, { artisanId }: Namesake, issue: RegisterIssue): Promise<void> {
  const { regionId, provinceId } = await write.lock(ARTISAN, globalId('Artisan', artisanId), { path: PATH });
  const { caseNumber, regionId: causedBy } = issue;
  const held = heldDuplicate({ regionId, provinceId, artisanId });
  await write.insert(ISSUE, { ...held, caseNumber, confirmedOn: today() }, { causedBy });
}

/** Confirms that the entries of a case need a decision: from here on all of them are held up, and their regions see why. */
export async function confirmDuplicate(write: WriteTransaction, input: ConfirmDuplicateInput): Promise<RegisterIssue> {
  requireCentral(write.viewer);
  const { issueId, expectedVersion } = input;
  // The entry is locked before its issue, as by those who correct it.
  const artisan = await heldEntry(write, await write.requireVisible(ISSUE, issueId, PATH));
  const others = await namesakesOf(write, numberOf(write, artisan), Number(artisan.id));
  const issue = await write.lock(ISSUE, issueId, { path: PATH, expectedVersion });
  requireTransition(ISSUE_LIFE, { state: issue.state, event: 'confirm', path: PATH });
  if (others.length === 0) throw domainError('CONFLICT', { path: PATH, reason: DUPLICATE_REASONS.ALONE });
  const unaware = others.filter((other) => other.issueId === null);
  if (issue.confirmedOn !== null && unaware.length === 0) {
    throw domainError('CONFLICT', { path: PATH, reason: DUPLICATE_REASONS.ALREADY_CONFIRMED });
  }
  for (const other of unaware) await heldUp(write, other, issue);
  const confirmed = await write.update(ISSUE, issue, { confirmedOn: issue.confirmedOn ?? today() });
  for (const { issueId: id, regionId } of others.filter((other) => other.issueId !== null)) {
    const side = await write.lockById(ISSUE, id ?? -1, { regionId, path: PATH });
    await write.update(ISSUE, side, { confirmedOn: side.confirmedOn ?? today() });
  }
  return confirmed;
}

/** Closes a case whose entries are of different people, or of which one alone is left. */
export async function separateDuplicates(
  write: WriteTransaction,
  input: SeparateDuplicatesInput,
): Promise<RegisterIssue> {
  requireCentral(write.viewer);
  const { issueId, expectedVersion } = input;
  const faults = new Violations();
  faults.addAll(validateText(input.resolution, 'input.resolution'));
  faults.throwIfAny();
  const issue = await write.lock(ISSUE, issueId, { path: PATH, expectedVersion });
  if (issue.kind !== 'DUPLICATE') throw domainError('CONFLICT', { path: PATH, reason: DUPLICATE_REASONS.NO_CASE });
  requireTransition(ISSUE_LIFE, { state: issue.state, event: 'resolve', path: PATH });
  const [all = []] = await sidesOf(write, [issue]);
  const sides = all.filter(isOpen);
  if (await stillEqual(write, sides)) {
    throw domainError('CONFLICT', { path: PATH, reason: DUPLICATE_REASONS.STILL_DUPLICATE });
  }
  const { resolution } = input;
  let mine = issue;
  for (const side of sides) {
    const settled = await closed(write, side, { outcome: 'DISTINCT', resolution });
    if (settled.id === issue.id) mine = settled;
  }
  return mine;
}
