import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type EntitySchema } from '@mikro-orm/postgresql';
import { migrationsList } from '../../migrations/index.ts';

/** The options that the server, the migrations and the checks share. */
export const ormOptions = (entities: readonly EntitySchema[], url: string) => ({
  entities: [...entities],
  clientUrl: url,
  extensions: [Migrator],
  migrations: { migrationsList: [...migrationsList], tableName: 'migration', snapshot: false, transactional: true },
  // Foreign keys are composite and share region_id, and triggers keep the figures: both stand in the migrations as SQL.
  schemaGenerator: {
    createForeignKeyConstraints: false,
    ignoreTriggers: true,
    ignoreRoutines: true,
    ignoreSchema: ['app'],
    skipTables: ['migration'],
  },
});

export function openOrm(entities: readonly EntitySchema[], url: string, poolSize = 4): Promise<MikroORM> {
  return MikroORM.init({ ...ormOptions(entities, url), pool: { min: 0, max: poolSize } });
}
