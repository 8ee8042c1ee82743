import autocannon from 'autocannon';
import { percentile } from './statistics.ts';
import { inputOf, MUTATION, PROVINCES } from './works/registration.ts';

/** A round of registrations by officers of all the regions in turn. */
export interface WriteJob {
  readonly url: string;
  /** The token of an officer of each region. */
  readonly tokens: readonly string[];
  /** Whether the fields stand in a GraphQL request, or are the whole body. */
  readonly graphql: boolean;
  /** Makes the keys of this round its own. */
  readonly run: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface WriteDone {
  readonly requests: number;
  readonly seconds: number;
  readonly errors: number;
  readonly p50: number;
  readonly p99: number;
}

function nextRequest(job: WriteJob): (request: autocannon.Request) => autocannon.Request {
  // Numbers go on between rounds: a national number is registered once.
  let index = Number(job.run) * 1_000_000;
  return (request) => {
    const input = inputOf(job.run, index);
    const token = job.tokens[index % PROVINCES.length] ?? '';
    index += 1;
    const body = JSON.stringify(job.graphql ? { query: MUTATION, variables: { input } } : input);
    return { ...request, body, headers: { ...request.headers, authorization: `Bearer ${token}` } };
  };
}

function run(job: WriteJob): Promise<WriteDone> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const options: autocannon.Options = {
      url: job.url,
      method: 'POST',
      connections: job.connections,
      duration: job.seconds,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      requests: [{ setupRequest: nextRequest(job) }],
      verifyBody: (body) => !/"errors"|"userErrors":\[\{/.test(String(body)),
    };
    const load = autocannon(options, (error: Error | null, { requests, duration, ...result }) => {
      if (error) {
        reject(error);
        return;
      }
      times.sort((one, other) => one - other);
      const errors = result.errors + result.timeouts + result.non2xx + result.mismatches;
      const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
      resolve({ requests: requests.total, seconds: duration, errors, p50, p99 });
    });
    load.on('response', (...[, , , milliseconds]) => times.push(milliseconds));
  });
}

process.once('disconnect', () => process.exit());
process.on('message', (job: WriteJob) => {
  run(job).then(
    (done) => process.send?.(done),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
