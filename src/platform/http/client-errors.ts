import { randomUUID } from 'node:crypto';
import { maxHeaderSize, STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { formatReason } from '../errors/reason.ts';
import { errorText } from './errors.ts';
import { HTTP, type HttpReason } from './http.reasons.ts';

const LINGER_MS = 1000;

/** What Node cannot read as a request, by the code of its error. */
const OF_NODE: Readonly<Record<string, HttpReason>> = {
  ERR_HTTP_REQUEST_TIMEOUT: HTTP.REQUEST_TIMEOUT,
  HPE_HEADER_OVERFLOW: HTTP.HEADERS_TOO_LARGE,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: HTTP.BODY_TOO_LARGE,
};

/** Node keeps the answer under way with its connection, and looks at it for the same reason in its own handler. */
interface Connection extends Socket {
  readonly _httpMessage?: ServerResponse | null;
}

function answerText(reason: HttpReason, values: Readonly<Record<string, string | number>>): string {
  const id = randomUUID();
  const body = errorText(formatReason(reason, 'en', values), reason.code, id);
  return [
    `HTTP/1.1 ${String(reason.status)} ${STATUS_CODES[reason.status] ?? ''}`,
    `Date: ${new Date().toUTCString()}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    ...(reason === HTTP.METHOD_NOT_ALLOWED ? ['Allow: GET, POST'] : []),
    `X-Request-Id: ${id}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

/** Answers and ends. What the client still sends is let in for a moment: a reset would take the answer from it. */
function refuse(socket: Socket, reason: HttpReason): void {
  socket.end(answerText(reason, { limit: maxHeaderSize, allowed: 'GET, POST' }));
  const linger = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => {
    clearTimeout(linger);
  });
}

/** Refuses as soon as the requests that came before on the connection are answered. */
function refuseInTurn(socket: Connection, reason: HttpReason): void {
  const underWay = socket._httpMessage ?? undefined;
  if (underWay?.req.complete === true) {
    underWay.once('close', () => {
      refuseInTurn(socket, reason);
    });
  } else if (!socket.writable || underWay?.headersSent === true) {
    socket.destroy();
  } else if (reason === HTTP.REQUEST_TIMEOUT) {
    // The rest of this request may still come. It must not be executed after its client got the error.
    socket.end(answerText(reason, {}), () => socket.destroy());
  } else {
    refuse(socket, reason);
  }
}

const refused = new WeakSet<Socket>();

/** Answers what is no request at all on the connection itself. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  // The parser reports the same error again for all that follows.
  if (refused.has(socket)) return;
  refused.add(socket);
  if (error.code === 'ECONNRESET') socket.destroy();
  else refuseInTurn(socket, OF_NODE[error.code ?? ''] ?? HTTP.NOT_HTTP);
}

/** Refuses to be a tunnel, which Node would refuse by hanging up. */
export function refuseTunnels(app: FastifyInstance): void {
  app.server.on('connect', (_request, socket: Socket) => {
    refuse(socket, HTTP.METHOD_NOT_ALLOWED);
  });
}
