import type { Server, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import { aborted } from '../lib/aborted.ts';
import { listenMore } from './acceptors.ts';

const SILENT_FOR_MS = 500;
const CUT_EVERY_MS = 100;
const CUT_WITHIN_MS = 2000;
// A request line and headers are short; a body may come slowly.
const HEADERS_TIMEOUT_MS = 10_000;
const CHECK_TIMEOUTS_EVERY_MS = 1000;
// Longer than load balancers keep an unused connection: they must be the ones to close it.
const KEEP_ALIVE_MS = 72_000;
// Nothing moves on such a connection, in or out: its client does not read.
const STUCK_MS = 120_000;

/** What bounds a connection, as options of Fastify. */
export const connectionOptions = ({ requestTimeoutMs }: Config) => ({
  requestTimeout: requestTimeoutMs,
  keepAliveTimeout: KEEP_ALIVE_MS,
  connectionTimeout: STUCK_MS,
  // What comes on a connection that is about to close is answered, and then it is closed.
  return503OnClosing: false,
  http: {
    // Node refuses a request without a host in silence; `checkRequests` says why.
    requireHostHeader: false,
    headersTimeout: Math.min(HEADERS_TIMEOUT_MS, requestTimeoutMs),
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: CHECK_TIMEOUTS_EVERY_MS,
  },
});

export interface Stopping {
  /** How long it still answers as before, so that a load balancer can learn that it is not ready. */
  readonly graceMs: number;
  /** Cuts what is left when it is aborted. */
  readonly cut: AbortSignal;
}

// A request that is sent in one piece arrives within a second, over a slow line too.
const SENDING_FOR_MS = 1000;
const CUT_AT_ONCE = 100;
/** Requests whose bodies are under way: each holds what has come of it. */
const BODIES_AT_MOST = 500;

/** Whether it is time again: looking for connections to cut takes time itself. */
function nowAndThen(): () => boolean {
  let last = 0;
  return () => {
    const now = performance.now();
    if (now - last < CUT_EVERY_MS) return false;
    last = now;
    return true;
  };
}

/** The connections of clients: how many there may be, and how they are closed when the server stops. */
export class Connections {
  /** With the moment from which each has owed the rest of a request; undefined while it is being answered. */
  readonly #open = new Map<Socket, number | undefined>();
  readonly #bodies = new Set<Socket>();
  #more: Server[] = [];
  #isStopping = false;
  #isClosing = false;
  readonly #mayMakeRoom = nowAndThen();
  readonly #mayCutBodies = nowAndThen();

  constructor(
    private readonly app: FastifyInstance,
    private readonly limit: number,
  ) {
    const { server } = app;
    // Connections come from several listening sockets, so that none of them knows how many there are.
    server.on('connection', (socket) => {
      if (this.#isClosing || this.#open.size >= this.limit) {
        socket.destroy();
        this.makeRoom();
        return;
      }
      this.#open.set(socket, performance.now());
      socket.once('close', () => {
        this.#open.delete(socket);
        this.#bodies.delete(socket);
      });
    });
    this.followRequests();
    app.addHook('onSend', (...[, reply, , done]) => {
      if (this.#isStopping) void reply.header('connection', 'close');
      done();
    });
    app.addHook('preClose', async () => {
      this.#isClosing = true;
      this.closeIdle();
      // Each of them ends with its last connection; what they ask needs the database until then.
      await Promise.all(this.#more.map((socket) => new Promise((closed) => socket.close(closed))));
    });
  }

  /** Accepts connections faster than one listening socket can. */
  async acceptMore(): Promise<void> {
    this.#more = await listenMore(this.app, this.limit);
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /**
   * Stops the server: for the grace period it reports that it is not ready and answers as before; then it accepts no
   * connection, answers what is in flight, and closes. It throws where something had to be cut.
   */
  async stop({ graceMs, cut }: Stopping): Promise<void> {
    this.#isStopping = true;
    if (this.app.server.listening) await sleep(graceMs, undefined, { signal: cut }).catch(() => undefined);
    const closed = this.app.close().then(() => true);
    closed.catch(() => undefined);
    if (await Promise.race([closed, aborted(cut)])) return;
    const left = this.#open.size;
    for (const socket of this.#open.keys()) socket.destroy();
    const isClosed = await Promise.race([closed, sleep(CUT_WITHIN_MS, false)]);
    if (left > 0) throw new Error(`${String(left)} connections without a complete answer were cut`);
    if (!isClosed) throw new Error('the connections to the database did not close in time and were cut');
  }

  /** Notes which connections owe the rest of a request, and which are being answered. */
  private followRequests(): void {
    const { app } = this;
    app.addHook('onRequest', ({ raw: { socket, headers } }, _reply, done) => {
      const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
      this.note(socket, hasBody ? performance.now() : undefined);
      if (hasBody) this.beginBody(socket);
      done();
    });
    app.addHook('preValidation', ({ raw: { socket } }, _reply, done) => {
      this.#bodies.delete(socket);
      this.note(socket, undefined);
      done();
    });
    app.addHook('onResponse', ({ raw: { socket } }, _reply, done) => {
      this.#bodies.delete(socket);
      this.note(socket, performance.now());
      // A response whose headers were sent before the server began to close has promised to keep its connection.
      if (this.#isClosing)
        setImmediate(() => {
          app.server.closeIdleConnections();
        });
      done();
    });
  }

  private note(socket: Socket, owingSince: number | undefined): void {
    if (this.#open.has(socket)) this.#open.set(socket, owingSince);
  }

  private beginBody(socket: Socket): void {
    this.#bodies.add(socket);
    if (this.#bodies.size > BODIES_AT_MOST && this.#mayCutBodies()) this.cutSlowest(this.#bodies);
  }

  /** Cuts connections that have owed the rest of a request for long, the first ones first. */
  private cutSlowest(sockets: Iterable<Socket>): void {
    const until = performance.now() - SENDING_FOR_MS;
    const slow = [...sockets].flatMap((socket) => {
      const since = this.#open.get(socket);
      return since !== undefined && since < until ? [{ socket, since }] : [];
    });
    slow.sort((one, other) => one.since - other.since);
    for (const { socket } of slow.slice(0, CUT_AT_ONCE)) socket.destroy();
  }

  /**
   * At the limit a new connection is refused. Those that only wait for another request, and those that have not come to the
   * end of one for long, make room for the next one.
   */
  private makeRoom(): void {
    if (!this.#mayMakeRoom()) return;
    this.app.server.closeIdleConnections();
    this.cutSlowest(this.#open.keys());
  }

  /**
   * Closes connections that have had their last answer: kept alive, they would hold the process for more than a minute.
   * Those that are being answered are closed after that. One that has never sent a byte has asked for nothing, unless it is
   * quite new.
   */
  private closeIdle(): void {
    this.app.server.closeIdleConnections();
    // Where no connection is left there is nothing to wait for.
    setTimeout(() => {
      for (const socket of this.#open.keys()) if (socket.bytesRead === 0) socket.destroy();
    }, SILENT_FOR_MS).unref();
  }
}
