import { Migrator } from '@mikro-orm/migrations';
import type { EntitySchema, MigrationObject } from '@mikro-orm/postgresql';

/**
 * FORCE ROW LEVEL SECURITY applies to a non-superuser owner, and to the checks of a new foreign key: without a scope
 * they would fail, and with a smaller one they would pass over rows.
 */
const EVERY_REGION = ['records', 'capture', 'figures']
  .map((name) => `-c app.${name}={0,1,2,3,4,5,6,7,8,9,10,11,12}`)
  .join(' ');

interface Contents {
  readonly tables: readonly EntitySchema[];
  readonly migrations: readonly MigrationObject[];
}

/** The options that migrating and checking share. */
export const ormOptions = ({ tables, migrations }: Contents, url: string) => ({
  entities: [...tables],
  clientUrl: url,
  driverOptions: { options: EVERY_REGION },
  extensions: [Migrator],
  migrations: {
    migrationsList: [...migrations],
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
