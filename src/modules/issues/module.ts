import type { Module } from '../../platform/graphql/module.ts';
import { IdentityAlertResolver } from './alert.resolver.ts';
import { ArtisanIssues } from './artisan.fields.ts';
import { issueCommands } from './issue.commands.ts';
import { issuesByIds, issuesIn } from './issue.reads.ts';
import { RegisterIssueResolver } from './issue.resolver.ts';
import { RegisterIssueListArgs } from './issue.args.ts';
import { RegisterIssueConnection } from './issue.type.ts';
import { territoryList } from '../territory/territory-list.fields.ts';

export const issuesModule: Module = {
  tables: [() => import('./issue.table.ts'), () => import('./number.table.ts')],
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
      description: 'The register issues here, as far as they are in sight. Needs the records grant.',
    }),
    IdentityAlertResolver,
  ],
};
