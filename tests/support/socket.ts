import { connect, type Socket } from 'node:net';
import { expect } from 'vitest';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a connection brought until it ended. */
export interface Exchange {
  readonly answers: readonly RawAnswer[];
  /** The code of the error that ended the connection, such as ECONNRESET; undefined where the server ended it in order. */
  readonly error: string | undefined;
}

/** Splits what came into answers; every answer of hiraf has a Content-Length or no body. */
function answersIn(received: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let rest = received; rest !== '';) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) throw new Error(`This is no complete answer: ${rest}`);
    const [first = '', ...lines] = rest.slice(0, end).split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const start = end + 4;
    const bytes = Buffer.from(rest.slice(start)).subarray(0, Number(headers['content-length'] ?? 0));
    const body = bytes.toString();
    answers.push({ status: Number(first.split(' ')[1]), headers, body });
    rest = rest.slice(start + body.length);
  }
  return answers;
}

/** Opens a connection, lets `send` write whatever it likes, and reads until the server ends the connection. */
export function exchange(address: string, send: (socket: Socket) => void | Promise<void>): Promise<Exchange> {
  const { hostname, port } = new URL(address);
  return new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    let error: string | undefined;
    const socket = connect(Number(port), hostname, () => {
      Promise.resolve(send(socket)).catch(failed);
    });
    socket.setTimeout(8000, () => socket.destroy(Object.assign(new Error('silence'), { code: 'SILENCE' })));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', (cause: NodeJS.ErrnoException) => (error = cause.code));
    socket.on('close', () => {
      done({ answers: answersIn(Buffer.concat(chunks).toString()), error });
    });
  });
}

/** Sends these bytes, and nothing after them. */
export const sent = (address: string, bytes: string | Buffer): Promise<Exchange> =>
  exchange(address, (socket) => {
    socket.write(bytes);
  });

/** The head of a request. */
export const lines = (...all: string[]): string => `${all.join('\r\n')}\r\n\r\n`;

/** The head of a question by POST, but for its length and its last line. */
export const POST = ['POST /graphql HTTP/1.1', 'Host: hiraf', 'Content-Type: application/json'];

/** A question by POST, after which the server is to end the connection. */
export const postOf = (body: string | Buffer, ...headers: string[]): Buffer =>
  Buffer.concat([
    Buffer.from(lines(...POST, ...headers, 'Connection: close', `Content-Length: ${String(body.length)}`)),
    Buffer.from(body),
  ]);

export interface Refused {
  readonly errors: readonly { message: string; extensions: { code: string; requestId: string } }[];
}

/** The status and the code of an error, which has the one shape: JSON, a sentence, and the id of the request twice. */
export function refusalIn({ status, headers, body }: RawAnswer): [number, string] {
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  const { errors, ...rest } = JSON.parse(body) as Refused;
  expect([errors.length, rest]).toEqual([1, {}]);
  const [error] = errors;
  expect(error?.message).toMatch(/\w.*\.$/);
  expect(error?.message).not.toMatch(/node_modules|stack|HPE_|FST_/);
  expect(headers['x-request-id']).toMatch(/^[\w-]{36}$/);
  expect(error?.extensions.requestId).toBe(headers['x-request-id']);
  return [status, error?.extensions.code ?? ''];
}
