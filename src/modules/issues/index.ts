export {
  endCase,
  entering,
  followMove,
  heldDuplicate,
  holdUp,
  requireNoOpenCase,
  namesakesOf,
  numberChange,
  numberOf,
  type Namesake,
} from './case.writes.ts';
export { ISSUE, issuesByIds, openCaseOf, sidesOf } from './issue.reads.ts';
export { ISSUE_LIFE, type DuplicateOutcome } from './issue.rules.ts';
export { RegisterIssue } from './issue.type.ts';
