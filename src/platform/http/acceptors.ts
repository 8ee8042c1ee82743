import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * libuv accepts one connection of each listening socket in a turn of the event loop, and under load there are some seventy
 * turns a second: of many that come at once the last would wait for many seconds (libuv pull request 3696).
 */
const MORE_SOCKETS = 15;

/** Whether the system shares a port among the sockets of one process. */
export const SHARES_PORTS = process.platform === 'linux';

// As those of a server of HTTP are.
const SOCKETS = { noDelay: true, allowHalfOpen: true };

/** Listens on further sockets at the address of a server, and hands their connections to it. */
export async function listenMore(app: FastifyInstance, backlog: number): Promise<Server[]> {
  if (!SHARES_PORTS) return [];
  const { address: host, port } = app.server.address() as AddressInfo;
  return Promise.all(
    Array.from({ length: MORE_SOCKETS }, async () => {
      const server = createServer(SOCKETS, (socket) => app.server.emit('connection', socket));
      server.listen({ host, port, backlog, reusePort: true });
      await once(server, 'listening');
      return server;
    }),
  );
}
