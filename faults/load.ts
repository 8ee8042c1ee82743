import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../bench/statistics.ts';
import { agentOf, send, type Call, type Reply } from './client.ts';

/** What many clients were answered. */
export interface Load {
  readonly connections: number;
  /** Right answers a second. */
  readonly goodput: number;
  /** Of right answers, in milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Answers by status, and by code where they are errors; `failed` for connections that broke. */
  readonly answers: Readonly<Record<string, number>>;
}

interface Job {
  readonly address: string;
  readonly connections: number;
  readonly seconds: number;
  /** What each connection sends, over and over. */
  readonly callOf: (connection: number) => Call;
  /** Pause after a right answer, in milliseconds. */
  readonly pause?: number;
  /** Whether it waits as long as it is asked to before it tries again. */
  readonly obeys?: boolean;
}

const CODE = /"code":"([A-Z_]+)"/;

const isRight = (reply: Reply | undefined): boolean => reply?.status === 200 && !reply.text.startsWith('{"errors"');

function nameOf(reply: Reply | undefined): string {
  if (reply === undefined) return 'failed';
  return isRight(reply) ? '200' : (CODE.exec(reply.text)?.[1] ?? String(reply.status));
}

/** How long a client waits before its next request, in milliseconds. */
function pauseAfter(reply: Reply | undefined, { pause = 0, obeys = true }: Job): number {
  if (isRight(reply)) return pause;
  return obeys ? (reply?.retryAfter ?? 1) * 1000 * (1 + Math.random() / 4) : 5;
}

/** Answers that came after the first second, until the end. */
class Answers {
  readonly answers: Record<string, number> = {};
  readonly times: number[] = [];
  readonly #from = performance.now() + 1000;
  readonly until: number;

  constructor(private readonly seconds: number) {
    this.until = this.#from + seconds * 1000;
  }

  note(reply: Reply | undefined, began: number): void {
    const now = performance.now();
    if (now < this.#from || now > this.until) return;
    const name = nameOf(reply);
    this.answers[name] = (this.answers[name] ?? 0) + 1;
    if (isRight(reply)) this.times.push(now - began);
  }

  load(connections: number): Load {
    const sorted = this.times.toSorted((one, other) => one - other);
    const at = (share: number): number => percentile(sorted, share);
    const goodput = sorted.length / this.seconds;
    return { connections, goodput, p50: at(0.5), p95: at(0.95), p99: at(0.99), answers: this.answers };
  }
}

/** Clients that each send one request after the other, for some seconds. */
export async function underLoad(job: Job): Promise<Load> {
  const { address, connections, seconds, callOf } = job;
  const agent = agentOf(connections);
  const answers = new Answers(seconds);
  const client = async (connection: number): Promise<void> => {
    const call = callOf(connection);
    while (performance.now() < answers.until) {
      const began = performance.now();
      const reply = await send(address, call, agent).catch(() => undefined);
      answers.note(reply, began);
      await sleep(pauseAfter(reply, job));
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, index) => client(index)));
  agent.destroy();
  return answers.load(connections);
}
