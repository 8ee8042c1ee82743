import type { Module } from '../../platform/graphql/module.ts';
import { IdentityAlertResolver } from './alert.resolver.ts';
import { ArtisanIssues } from './artisan.fields.ts';
import { issueCommands } from './issue.commands.ts';
import { issuesByIds } from './issue.reads.ts';
import { RegisterIssueResolver } from './issue.resolver.ts';
import { TerritoryIssues } from './territory.fields.ts';

export const issuesModule: Module = {
  tables: [() => import('./issue.table.ts'), () => import('./number.table.ts')],
  nodes: {
    RegisterIssue: (scope, id) => scope.loader(issuesByIds).load(id),
  },
  resolvers: [RegisterIssueResolver, issueCommands, ArtisanIssues, TerritoryIssues, IdentityAlertResolver],
};
