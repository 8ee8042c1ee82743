import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Caller } from '../auth/caller.ts';
import type { Ticket } from './waiting-line.ts';

const MOST_OF_CALLER = 16_000_000;
const MOST_OF_GROUP = 32_000_000;
// An answer may take five seconds, and one more for each 100 kB; then its connection is cut.
const SHORTEST_MS = 5000;
const BYTES_EACH_MS = 100;
const LOOKED_AT_EVERY_MS = 500;

interface Answer {
  readonly request: IncomingMessage;
  readonly until: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The place of the operation; null where it has none. */
    ticket: Ticket | null;
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
    return this.of(key) >= MOST_OF_CALLER || this.of(group.key) >= MOST_OF_GROUP;
  }

  /** Counts an answer until its client has taken it, and cuts the connection of one that does not in time. */
  begin({ key, group }: Caller, { raw: response, request }: FastifyReply, bytes: number): void {
    // The client has hung up, and its response is not closed a second time.
    if (response.closed) return;
    const keys = [key, group.key];
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
    // A pipelined response has no socket before the one before it is sent; its request has.
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

const lengthOf = (payload: unknown): number =>
  typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.length : 0;

/** Gives the place of an operation back once its answer is made: a client that does not read must not hold it. */
export function releaseWhenSent(app: FastifyInstance, sending: Sending): void {
  app.decorateRequest('ticket', null);
  app.addHook('onSend', (...[request, reply, payload, done]) => {
    if (request.ticket !== null) {
      sending.begin(request.caller, reply, lengthOf(payload));
      request.ticket.release();
    }
    done();
  });
}
