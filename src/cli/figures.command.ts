import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { loadConfig } from '../platform/config/load.ts';
import { runOn } from '../platform/postgres/pool.ts';
import { usingDatabase, withClient } from '../platform/postgres/open.ts';
import { differencesIn } from '../modules/figures/recount.reads.ts';

const USAGE = `Usage: npm run figures -- verify            recomputes every figure and reports differences
       npm run figures -- roll [--year N]  moves everybody to the age band of a reference year (this year by default)`;
const EVERYWHERE = '{0,1,2,3,4,5,6,7,8,9,10,11,12}';

/** Begins as an officer who reads and changes every region: a superuser owner bypasses row-level security. */
async function begin(client: pg.Client, isolation: string): Promise<void> {
  await client.query(`begin isolation level ${isolation}`);
  for (const name of ['records', 'capture', 'figures']) {
    await client.query(`select set_config('app.${name}', $1, true)`, [EVERYWHERE]);
  }
  await client.query('set local role hiraf_capture');
}

async function verify(client: pg.Client): Promise<number> {
  await begin(client, 'repeatable read');
  const differences = await differencesIn((statement) => runOn(client, statement));
  await client.query('commit');
  for (const difference of differences) process.stdout.write(`${JSON.stringify(difference)}\n`);
  process.stdout.write(
    differences.length === 0 ? 'Every figure is exact.\n' : `${String(differences.length)} differ.\n`,
  );
  return differences.length === 0 ? 0 : 1;
}

async function roll(client: pg.Client, year: number): Promise<number> {
  await begin(client, 'read committed');
  const { rows } = await client.query<{ changed: number }>('select app.roll_age_bands($1) as changed', [year]);
  await client.query('commit');
  process.stdout.write(`${String(rows[0]?.changed ?? 0)} registrants changed their age band for ${String(year)}.\n`);
  return 0;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { year: { type: 'string' } }, allowPositionals: true });
  const year = Number(values.year ?? new Date().getFullYear());
  const [command] = positionals;
  if ((command !== 'verify' && command !== 'roll') || !Number.isInteger(year)) throw new Error(USAGE);
  return usingDatabase(loadConfig(), (url) =>
    withClient(url, (client) => (command === 'verify' ? verify(client) : roll(client, year))),
  );
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
