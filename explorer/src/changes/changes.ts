import { CENTRE, WHAT_IF } from './centre.changes.ts';
import type { Change, ChangeGroup } from './change.ts';
import { COMMITTEES } from './committees.changes.ts';
import { ELECTIONS } from './elections.changes.ts';
import { FOUNDING } from './founding.changes.ts';
import { ISSUES } from './issues.changes.ts';
import { OUTREACH } from './outreach.changes.ts';
import { PROGRAMME } from './programme.changes.ts';
import { REGISTER } from './register.changes.ts';

/** In the order of the roll-out. */
export const CHANGE_GROUPS: readonly ChangeGroup[] = [
  REGISTER,
  ISSUES,
  OUTREACH,
  COMMITTEES,
  FOUNDING,
  ELECTIONS,
  PROGRAMME,
  CENTRE,
  WHAT_IF,
];

export const CHANGES: readonly Change[] = CHANGE_GROUPS.flatMap(({ changes }) => changes);
