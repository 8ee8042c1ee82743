import type { Child } from './child.ts';
import type { Cluster } from './cluster.ts';
import { tokenFor, type Running } from './contestant.ts';
import type { Call, Done, Job } from './load.ts';
import type { Options } from './options.ts';
import { cpuOf, cpuOfPostgres } from './usage.ts';
import { verified } from './verify.ts';
import type { Contestant, Work } from './works/work.ts';

export interface Round extends Done {
  readonly serverCpu: number;
  readonly postgresCpu: number;
}

/** What one contestant achieved in one work: medians of its rounds, and the sum of its errors. */
export interface Achieved {
  readonly work: string;
  readonly contestant: Contestant;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
  readonly serverCpuPerThousand: number;
  readonly postgresCpuPerThousand: number;
  readonly rounds: readonly number[];
}

export interface Field {
  readonly cluster: Cluster;
  readonly contestants: readonly Running[];
  readonly load: Child;
  readonly options: Options;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

async function roundOf(field: Field, contestant: Running, job: Job): Promise<Round> {
  const usage = () => Promise.all([cpuOf(contestant.pid), cpuOfPostgres(field.cluster.postmaster)]);
  const [serverBefore, postgresBefore] = await usage();
  const done = await field.load.ask<Done>(job);
  const [serverAfter, postgresAfter] = await usage();
  return { ...done, serverCpu: serverAfter - serverBefore, postgresCpu: postgresAfter - postgresBefore };
}

function achieved(work: Work, contestant: Contestant, rounds: readonly Round[]): Achieved {
  const of = (pick: (round: Round) => number): number => median(rounds.map(pick));
  return {
    work: work.name,
    contestant,
    requestsPerSecond: of(({ requests, seconds }) => requests / seconds),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
    serverCpuPerThousand: of(({ serverCpu, requests }) => (serverCpu / requests) * 1000),
    postgresCpuPerThousand: of(({ postgresCpu, requests }) => (postgresCpu / requests) * 1000),
    rounds: rounds.map(({ requests, seconds }) => requests / seconds),
  };
}

/** What each contestant is asked in a work, with the replies that all of them agree on. */
async function callsOf(work: Work, { cluster, contestants }: Field): Promise<Map<Contestant, Call[]>> {
  const calls = new Map<Contestant, Call[]>(contestants.map(({ name }) => [name, []]));
  for (const ask of work.asks) {
    const token = await tokenFor(cluster, ask.viewer);
    for (const [name, expected] of await verified(ask, contestants, token)) {
      calls.get(name)?.push({ request: ask.questions[name].request, token, expected });
    }
  }
  return calls;
}

/** One work: the answers compared, everybody warmed up, then round after round with everybody in turn. */
export async function contestOf(work: Work, field: Field): Promise<Achieved[]> {
  const { contestants, options, load } = field;
  const calls = await callsOf(work, field);
  const jobOf = ({ name, origin }: Running, seconds: number): Job => {
    return { origin, calls: calls.get(name) ?? [], connections: options.connections, seconds };
  };
  for (const contestant of contestants) await load.ask<Done>(jobOf(contestant, options.warmUpSeconds));
  const rounds = new Map<Contestant, Round[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < options.rounds; round += 1) {
    for (const contestant of contestants) {
      const result = await roundOf(field, contestant, jobOf(contestant, options.roundSeconds));
      rounds.get(contestant.name)?.push(result);
    }
  }
  return contestants.map(({ name }) => achieved(work, name, rounds.get(name) ?? []));
}
