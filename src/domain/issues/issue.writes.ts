import { mustReach } from '../../access/viewer.ts';
import type { Write } from '../../access/write.ts';
import { COMMON } from '../../kernel/common.reasons.ts';
import { today } from '../../kernel/dates.ts';
import { textFaults } from '../../kernel/facts.ts';
import { Faults } from '../../kernel/faults.ts';
import { mustFollow } from '../../kernel/life-cycle.ts';
import { refuse } from '../../kernel/refusal.ts';
import { ARTISAN } from '../artisans/index.ts';
import { provinceByCode } from '../territory/index.ts';
import type { AssignRegisterIssueInput, OpenRegisterIssueInput, ResolveRegisterIssueInput } from './issue.input.ts';
import { ISSUE } from './issue.reads.ts';
import { ISSUE_REASONS } from './issue.reasons.ts';
import { ISSUE_LIFE, type IssueEvent } from './issue.rules.ts';
import type { RegisterIssue } from './issue.type.ts';

const PATH = 'input.issueId';
const ASSIGNEE_AT_MOST = 120;

/** Tells a problem of the register, of one entry or of a province as a whole. */
export async function openRegisterIssue(write: Write, input: OpenRegisterIssueInput): Promise<RegisterIssue> {
  const { artisanId, kind, dueOn = null } = input;
  const artisan = artisanId == null ? null : await write.seen(ARTISAN, artisanId, 'input.artisanId');
  const openedOn = today();
  const faults = new Faults();
  const province = faults.try(() => provinceByCode(write, input.province, 'input.province'));
  const elsewhere = artisan !== null && province !== null && artisan.provinceId !== province.provinceId;
  faults.when(elsewhere, 'input.artisanId', ISSUE_REASONS.ARTISAN_ELSEWHERE);
  faults.when(kind === 'DUPLICATE', 'input.kind', ISSUE_REASONS.DUPLICATES_ARE_FOUND);
  faults.all(textFaults(input.description, 'input.description'));
  faults.when(dueOn !== null && dueOn < openedOn, 'input.dueOn', COMMON.DAY_BEFORE, { earliest: openedOn });
  faults.refuse();
  const spot = { regionId: province?.regionId ?? 0, provinceId: province?.provinceId ?? null };
  mustReach(write.viewer, spot, 'input.province');
  return write.insert(ISSUE, {
    ...{ ...spot, kind, state: 'OPEN', description: input.description, openedOn, dueOn },
    ...{ artisanRegionId: artisan?.regionId, artisanId: artisan === null ? null : Number(artisan.id) },
  });
}

interface Named {
  readonly issueId: string;
  readonly expectedVersion: number;
}

async function locked(write: Write, { issueId, expectedVersion }: Named, event: IssueEvent) {
  const issue = await write.lock(ISSUE, issueId, { path: PATH, expectedVersion });
  return { issue, state: mustFollow(ISSUE_LIFE, { state: issue.state, event, path: PATH }) };
}

export async function assignRegisterIssue(write: Write, input: AssignRegisterIssueInput): Promise<RegisterIssue> {
  const { issue, state } = await locked(write, input, 'assign');
  const dueOn = input.dueOn ?? issue.dueOn;
  const faults = new Faults();
  faults.all(textFaults(input.assignee, 'input.assignee', ASSIGNEE_AT_MOST));
  const early = dueOn !== null && dueOn < issue.openedOn;
  faults.when(early, 'input.dueOn', COMMON.DAY_BEFORE, { earliest: issue.openedOn });
  faults.refuse();
  return write.update(ISSUE, issue, { state, assignee: input.assignee, dueOn });
}

/** Closes an issue that the region can settle by itself; a case of duplicates is the centre's. */
export async function resolveRegisterIssue(write: Write, input: ResolveRegisterIssueInput): Promise<RegisterIssue> {
  const { issue, state } = await locked(write, input, 'resolve');
  if (issue.kind === 'DUPLICATE') throw refuse('FORBIDDEN', { path: PATH, reason: ISSUE_REASONS.CASE_OF_DUPLICATES });
  const faults = new Faults();
  faults.all(textFaults(input.resolution, 'input.resolution'));
  faults.refuse();
  return write.update(ISSUE, issue, { state, closedOn: today(), resolution: input.resolution });
}
