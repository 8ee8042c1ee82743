import type { GraphQLSchema } from 'graphql';
import { quotasOf } from '../src/platform/config/quotas.ts';
import { gatewayPassword } from '../src/platform/postgres/pool.ts';
import { withClient } from '../src/platform/postgres/open.ts';
import { Program } from '../faults/program.ts';
import { someRows } from '../tests/support/canaries.ts';
import { runCommand } from '../tests/support/command.ts';
import { openService, type Service } from '../tests/support/service.ts';
import { cloned, type Templates } from '../tests/support/templates.ts';
import { wordsOf } from '../tests/support/vocabulary.ts';
import { Hunter, Worst, type Aim } from './greedy.ts';
import { MutationFuzzer, type MutationScores } from './mutations.ts';
import { CALLERS, planted, QueryFuzzer, type QueryScore } from './queries.ts';
import { SEEDS } from './seeds.ts';
import { asking, measuring, PLENTY, priceOf, ROLES, tokenOf, wordsFor, type RoleName } from './shipped.ts';

/** How much is tried, and with which numbers. */
export interface Run {
  readonly schema: GraphQLSchema;
  readonly count: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

const SOON = 50;

/** A service over a copy of the demonstration, in this process. */
async function withService<Value>(
  { server }: Templates,
  name: string,
  work: (service: Service) => Promise<Value>,
): Promise<Value> {
  const admin = server.url('postgres');
  await cloned(admin, 'demo', name);
  const service = await openService({ url: server.url(name), gatewayPassword: gatewayPassword(admin, undefined) });
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

export interface QueryResult {
  readonly name: string;
  readonly score: QueryScore;
}

/** Random queries of all callers over marked rows. */
export const playQueries = (templates: Templates, { schema, count, seed, say }: Run): Promise<QueryResult[]> =>
  withService(templates, 'queries', async (service) => {
    const world = { ...(await planted(service)), schema };
    const results: QueryResult[] = [];
    for (const [index, { name, share, ...caller }] of CALLERS.entries()) {
      const mine = Math.max(1, Math.ceil(count * share));
      say(`  ${String(mine)} queries of ${name}`);
      const fuzzer = new QueryFuzzer(service, world, { ...caller, seed: seed + index * SOON });
      results.push({ name, score: await fuzzer.run(mine) });
    }
    return results;
  });

export interface MutationResult {
  readonly scores: MutationScores;
  /** What the commands say of the database afterwards. */
  readonly figures: string;
  readonly chain: string;
  readonly isWhole: boolean;
}

const HELD = /(\d+) entries hold/g;

/** What the command says of all chains, in short where they hold. */
function heldIn(said: string): string {
  const counts = [...said.matchAll(HELD)].map(([, count]) => Number(count));
  const lines = said.trim().split('\n').length;
  if (counts.length < lines) return said.trim();
  return `All ${String(lines)} chains hold, ${String(counts.reduce((sum, count) => sum + count, 0))} entries.`;
}

/** Random changes, and what the figures and the audit log are afterwards. */
export const playMutations = (templates: Templates, { schema, count, seed }: Run): Promise<MutationResult> =>
  withService(templates, 'mutations', async (service) => {
    const { url } = service.database;
    const scores = await withClient(url, (client) => new MutationFuzzer(service, schema, { seed, client }).run(count));
    const [figures, chain] = [
      await runCommand('figures', ['verify'], { DATABASE_URL: url }),
      await runCommand('audit', ['verify', '--all'], { DATABASE_URL: url }),
    ];
    return {
      scores,
      figures: `${figures.said}${figures.complained}`.trim(),
      chain: heldIn(`${chain.said}${chain.complained}`),
      isWhole: figures.code === 0 && chain.code === 0,
    };
  });

export interface RoleResult {
  readonly role: RoleName;
  readonly ceiling: number;
  readonly hunter: Hunter;
  readonly peakMemory: number;
}

export interface GreedyResult {
  readonly roles: readonly RoleResult[];
  readonly worst: Readonly<Record<Aim, Worst>>;
  readonly refused: Worst;
  /** Operations that the program prices otherwise than the search. */
  readonly mispriced: readonly string[];
}

const AIMS: readonly Aim[] = ['bytes', 'ms'];

async function huntAs(
  program: Program,
  role: RoleName,
  { schema, count, seed, words }: Run & { words: Awaited<ReturnType<typeof wordsOf>> },
): Promise<RoleResult> {
  const token = await tokenOf(program, role);
  const { ceiling } = quotasOf({}).callers[role];
  const hunter = new Hunter(schema, words, seed);
  await program.forgetPeak();
  for (const aim of AIMS) {
    await hunter.hunt({ role, aim, ceiling, seeds: SEEDS, measure: measuring(program, token) }, count);
  }
  await program.notePeak();
  return { role, ceiling, hunter, peakMemory: program.peakMemory };
}

async function mispricedOf(program: Program, { role, hunter }: RoleResult): Promise<string[]> {
  const token = await tokenOf(program, role);
  const found: string[] = [];
  for (const candidate of AIMS.flatMap((aim) => hunter.worst[aim].all)) {
    const price = await priceOf(program, token, candidate);
    if (price !== candidate.price)
      found.push(`${String(price)} and not ${String(candidate.price)}\n${candidate.query}`);
  }
  return found;
}

/** Looks for what costs most, of the program that is shipped as a process of its own. */
export async function playGreedy(dir: string, run: Run): Promise<GreedyResult> {
  const program = new Program(dir, PLENTY);
  await program.start();
  try {
    const rows = await someRows(program.databaseUrl());
    const words = wordsFor(await wordsOf(asking(program), rows));
    const each = Math.max(SEEDS.length, Math.ceil(run.count / ROLES.length / AIMS.length));
    const roles: RoleResult[] = [];
    const mispriced: string[] = [];
    for (const role of ROLES) {
      run.say(`  ${String(each * AIMS.length)} operations of ${role}`);
      const result = await huntAs(program, role, { ...run, count: each, words });
      mispriced.push(...(await mispricedOf(program, result)));
      roles.push(result);
    }
    return { roles, mispriced, ...together(roles) };
  } finally {
    await program.stop('SIGTERM');
  }
}

function together(roles: readonly RoleResult[]): Pick<GreedyResult, 'worst' | 'refused'> {
  const worst = { bytes: new Worst('bytes'), ms: new Worst('ms') };
  const refused = new Worst('ms', 5);
  for (const { hunter } of roles) {
    for (const aim of AIMS) for (const found of hunter.worst[aim].all) worst[aim].note(found);
    for (const found of hunter.refused.all) refused.note(found);
  }
  return { worst, refused };
}
