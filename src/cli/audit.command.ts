import 'reflect-metadata';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { regionCode } from '../platform/auth/roles.ts';
import { loadConfig } from '../platform/config/load.ts';
import { runOn } from '../platform/postgres/pool.ts';
import { usingDatabase, withClient } from '../platform/postgres/open.ts';
import type { QueryRunner } from '../platform/postgres/sql.ts';
import { ChainVerifier } from '../modules/audit/audit.rules.ts';
import { headOf, linksOf, readLine, writtenLine } from '../modules/audit/audit.reads.ts';

const USAGE = `Usage: npm run -s audit -- verify --region MA-03 [--expect HASH]  follows the chain of a region (MA: the nation)
       npm run -s audit -- verify --all                          and of every region
       npm run -s audit -- verify --file FILE [--expect HASH]    of an export, without a database
       npm run -s audit -- export --region MA-03 > FILE          writes a region's chain, one entry a line
HASH is that of an entry which the chain has held before. Exit code 1: broken; 2: could not be verified.`;
const EVERYWHERE = '{0,1,2,3,4,5,6,7,8,9,10,11,12}';
const REGIONS = Array.from({ length: 13 }, (_, region) => region);
const REGION = /^MA(?:-(0[1-9]|1[0-2]))?$/;

function regionOf(code: string | undefined): number {
  const match = REGION.exec(code ?? '');
  if (match === null) throw new Error(USAGE);
  return Number(match[1] ?? 0);
}

/** Prints what the walk found; 1 where the chain is broken. */
function report(name: string, { count, head, broken }: ChainVerifier): number {
  if (broken === undefined) {
    process.stdout.write(`${name}: ${String(count)} entries hold. Last ${String(head.seq)}, head ${head.hash}\n`);
    return 0;
  }
  const { seq, what, expected, found } = broken;
  const differs = `${what} differs: expected ${expected}, found ${found}`;
  process.stdout.write(`${name}: broken at entry ${String(seq)} after ${String(count)} that hold. ${differs}\n`);
  return 1;
}

async function verifyRegion(run: QueryRunner, region: number, expected?: string): Promise<number> {
  const walk = new ChainVerifier(region, expected);
  for await (const link of linksOf(run, region)) if (!walk.take(link)) break;
  walk.end(await headOf(run, region));
  return report(regionCode(region), walk);
}

/** The last line of an export says where the chain ended: an export without it was cut off. */
async function verifyFile(file: string, expected?: string): Promise<number> {
  let walk: ChainVerifier | undefined;
  for await (const written of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const line = readLine(written);
    if (line === undefined) throw new Error(`${file}: this is no line of an export: ${written.slice(0, 80)}`);
    if ('head' in line) {
      walk ??= new ChainVerifier(line.head.regionId, expected);
      walk.end(line.head);
      return report(file, walk);
    }
    walk ??= new ChainVerifier(Number(line.regionId), expected);
    if (!walk.take(line)) return report(file, walk);
  }
  walk ??= new ChainVerifier(0, expected);
  walk.end(null);
  return report(file, walk);
}

async function exportRegion(run: QueryRunner, region: number): Promise<number> {
  const write = async (line: string): Promise<void> => {
    if (!process.stdout.write(line)) await once(process.stdout, 'drain');
  };
  for await (const link of linksOf(run, region)) await write(writtenLine(link));
  await write(writtenLine({ head: { regionId: region, ...(await headOf(run, region)) } }));
  return 0;
}

/** One snapshot, with the scope of an officer of every region: a superuser owner bypasses row-level security. */
async function within(client: pg.Client, work: (run: QueryRunner) => Promise<number>): Promise<number> {
  await client.query(`begin isolation level repeatable read read only;
    select set_config('app.records', '${EVERYWHERE}', true), set_config('app.capture', '${EVERYWHERE}', true),
      set_config('app.province', '', true);
    set local role hiraf_capture`);
  return work((statement) => runOn(client, statement));
}

const inDatabase = (work: (run: QueryRunner) => Promise<number>): Promise<number> =>
  usingDatabase(loadConfig(), (url) => withClient(url, (client) => within(client, work)));

async function verifyAll(run: QueryRunner): Promise<number> {
  let worst = 0;
  for (const region of REGIONS) worst = Math.max(worst, await verifyRegion(run, region));
  return worst;
}

async function main(): Promise<number> {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean', default: false }] as const;
  const options = { region: text, file: text, expect: text, all: flag };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { file, expect, all } = values;
  const [command] = positionals;
  if (command === 'export') {
    const region = regionOf(values.region);
    return inDatabase((run) => exportRegion(run, region));
  }
  if (command !== 'verify') throw new Error(USAGE);
  if (file !== undefined) return verifyFile(file, expect);
  if (all) return inDatabase(verifyAll);
  const region = regionOf(values.region);
  return inDatabase((run) => verifyRegion(run, region, expect));
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
