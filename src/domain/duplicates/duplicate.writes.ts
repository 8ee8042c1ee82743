import { sql } from 'kysely';
import type { Fields } from '../../access/kind.ts';
import { mustBeCentral } from '../../access/viewer.ts';
import type { Write } from '../../access/write.ts';
import { today } from '../../kernel/dates.ts';
import { textFaults } from '../../kernel/facts.ts';
import { Faults } from '../../kernel/faults.ts';
import { mustFollow } from '../../kernel/life-cycle.ts';
import { refuse } from '../../kernel/refusal.ts';
import { ARTISAN, identitiesOf, REGISTER_LIFE, type Artisan } from '../artisans/index.ts';
import { unlinkMembers } from '../committees/index.ts';
import { ISSUE, ISSUE_LIFE, openCaseOf, sidesOf, type DuplicateOutcome, type RegisterIssue } from '../issues/index.ts';
import { mustBeInRegister, mustHoldNothing, NO_MEMBERSHIP } from '../register/index.ts';
import type { MergeArtisansInput, SeparateDuplicatesInput } from './duplicate.input.ts';
import { DUPLICATE_REASONS } from './duplicate.reasons.ts';

const PATH = 'input.issueId';
const MERGED = 'input.artisanId';
const KEPT = 'input.keptId';

/** Closes one side of a case; the rows of a case are changed in their order, so that two officers cannot cross. */
async function closed(write: Write, side: RegisterIssue, how: { outcome: DuplicateOutcome; resolution: string }) {
  const at = { regionId: side.regionId, path: PATH };
  const issue = await write.find(ISSUE, Number(side.id), at);
  const state = mustFollow(ISSUE_LIFE, { state: issue.state, event: 'resolve', path: PATH });
  return write.update(ISSUE, issue, { state, closedOn: today(), ...how });
}

const isOpen = ({ state }: RegisterIssue): boolean => state !== 'RESOLVED';

async function oneCaseOf(write: Write, merged: Artisan, kept: Artisan): Promise<RegisterIssue[]> {
  const [one, other] = [await openCaseOf(write, merged), await openCaseOf(write, kept)];
  const [sides] = one === null ? [] : await sidesOf(write, [one]);
  if (
    sides === undefined ||
    one === null ||
    other === null ||
    one.id === other.id ||
    one.caseNumber !== other.caseNumber
  )
    throw refuse('CONFLICT', { path: KEPT, reason: DUPLICATE_REASONS.NOT_ONE_CASE });
  return sides.filter(isOpen);
}

async function lockedKept(write: Write, { keptId, keptVersion }: MergeArtisansInput): Promise<Artisan> {
  const kept = await write.lock(ARTISAN, keptId, { path: KEPT });
  mustBeInRegister(kept, KEPT);
  if (kept.version === keptVersion) return kept;
  const { version } = kept;
  throw refuse(
    'CONFLICT',
    { path: 'input.keptVersion', reason: DUPLICATE_REASONS.STALE_KEPT, values: { version } },
    { version },
  );
}

/** The fields that one row leaves empty and the other does not. */
const lacking = <Row extends object>(one: Row, other: Row, fields: readonly (keyof Row & string)[]): Fields =>
  Object.fromEntries(
    fields.filter((field) => one[field] == null && other[field] != null).map((field) => [field, other[field]]),
  );

/** What the kept entry does not say and the merged one does. */
async function completed(write: Write, kept: Artisan, merged: Artisan): Promise<Fields> {
  const [own, other] = await identitiesOf(write, [kept, merged]);
  return {
    ...(own && other ? lacking(own, other, ['birthDate', 'phone']) : {}),
    ...lacking(kept, merged, ['sex', 'ageBand', 'qualification']),
  };
}

/** One person, one entry: the merged one is deleted ex officio, the kept one takes over what it lacks (art. 17 and 21). */
export async function mergeArtisans(write: Write, input: MergeArtisansInput): Promise<Artisan> {
  mustBeCentral(write.viewer);
  const { artisanId, expectedVersion, reason } = input;
  const faults = new Faults();
  faults.all(textFaults(reason, 'input.reason'));
  faults.refuse();
  const merged = await write.lock(ARTISAN, artisanId, { path: MERGED, expectedVersion });
  const state = mustFollow(REGISTER_LIFE, { state: merged.registerState, event: 'strikeOff', path: MERGED });
  const kept = await lockedKept(write, input);
  const sides = await oneCaseOf(write, merged, kept);
  if (kept.registerState === 'APPLIED' && merged.registerState !== 'APPLIED')
    throw refuse('CONFLICT', { path: KEPT, reason: DUPLICATE_REASONS.KEEP_THE_REGISTERED });
  await mustHoldNothing(write, merged, MERGED);
  await unlinkMembers(write, merged);
  const deleted = { registerState: state, deletedOn: today(), deletionGround: 'EX_OFFICIO', deletionReason: reason };
  const patch = await completed(write, kept, merged);
  await write.update(ARTISAN, merged, { ...deleted, ...NO_MEMBERSHIP });
  const outcomes = new Map<number, DuplicateOutcome>([[Number(merged.id), 'MERGED']]);
  if (sides.length === 2) outcomes.set(Number(kept.id), 'KEPT');
  for (const side of sides) {
    const outcome = outcomes.get(side.artisanId ?? -1);
    if (outcome !== undefined) await closed(write, side, { outcome, resolution: reason });
  }
  return write.update(ARTISAN, kept, patch);
}

/** How many live entries among the sides share a number with another one. */
async function stillEqual(write: Write, sides: readonly RegisterIssue[]): Promise<boolean> {
  const regions = sides.map(({ artisanRegionId }) => artisanRegionId);
  const ids = sides.map(({ artisanId }) => artisanId);
  const equal = await write.rows(sql`
    select 1 from artisan a join unnest(${regions}::smallint[], ${ids}::int[]) as k (region_id, id) using (region_id, id)
    where a.register_state <> 'DELETED' group by a.national_id having count(*) > 1`);
  return equal.length > 0;
}

/** Closes a case whose entries are of different people, or of which one alone is left. */
export async function separateDuplicates(write: Write, input: SeparateDuplicatesInput): Promise<RegisterIssue> {
  mustBeCentral(write.viewer);
  const { issueId, expectedVersion } = input;
  const faults = new Faults();
  faults.all(textFaults(input.resolution, 'input.resolution'));
  faults.refuse();
  const issue = await write.lock(ISSUE, issueId, { path: PATH, expectedVersion });
  if (issue.kind !== 'DUPLICATE') throw refuse('CONFLICT', { path: PATH, reason: DUPLICATE_REASONS.NO_CASE });
  mustFollow(ISSUE_LIFE, { state: issue.state, event: 'resolve', path: PATH });
  const [all = []] = await sidesOf(write, [issue]);
  const sides = all.filter(isOpen);
  if (await stillEqual(write, sides)) {
    throw refuse('CONFLICT', { path: PATH, reason: DUPLICATE_REASONS.STILL_DUPLICATE });
  }
  const { resolution } = input;
  let mine = issue;
  for (const side of sides) {
    const settled = await closed(write, side, { outcome: 'DISTINCT', resolution });
    if (settled.id === issue.id) mine = settled;
  }
  return mine;
}
