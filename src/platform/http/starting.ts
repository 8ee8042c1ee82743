import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { formatReason } from '../errors/reason.ts';
import { HTTP } from './http.reasons.ts';
import { languageOf } from './language.ts';

/** What a port that cannot be had means, and what to do. */
const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'another program listens there. Stop it, or choose another port: PORT=4001, or PORT=0 for any that is free',
  EACCES: 'this account may not listen there. Choose a port from 1024 on: PORT=4000',
  EADDRNOTAVAIL: 'no network of this machine has that address. Choose another: HOST=127.0.0.1, or HOST=0.0.0.0 for all',
  ENOTFOUND: 'there is no such host. Choose another: HOST=127.0.0.1, or HOST=0.0.0.0 for all',
};

const answer = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '1',
    connection: 'close',
  });
  response.end(JSON.stringify(body));
};

function answerStarting({ url, headers }: IncomingMessage, response: ServerResponse): void {
  const requestId = randomUUID();
  response.setHeader('x-request-id', requestId);
  if (url === '/health/live') answer(response, 200, { status: 'live' });
  else if (url === '/health/ready') answer(response, 503, { status: 'not ready', reason: 'STARTING' });
  else {
    const { status, code } = HTTP.STARTING;
    const message = formatReason(HTTP.STARTING, languageOf(headers['accept-language']));
    answer(response, status, { errors: [{ message, extensions: { code, retryable: true, requestId } }] });
  }
}

/** The error of a server that could not listen, in words that say what to do. */
export function notListening(error: unknown, host: string, port: number): Error {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new Error(`it cannot listen at ${host}:${String(port)}: ${REASONS[code] ?? message} (${code})`);
}

export interface Held {
  /** Gives the port up, for the server that it was held for. */
  release(): Promise<void>;
}

/**
 * Holds the port while the database is opened, migrated and filled: who cannot have it learns so at once, and others hear
 * that the server starts. Any port, 0, needs no holding.
 */
export async function holdPort(host: string, port: number): Promise<Held> {
  if (port === 0) return { release: () => Promise.resolve() };
  const server = createServer(answerStarting);
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    throw notListening(error, host, port);
  }
  return {
    release: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
