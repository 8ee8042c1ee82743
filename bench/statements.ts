import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import { withClient } from '../src/platform/postgres/open.ts';
import { replyOf, type Running } from './contestant.ts';
import type { Call } from './load.ts';
import type { Contestant } from './works/work.ts';

// What opens and ends a transaction is not counted, nor what makes it a viewer's.
const COUNTED = `
  select coalesce(sum(s.calls), 0)::int as calls from pg_stat_statements s
  join pg_database d on d.oid = s.dbid and d.datname = current_database()
  where s.query !~* '^\\s*(begin|start|commit|rollback|set|show|deallocate)' and s.query not like '%set_config(%'
    and s.query not like '%pg_stat_statements%' and s.query not like '%pg_reload_conf%'`;

const A_MOMENT_MS = 200;

/** Which statements are counted: none while anything is timed. */
export async function track(client: Client, which: 'top' | 'none'): Promise<void> {
  await client.query(`alter system set pg_stat_statements.track = '${which}'`);
  await client.query('select pg_reload_conf()');
  let known = '';
  while (known !== which) {
    await setTimeout(A_MOMENT_MS);
    const { rows } = await client.query<{ track: string }>(
      `select current_setting('pg_stat_statements.track') as track`,
    );
    known = rows[0]?.track ?? '';
  }
  // The other connections are told at the same time, and may need a moment longer.
  await setTimeout(A_MOMENT_MS);
}

async function countedFor(client: Client, { origin }: Running, calls: readonly Call[]): Promise<number> {
  await client.query('select pg_stat_statements_reset()');
  for (const { request, token } of calls) await replyOf(origin, request, token);
  // A statement is counted when its transaction ends, which not everybody waits for before the answer.
  await setTimeout(A_MOMENT_MS);
  const { rows } = await client.query<{ calls: number }>(COUNTED);
  return (rows[0]?.calls ?? 0) / calls.length;
}

/** Counts the statements of a request of each contestant, asked one after another. */
export async function statementsOf(
  databaseUrl: string,
  contestants: readonly Running[],
  calls: ReadonlyMap<Contestant, readonly Call[]>,
): Promise<Map<Contestant, number>> {
  return withClient(databaseUrl, async (client) => {
    await track(client, 'top');
    const statements = new Map<Contestant, number>();
    for (const contestant of contestants) {
      statements.set(contestant.name, await countedFor(client, contestant, calls.get(contestant.name) ?? []));
    }
    await track(client, 'none');
    return statements;
  });
}
