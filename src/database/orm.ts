import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type EntitySchema } from '@mikro-orm/postgresql';
import { migrationsList } from '../../migrations/index.ts';

/**
 * An owner that is no superuser stands behind the wall too, and so do the checks of a new foreign key: without a scope
 * they would fail, and with a smaller one they would pass over rows.
 */
const EVERYTHING_IN_SIGHT = ['records', 'capture', 'figures']
  .map((name) => `-c app.${name}={0,1,2,3,4,5,6,7,8,9,10,11,12}`)
  .join(' ');

/** The options that the server, the migrations and the checks share. */
export const ormOptions = (entities: readonly EntitySchema[], url: string) => ({
  entities: [...entities],
  clientUrl: url,
  driverOptions: { options: EVERYTHING_IN_SIGHT },
  extensions: [Migrator],
  migrations: {
    migrationsList: [...migrationsList],
    tableName: 'migration',
    snapshot: false,
    transactional: true,
    silent: true,
  },
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
