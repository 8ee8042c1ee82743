import type { ClientBase } from 'pg';

const EVERYWHERE = '{0,1,2,3,4,5,6,7,8,9,10,11,12}';

interface Index {
  readonly name: string;
  readonly definition: string;
}

/** The tables behind the wall. COPY is refused where policies hold for the owner too, so FORCE is lifted meanwhile. */
async function forcedTables(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
     where relforcerowsecurity and relnamespace = 'public'::regnamespace order by relname`,
  );
  return rows.map(({ name }) => name);
}

async function secondaryIndexes(client: ClientBase): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `select quote_ident(c.relname) as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = 'artisan'::regclass and not i.indisunique`,
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

/**
 * One transaction of the owner's for loading in bulk: the wall is lifted for it alone, and an index is built once at the
 * end instead of a row at a time.
 */
export async function bulkTransaction(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`set local maintenance_work_mem = '256MB'`);
    for (const name of ['records', 'capture', 'figures']) {
      await client.query(`select set_config('app.${name}', $1, true)`, [EVERYWHERE]);
    }
    const tables = await forcedTables(client);
    const indexes = await secondaryIndexes(client);
    for (const table of tables) await client.query(`alter table ${table} no force row level security`);
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    await work();
    for (const { definition } of indexes) await client.query(definition);
    await setSequences(client);
    for (const table of tables) await client.query(`alter table ${table} force row level security`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
