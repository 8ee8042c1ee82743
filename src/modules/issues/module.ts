import { entityFields } from '../territory/entity.fields.ts';
import { commands } from '../../platform/graphql/commands.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { ISSUE_REASONS } from './issue.reasons.ts';
import { TERRITORY } from '../territory/territory.reasons.ts';
import { TEXT_REASONS } from '../../platform/errors/validators.ts';
import { AssignRegisterIssueInput, OpenRegisterIssueInput, ResolveRegisterIssueInput } from './issue.input.ts';
import { RegisterIssue, RegisterIssueListArgs, RegisterIssueConnection } from './issue.type.ts';
import { assignRegisterIssue, openRegisterIssue, resolveRegisterIssue } from './issue.writes.ts';
import type { Module } from '../../platform/graphql/module.ts';
import { ArtisanIssues, RegisterIssueResolver } from './issue.resolver.ts';
import { issuesByIds, issuesIn } from './issue.reads.ts';
import { territoryList } from '../territory/territory-list.fields.ts';

const issueCommands = commands({
  openRegisterIssue: {
    run: openRegisterIssue,
    input: OpenRegisterIssueInput,
    answers: RegisterIssue,
    refusals: [
      ...TEXT_REASONS,
      COMMON.DAY_BEFORE,
      ISSUE_REASONS.ARTISAN_ELSEWHERE,
      ISSUE_REASONS.DUPLICATES_ARE_FOUND,
      TERRITORY.NO_PROVINCE,
      TERRITORY.NO_SUCH_TERRITORY,
    ],
    description: `Opens an issue. Needs the capture grant at the province.`,
  },
  assignRegisterIssue: {
    run: assignRegisterIssue,
    input: AssignRegisterIssueInput,
    answers: RegisterIssue,
    refusals: [...TEXT_REASONS, COMMON.WRONG_STATE, COMMON.DAY_BEFORE],
    description: `OPEN or ASSIGNED to ASSIGNED. Needs the capture grant at the province.`,
  },
  resolveRegisterIssue: {
    run: resolveRegisterIssue,
    input: ResolveRegisterIssueInput,
    answers: RegisterIssue,
    refusals: [...TEXT_REASONS, COMMON.WRONG_STATE, ISSUE_REASONS.CASE_OF_DUPLICATES],
    description: `OPEN or ASSIGNED to RESOLVED, of any kind but DUPLICATE. Needs the capture grant at the province.`,
  },
});

export const issuesModule: Module = {
  tables: [() => import('./issue.table.ts')],
  nodes: {
    RegisterIssue: (scope, id) => scope.loader(issuesByIds).load(id),
  },
  resolvers: [
    entityFields(RegisterIssue),
    RegisterIssueResolver,
    issueCommands,
    ArtisanIssues,
    territoryList('registerIssues', {
      args: RegisterIssueListArgs,
      connection: RegisterIssueConnection,
      list: issuesIn,
      description: 'The register issues here, as far as the viewer may read them. Needs the records grant.',
    }),
  ],
};
