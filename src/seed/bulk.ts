import type { ClientBase } from 'pg';

const EVERYWHERE = '{0,1,2,3,4,5,6,7,8,9,10,11,12}';

/** Something of the artisans' table that costs time for every row that comes, and how to take it away and make it again. */
interface Burden {
  readonly drop: string;
  readonly make: string;
}

/** The tables with row-level security. COPY is refused where policies hold for the owner too, so FORCE is lifted meanwhile. */
async function forcedTables(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
     where relforcerowsecurity and relnamespace = 'public'::regnamespace order by relname`,
  );
  return rows.map(({ name }) => name);
}

/** Foreign keys and unique constraints first; others refer to the primary key, so it stays. */
async function constraints(client: ClientBase): Promise<Burden[]> {
  const { rows } = await client.query<Burden>(
    `select format('alter table artisan drop constraint %I', conname) as drop,
       format('alter table artisan add constraint %I %s', conname, pg_get_constraintdef(oid)) as make
     from pg_constraint where conrelid = 'artisan'::regclass and contype in ('f', 'u') order by conname`,
  );
  return rows;
}

async function indexes(client: ClientBase): Promise<Burden[]> {
  const { rows } = await client.query<Burden>(
    `select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as make
     from pg_index i where i.indrelid = 'artisan'::regclass and not i.indisunique order by i.indexrelid`,
  );
  return rows;
}

async function setSequences(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; sequence: string }>(
    `select quote_ident(table_name) as name, pg_get_serial_sequence(quote_ident(table_name), 'id') as sequence
     from information_schema.columns
     where table_schema = 'public' and column_name = 'id' and column_default like 'nextval%'`,
  );
  for (const { name, sequence } of rows) {
    await client.query(`select setval($1, greatest((select max(id) from ${name}), 1))`, [sequence]);
  }
}

interface BulkWork {
  readonly load: () => Promise<void>;
  /** What looks up rows that were loaded, once their indexes are there again. */
  readonly follow: () => Promise<void>;
}

/**
 * One transaction of the owner's for bulk loading: FORCE ROW LEVEL SECURITY is lifted for it alone, and an index is built and a foreign
 * key checked once at the end instead of a row at a time.
 */
export async function bulkTransaction(client: ClientBase, { load, follow }: BulkWork): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`set local maintenance_work_mem = '256MB'`);
    for (const name of ['records', 'capture', 'figures']) {
      await client.query(`select set_config('app.${name}', $1, true)`, [EVERYWHERE]);
    }
    const tables = await forcedTables(client);
    const burdens = [...(await constraints(client)), ...(await indexes(client))];
    for (const table of tables) await client.query(`alter table ${table} no force row level security`);
    for (const { drop } of burdens) await client.query(drop);
    await load();
    for (const { make } of burdens) await client.query(make);
    await client.query('analyze artisan');
    await follow();
    await setSequences(client);
    for (const table of tables) await client.query(`alter table ${table} force row level security`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
