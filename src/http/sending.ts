import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Caller } from '../access/caller.ts';

const MEGABYTE = 1_000_000;
const MOST_OF_CALLER = 16 * MEGABYTE;
const MOST_OF_GROUP = 32 * MEGABYTE;
// So long, and a second for each 100 kB: whoever is slower does not read.
const SHORTEST_MS = 5000;
const BYTES_EACH_MS = 100;
const LOOKED_AT_EVERY_MS = 500;

interface Answer {
  readonly request: IncomingMessage;
  readonly until: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Gives the place of the operation back; null where it has none. */
    releasePlace: (() => void) | null;
  }
}

/** Answers that their clients have not taken yet. They hold no place of those that run, but memory. */
export class Sending {
  readonly #bytes = new Map<string, number>();
  readonly #answers = new Set<Answer>();
  readonly #timer = setInterval(() => {
    this.cutSlow();
  }, LOOKED_AT_EVERY_MS).unref();

  close(): void {
    clearInterval(this.#timer);
  }

  /** Whether a caller, or its group, leaves so much unread that it must read first. */
  isFullFor({ key, group }: Caller): boolean {
    return this.of(key) >= MOST_OF_CALLER || this.of(groupKey(group)) >= MOST_OF_GROUP;
  }

  /** Counts an answer until its client has taken it, and cuts the connection of one that does not in time. */
  begin({ key, group }: Caller, { raw: response, request }: FastifyReply, bytes: number): void {
    const keys = [key, groupKey(group)];
    for (const each of keys) this.#bytes.set(each, this.of(each) + bytes);
    const answer = { request: request.raw, until: performance.now() + SHORTEST_MS + bytes / BYTES_EACH_MS };
    this.#answers.add(answer);
    response.once('close', () => {
      this.#answers.delete(answer);
      for (const each of keys) this.end(each, bytes);
    });
  }

  private cutSlow(): void {
    const now = performance.now();
    // Behind another answer on the same connection one has no socket yet, and its request has.
    for (const { request, until } of this.#answers) if (until < now) request.socket.destroy();
  }

  private of(key: string): number {
    return this.#bytes.get(key) ?? 0;
  }

  private end(key: string, bytes: number): void {
    const left = this.of(key) - bytes;
    if (left > 0) this.#bytes.set(key, left);
    else this.#bytes.delete(key);
  }
}

const groupKey = ({ key }: Caller['group']): string => `group ${key}`;

const lengthOf = (payload: unknown): number =>
  typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.length : 0;

const UNCHANGED = Promise.resolve(undefined);

/** Gives the place of an operation back once its answer is made: a client that does not read must not hold it. */
export function releaseWhenSent(app: FastifyInstance, sending: Sending): void {
  app.decorateRequest('releasePlace', null);
  app.addHook('onSend', (request, reply, payload): Promise<unknown> => {
    if (request.releasePlace !== null) {
      sending.begin(request.caller, reply, lengthOf(payload));
      request.releasePlace();
    }
    return UNCHANGED;
  });
}
