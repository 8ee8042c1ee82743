import type { Module } from '../../platform/graphql/module.ts';
import { IdentityAlertResolver, ArtisanIssues, RegisterIssueResolver } from './issue.resolver.ts';
import { issueCommands } from './issue.commands.ts';
import { issuesByIds, issuesIn } from './issue.reads.ts';
import { RegisterIssueListArgs, RegisterIssueConnection } from './issue.type.ts';
import { territoryList } from '../territory/territory-list.fields.ts';

export const issuesModule: Module = {
  tables: [() => import('./issue.table.ts')],
  nodes: {
    RegisterIssue: (scope, id) => scope.loader(issuesByIds).load(id),
  },
  resolvers: [
    RegisterIssueResolver,
    issueCommands,
    ArtisanIssues,
    territoryList('registerIssues', {
      args: RegisterIssueListArgs,
      connection: RegisterIssueConnection,
      list: issuesIn,
      description: 'The register issues here, as far as the viewer may read them. Needs the records grant.',
    }),
    IdentityAlertResolver,
  ],
};
