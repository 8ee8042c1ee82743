import 'reflect-metadata';
import { migrationsList } from '../migrations/index.ts';
import { modules } from './modules.ts';
import type { LoadTables } from './platform/graphql/module.ts';
import type { Storage } from './platform/postgres/orm.ts';

const PLATFORM: readonly LoadTables[] = [
  () => import('./platform/audit/audit.tables.ts'),
  () => import('./platform/auth/budget.table.ts'),
];

/** What the database holds: the tables of the platform and of each module. */
export async function loadStorage(): Promise<Storage> {
  const files = await Promise.all([...modules.flatMap(({ tables = [] }) => tables), ...PLATFORM].map((load) => load()));
  return { tables: files.flatMap((file) => Object.values(file)), migrations: migrationsList };
}
