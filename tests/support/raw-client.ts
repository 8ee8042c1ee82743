import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { whenDone } from './closing.ts';

/** A connection on which a test writes the bytes itself. */
export interface RawClient {
  readonly socket: Socket;
  readonly received: () => string;
  /** Resolves when the server has closed the connection or refused it. */
  readonly closed: Promise<void>;
}

export async function rawClient(address: string, sent = ''): Promise<RawClient> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  whenDone(() => socket.destroy());
  let received = '';
  socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
  // A reset is one of the ways in which a connection ends.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((done) => {
    socket.once('close', () => {
      done();
    });
  });
  await once(socket, 'connect');
  socket.write(sent);
  await sleep(50);
  return { socket, received: () => received, closed };
}

const HEAD = 'POST /graphql HTTP/1.1\r\nhost: hiraf\r\ncontent-type: application/json\r\n';
export const HALF_HEAD = HEAD;
export const HALF_BODY = `${HEAD}content-length: 100\r\n\r\n{"query":`;

/** A whole request that asks something, as bytes. */
export function whole(query: string, headers: Record<string, string> = {}): string {
  const body = JSON.stringify({ query });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${HEAD}${lines.join('')}content-length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;
}

// Half a megabyte, which costs the server little.
const FAMILIES =
  'professions { sectors { professions { id code name { ar fr en } bodyClass { id name { ar fr en } } } } }';
export const LARGE = `{ ${Array.from({ length: 10 }, (_, index) => `p${String(index)}: ${FAMILIES}`).join(' ')} }`;
