import { requireWriteAccess } from '../../platform/auth/viewer.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { today } from '../../platform/lib/dates.ts';
import { validateText } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { requireTransition } from '../../platform/errors/state-machine.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { ARTISAN } from '../artisans/artisan.reads.ts';
import { provinceByCode } from '../territory/territory.reads.ts';
import type { AssignRegisterIssueInput, OpenRegisterIssueInput, ResolveRegisterIssueInput } from './issue.input.ts';
import { ISSUE } from './issue.reads.ts';
import { ISSUE_REASONS } from './issue.reasons.ts';
import { ISSUE_LIFE, type IssueEvent } from './issue.rules.ts';
import type { RegisterIssue } from './issue.type.ts';

const PATH = 'input.issueId';
const ASSIGNEE_AT_MOST = 120;

/** Reports a problem of the register, of one entry or of a province as a whole. */
export async function openRegisterIssue(
  write: WriteTransaction,
  input: OpenRegisterIssueInput,
): Promise<RegisterIssue> {
  const { artisanId, kind, dueOn = null } = input;
  const artisan = artisanId == null ? null : await write.requireVisible(ARTISAN, artisanId, 'input.artisanId');
  const openedOn = today();
  const faults = new Violations();
  const province = faults.capture(() => provinceByCode(write, input.province, 'input.province'));
  const elsewhere = artisan !== null && province !== null && artisan.provinceId !== province.provinceId;
  faults.addIf(elsewhere, 'input.artisanId', ISSUE_REASONS.ARTISAN_ELSEWHERE);
  faults.addIf(kind === 'DUPLICATE', 'input.kind', ISSUE_REASONS.DUPLICATES_ARE_FOUND);
  faults.addAll(validateText(input.description, 'input.description'));
  faults.addIf(dueOn !== null && dueOn < openedOn, 'input.dueOn', COMMON.DAY_BEFORE, { earliest: openedOn });
  faults.throwIfAny();
  const spot = { regionId: province?.regionId ?? 0, provinceId: province?.provinceId ?? null };
  requireWriteAccess(write.viewer, spot, 'input.province');
  return write.insert(ISSUE, {
    ...{ ...spot, kind, state: 'OPEN', description: input.description, openedOn, dueOn },
    ...{ artisanRegionId: artisan?.regionId, artisanId: artisan === null ? null : Number(artisan.id) },
  });
}

interface Named {
  readonly issueId: string;
  readonly expectedVersion: number;
}

async function locked(write: WriteTransaction, { issueId, expectedVersion }: Named, event: IssueEvent) {
  const issue = await write.lock(ISSUE, issueId, { path: PATH, expectedVersion });
  return { issue, state: requireTransition(ISSUE_LIFE, { state: issue.state, event, path: PATH }) };
}

export async function assignRegisterIssue(
  write: WriteTransaction,
  input: AssignRegisterIssueInput,
): Promise<RegisterIssue> {
  const { issue, state } = await locked(write, input, 'assign');
  const dueOn = input.dueOn ?? issue.dueOn;
  const faults = new Violations();
  faults.addAll(validateText(input.assignee, 'input.assignee', ASSIGNEE_AT_MOST));
  const early = dueOn !== null && dueOn < issue.openedOn;
  faults.addIf(early, 'input.dueOn', COMMON.DAY_BEFORE, { earliest: issue.openedOn });
  faults.throwIfAny();
  return write.update(ISSUE, issue, { state, assignee: input.assignee, dueOn });
}

/** Closes an issue that the region can settle by itself; a case of duplicates is the centre's. */
export async function resolveRegisterIssue(
  write: WriteTransaction,
  input: ResolveRegisterIssueInput,
): Promise<RegisterIssue> {
  const { issue, state } = await locked(write, input, 'resolve');
  if (issue.kind === 'DUPLICATE')
    throw domainError('FORBIDDEN', { path: PATH, reason: ISSUE_REASONS.CASE_OF_DUPLICATES });
  const faults = new Violations();
  faults.addAll(validateText(input.resolution, 'input.resolution'));
  faults.throwIfAny();
  return write.update(ISSUE, issue, { state, closedOn: today(), resolution: input.resolution });
}
