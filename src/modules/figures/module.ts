import type { Module } from '../../platform/graphql/module.ts';
import { publishedSource } from './published-figure.reads.ts';

export const figuresModule: Module = {
  tables: [() => import('./figure.table.ts')],
  reference: [publishedSource],
  resolvers: [],
};
