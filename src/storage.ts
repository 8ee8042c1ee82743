import 'reflect-metadata';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { modules } from './modules.ts';
import type { LoadTables } from './platform/graphql/module.ts';

const PLATFORM: readonly LoadTables[] = [
  () => import('./platform/audit/audit.tables.ts'),
  () => import('./platform/auth/budget.table.ts'),
];

/** The tables of the platform and of each module, which the migrations make: `npm run check:migrations` compares the two. */
export async function loadTables(): Promise<EntitySchema[]> {
  const files = await Promise.all([...modules.flatMap(({ tables = [] }) => tables), ...PLATFORM].map((load) => load()));
  return files.flatMap((file) => Object.values(file));
}
