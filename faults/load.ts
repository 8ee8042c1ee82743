import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../bench/statistics.ts';
import { agentOf, send, type Call } from './client.ts';

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

/** Clients that each send one request after the other, for some seconds; what is answered in the first of them does not count. */
export async function underLoad({
  address,
  connections,
  seconds,
  callOf,
  pause = 0,
  obeys = true,
}: Job): Promise<Load> {
  const agent = agentOf(connections);
  const answers: Record<string, number> = {};
  const times: number[] = [];
  const warm = performance.now() + 1000;
  const until = warm + seconds * 1000;
  const client = async (connection: number): Promise<void> => {
    const call = callOf(connection);
    while (performance.now() < until) {
      const began = performance.now();
      const reply = await send(address, call, agent).catch(() => undefined);
      const now = performance.now();
      const isRight = reply?.status === 200 && !reply.text.startsWith('{"errors"');
      const name =
        reply === undefined ? 'failed' : isRight ? '200' : (CODE.exec(reply.text)?.[1] ?? String(reply.status));
      if (now > warm && now < until) {
        answers[name] = (answers[name] ?? 0) + 1;
        if (isRight) times.push(now - began);
      }
      const asked = (reply?.retryAfter ?? 1) * 1000;
      await sleep(isRight ? pause : obeys ? asked * (1 + Math.random() / 4) : 5);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, index) => client(index)));
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (share: number): number => percentile(times, share);
  return { connections, goodput: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), answers };
}
