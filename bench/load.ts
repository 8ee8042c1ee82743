import autocannon from 'autocannon';
import type { Request } from './works/work.ts';

export interface Job {
  readonly origin: string;
  readonly token: string;
  readonly request: Request;
  /** The reply that was found right beforehand: any other one is an error. */
  readonly expected: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface Done {
  readonly requests: number;
  readonly seconds: number;
  readonly errors: number;
  readonly p50: number;
  readonly p99: number;
}

// The load generator reads a letter that falls on the border of two pieces of a reply as damaged; the rest must be equal.
const skeleton = (text: string): string => text.replace(/[^\x20-\x7e]/g, '');

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

function optionsOf({ request, expected, ...job }: Job): autocannon.Options {
  const expectedSkeleton = skeleton(expected);
  return {
    url: job.origin + request.path,
    method: request.method,
    connections: job.connections,
    duration: job.seconds,
    headers: { authorization: `Bearer ${job.token}`, 'content-type': 'application/json', accept: 'application/json' },
    ...(request.body === undefined ? {} : { body: request.body }),
    verifyBody: (body) => body === expected || skeleton(String(body)) === expectedSkeleton,
  };
}

function run(job: Job): Promise<Done> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const load = autocannon(optionsOf(job), (error: Error | null, result) => {
      if (error) reject(error);
      else resolve(doneOf(result, times));
    });
    // Its own histogram holds whole milliseconds only.
    load.on('response', (...[, , , milliseconds]) => times.push(milliseconds));
  });
}

function doneOf(result: autocannon.Result, times: number[]): Done {
  times.sort((one, other) => one - other);
  return {
    requests: result.requests.total,
    seconds: result.duration,
    errors: result.errors + result.timeouts + result.non2xx + result.mismatches,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

process.once('disconnect', () => process.exit());
process.on('message', (job: Job) => {
  run(job).then(
    (done) => process.send?.(done),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
