import { callsOf, Registrations, type Stage } from './calls.ts';
import type { Child } from './child.ts';
import type { Running } from './contestant.ts';
import type { Call, Done, Job } from './load.ts';
import type { Options } from './options.ts';
import { statementsOf } from './statements.ts';
import { median } from './statistics.ts';
import { cpuOf, cpuOfPostgres, forgetPeakOf, peakMemoryOf } from './usage.ts';
import type { Contestant, Work } from './works/work.ts';

interface Round extends Done {
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
  /** The most memory that the server held during this work, in megabytes. */
  readonly peakMemory: number | null;
  /** Statements of a request that only reads, besides those that open and end its transaction. */
  readonly statements: number;
  readonly rounds: readonly number[];
}

export interface Field extends Stage {
  readonly load: Child;
  readonly options: Options;
}

async function roundOf(field: Field, contestant: Running, job: Job): Promise<Round> {
  const usage = () => Promise.all([cpuOf(contestant.pid), cpuOfPostgres(field.cluster.postmaster)]);
  const [serverBefore, postgresBefore] = await usage();
  const done = await field.load.ask<Done>(job);
  const [serverAfter, postgresAfter] = await usage();
  return { ...done, serverCpu: serverAfter - serverBefore, postgresCpu: postgresAfter - postgresBefore };
}

function timesOf(rounds: readonly Round[]) {
  const of = (pick: (round: Round) => number): number => median(rounds.map(pick));
  return {
    requestsPerSecond: of(({ requests, seconds }) => requests / seconds),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
    serverCpuPerThousand: of(({ serverCpu, requests }) => (serverCpu / requests) * 1000),
    postgresCpuPerThousand: of(({ postgresCpu, requests }) => (postgresCpu / requests) * 1000),
    rounds: rounds.map(({ requests, seconds }) => requests / seconds),
  };
}

type JobOf = (contestant: Running, seconds: number) => Job;

/** Makes the jobs of a work; one that writes is tried out first. */
async function jobsOf(work: Work, field: Field): Promise<{ calls: Map<Contestant, Call[]>; jobOf: JobOf }> {
  const registrations = work.writing ? await Registrations.in(field) : null;
  for (const contestant of registrations === null ? [] : field.contestants) await registrations?.tryOut(contestant);
  const calls = await callsOf(work, field);
  const { connections } = field.options;
  const jobOf: JobOf = ({ name, origin }, seconds) => {
    const writing = registrations?.next(name) ?? null;
    return { origin, calls: calls.get(name) ?? [], connections, seconds, writing };
  };
  return { calls, jobOf };
}

/** One work: the answers compared, everybody warmed up, then round after round with everybody in turn. */
export async function contestOf(work: Work, field: Field): Promise<Achieved[]> {
  const { contestants, options, load, databaseUrl } = field;
  const { calls, jobOf } = await jobsOf(work, field);
  const rounds = new Map<Contestant, Round[]>(contestants.map(({ name }) => [name, []]));
  for (const contestant of contestants) await load.ask<Done>(jobOf(contestant, options.warmUpSeconds));
  const statements = await statementsOf(databaseUrl, contestants, calls);
  for (const { pid } of contestants) await forgetPeakOf(pid);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const contestant of contestants) {
      const result = await roundOf(field, contestant, jobOf(contestant, options.roundSeconds));
      rounds.get(contestant.name)?.push(result);
    }
  }
  const told = contestants.map(async ({ name, pid }): Promise<Achieved> => {
    const own = { ...timesOf(rounds.get(name) ?? []), statements: statements.get(name) ?? 0 };
    return { work: work.name, contestant: name, ...own, peakMemory: await peakMemoryOf(pid) };
  });
  return Promise.all(told);
}
