import { commands } from '../../platform/graphql/commands.ts';
import { AssignRegisterIssueInput, OpenRegisterIssueInput, ResolveRegisterIssueInput } from './issue.input.ts';
import { RegisterIssue } from './issue.type.ts';
import { assignRegisterIssue, openRegisterIssue, resolveRegisterIssue } from './issue.writes.ts';

export const issueCommands = commands({
  openRegisterIssue: {
    run: openRegisterIssue,
    input: OpenRegisterIssueInput,
    answers: RegisterIssue,
    description: `Opens an issue. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault (NO_PROVINCE, ARTISAN_ELSEWHERE, DUPLICATES_ARE_FOUND, EMPTY_TEXT, TEXT_TOO_LONG, DAY_BEFORE), NOT_FOUND, FORBIDDEN.`,
  },
  assignRegisterIssue: {
    run: assignRegisterIssue,
    input: AssignRegisterIssueInput,
    answers: RegisterIssue,
    description: `OPEN or ASSIGNED to ASSIGNED. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  resolveRegisterIssue: {
    run: resolveRegisterIssue,
    input: ResolveRegisterIssueInput,
    answers: RegisterIssue,
    description: `OPEN or ASSIGNED to RESOLVED, of any kind but DUPLICATE. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN (OUT_OF_REACH, CASE_OF_DUPLICATES), CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
});
