import autocannon from 'autocannon';
import type { Request } from './works/work.ts';

/** Something to ask, and the reply that was found right beforehand: any other one is an error. */
export interface Call {
  readonly request: Request;
  readonly token: string;
  readonly expected: string;
}

export interface Job {
  readonly origin: string;
  /** Asked in turn; each connection begins elsewhere. */
  readonly calls: readonly Call[];
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

function requestOf({ request, token, expected }: Call, wrong: () => void): autocannon.Request {
  const expectedSkeleton = skeleton(expected);
  return {
    method: request.method,
    path: request.path,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
    ...(request.body === undefined ? {} : { body: request.body }),
    onResponse: (_status, body) => {
      if (body !== expected && skeleton(body) !== expectedSkeleton) wrong();
    },
  };
}

function run(job: Job): Promise<Done> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    let [mismatches, begun] = [0, 0];
    const requests = job.calls.map((call) => requestOf(call, () => (mismatches += 1)));
    const options: autocannon.Options = {
      url: job.origin,
      connections: job.connections,
      duration: job.seconds,
      requests,
      setupClient: (client) => {
        const from = Math.floor((begun * requests.length) / job.connections);
        begun += 1;
        // Copies: what is built of a request is kept in it.
        client.setRequests([...requests.slice(from), ...requests.slice(0, from)].map((request) => ({ ...request })));
      },
    };
    const load = autocannon(options, (error: Error | null, result) => {
      if (error) reject(error);
      else resolve(doneOf(result, times, mismatches));
    });
    // Its own histogram holds whole milliseconds only.
    load.on('response', (...[, , , milliseconds]) => times.push(milliseconds));
  });
}

function doneOf(result: autocannon.Result, times: number[], mismatches: number): Done {
  times.sort((one, other) => one - other);
  return {
    requests: result.requests.total,
    seconds: result.duration,
    errors: result.errors + result.timeouts + result.non2xx + mismatches,
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
