import autocannon from 'autocannon';
import { percentile } from './statistics.ts';
import { inputOf, PROVINCES, registrationFor, type Numbers } from './works/registration.ts';
import type { Contestant, Request } from './works/work.ts';

/** Something to ask, and the reply that was found right beforehand: any other one is an error. */
export interface Call {
  readonly request: Request;
  readonly token: string;
  readonly expected: string;
}

/** Registrations between the questions, by officers of all regions in turn. */
export interface Writing {
  readonly contestant: Contestant;
  readonly tokens: readonly string[];
  readonly numbers: readonly (readonly [string, readonly number[]])[];
  /** Makes the keys and the national numbers of this job its own. */
  readonly run: number;
}

export interface Job {
  readonly origin: string;
  /** Asked in turn; each connection begins elsewhere. */
  readonly calls: readonly Call[];
  readonly connections: number;
  /** How long, or until so many requests are answered. */
  readonly seconds: number;
  readonly requests?: number;
  readonly writing?: Writing | null;
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

const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

function requestOf({ request, token, expected }: Call, wrong: () => void): autocannon.Request {
  const expectedSkeleton = skeleton(expected);
  return {
    method: request.method,
    path: request.path,
    headers: { ...JSON_HEADERS, authorization: `Bearer ${token}` },
    ...(request.body === undefined ? {} : { body: request.body }),
    onResponse: (_status, body) => {
      if (body !== expected && skeleton(body) !== expectedSkeleton) wrong();
    },
  };
}

const QUESTIONS_TO_A_WRITE = 19;

function registrationOf({ contestant, tokens, numbers, run }: Writing, wrong: () => void): autocannon.Request {
  const known: Numbers = new Map(numbers);
  let index = run * 1_000_000;
  return {
    method: 'POST',
    setupRequest: (given) => {
      const { path, body } = registrationFor(contestant, inputOf(String(run), index), known);
      const headers = { ...JSON_HEADERS, authorization: `Bearer ${tokens[index % PROVINCES.length] ?? ''}` };
      index += 1;
      return { ...given, path, headers, ...(body === undefined ? {} : { body }) };
    },
    onResponse: (_status, body) => {
      if (body.includes('"errors"')) wrong();
    },
  };
}

/** The questions, each for as often as it takes, and a registration after every nineteen of them. */
function mixedWith(questions: readonly autocannon.Request[], registration: autocannon.Request): autocannon.Request[] {
  const groups = Math.ceil(questions.length / QUESTIONS_TO_A_WRITE);
  return Array.from(
    { length: groups * QUESTIONS_TO_A_WRITE },
    (_, index) => questions[index % questions.length] ?? {},
  ).flatMap((question, index) => (index % QUESTIONS_TO_A_WRITE === 0 ? [question, registration] : [question]));
}

function optionsOf(job: Job, wrong: () => void): autocannon.Options {
  const questions = job.calls.map((call) => requestOf(call, wrong));
  const requests = job.writing ? mixedWith(questions, registrationOf(job.writing, wrong)) : questions;
  let begun = 0;
  return {
    url: job.origin,
    connections: job.connections,
    ...(job.requests === undefined ? { duration: job.seconds } : { amount: job.requests }),
    requests,
    setupClient: (client) => {
      const from = Math.floor((begun * requests.length) / job.connections);
      begun += 1;
      // Copies: what is built of a request is kept in it.
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)].map((request) => ({ ...request })));
    },
  };
}

function run(job: Job): Promise<Done> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const begun = performance.now();
    let [mismatches, last] = [0, begun];
    const options = optionsOf(job, () => {
      mismatches += 1;
    });
    const load = autocannon(options, (error: Error | null, result) => {
      if (error) reject(error);
      else {
        const done = doneOf(result, times, mismatches);
        // A number of requests is found to be answered at the next full second only.
        resolve(job.requests === undefined ? done : { ...done, seconds: (last - begun) / 1000 });
      }
    });
    // Its own histogram holds whole milliseconds only.
    load.on('response', (...[, , , milliseconds]) => {
      times.push(milliseconds);
      last = performance.now();
    });
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
