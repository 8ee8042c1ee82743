import type { StateMachine } from '../../platform/errors/state-machine.ts';

/** What can be wrong with the register; the meetings of 2025 speak of its problems without naming them, so this is ours. */
export const RegisterIssueKind = {
  IDENTITY: 'IDENTITY',
  PROFESSION: 'PROFESSION',
  PLACE: 'PLACE',
  DOCUMENTS: 'DOCUMENTS',
  DELAY: 'DELAY',
  CARD: 'CARD',
  DUPLICATE: 'DUPLICATE',
  OTHER: 'OTHER',
} as const;
export type RegisterIssueKind = keyof typeof RegisterIssueKind;

export const RegisterIssueState = { OPEN: 'OPEN', ASSIGNED: 'ASSIGNED', RESOLVED: 'RESOLVED' } as const;
export type RegisterIssueState = keyof typeof RegisterIssueState;

/** How an entry came out of a case of duplicates. */
export const DuplicateOutcome = {
  KEPT: 'KEPT',
  MERGED: 'MERGED',
  DISTINCT: 'DISTINCT',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type DuplicateOutcome = keyof typeof DuplicateOutcome;

export type IssueEvent = 'assign' | 'confirm' | 'resolve';

export const ISSUE_LIFE: StateMachine<RegisterIssueState, IssueEvent> = {
  OPEN: { assign: 'ASSIGNED', confirm: 'OPEN', resolve: 'RESOLVED' },
  ASSIGNED: { assign: 'ASSIGNED', confirm: 'ASSIGNED', resolve: 'RESOLVED' },
  RESOLVED: {},
};
