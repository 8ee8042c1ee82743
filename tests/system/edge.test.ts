import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { testApi } from '../support/api.ts';
import { exchange, lines, POST, postOf, refusalIn, sent, type Refused } from '../support/socket.ts';

const api = await testApi('empty');
const address = await api.app.listen({ host: '127.0.0.1', port: 0 });
const QUERY = '{ nation { code } }';
const BODY = JSON.stringify({ query: QUERY });
const PIECE = 65_536;
const PIECES = 160;
// 10 MB.
const MUCH = PIECE * PIECES;

/** Writes 10 MB as fast as the server takes them, and stops where the connection does not take any more. */
async function writeMuch(socket: Socket, head: string, piece = Buffer.alloc(PIECE, 'x')): Promise<void> {
  socket.write(head);
  for (let written = 0; written < PIECES && !socket.destroyed; written += 1) {
    if (socket.write(piece)) continue;
    await new Promise((done) => {
      socket.once('drain', done).once('close', done);
    });
  }
}

describe('a request that never reaches GraphQL', () => {
  const get = (target: string, ...headers: string[]) => lines(`GET ${target} HTTP/1.1`, 'Host: hiraf', ...headers);

  it.each<[string, string, number, string]>([
    ['a URL that is not percent-encoded', get('/%zz', 'Connection: close'), 400, 'BAD_REQUEST'],
    ['a URL whose path is not UTF-8', get('/%ff', 'Connection: close'), 400, 'BAD_REQUEST'],
    ['what is not HTTP', 'Hello, hiraf?\r\n\r\n', 400, 'BAD_REQUEST'],
    ['a method that HTTP does not know', lines('FETCH / HTTP/1.1', 'Host: hiraf'), 400, 'BAD_REQUEST'],
    ['a header without a name', get('/', ': nothing'), 400, 'BAD_REQUEST'],
    ['a header with a control character', get('/', 'X-Note: a\u0001b'), 400, 'BAD_REQUEST'],
    ['two lengths', lines(...POST, 'Content-Length: 5', 'Content-Length: 7'), 400, 'BAD_REQUEST'],
    ['a length that is no number', lines(...POST, 'Content-Length: much'), 400, 'BAD_REQUEST'],
    ['no host', lines('GET /graphql HTTP/1.1', 'Connection: close'), 400, 'BAD_REQUEST'],
    ['a host that is none', get('/graphql', 'Connection: close').replace('hiraf', 'a b'), 400, 'BAD_REQUEST'],
    ['an open bracket for a host', get('/graphql', 'Connection: close').replace('hiraf', '['), 400, 'BAD_REQUEST'],
    ['a preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'BAD_REQUEST'],
    [
      'headers of more than 16 kB',
      get('/graphql', `X-Long: ${'x'.repeat(20_000)}`),
      431,
      'REQUEST_HEADER_FIELDS_TOO_LARGE',
    ],
    ['a URL of more than 16 kB', get(`/graphql?query=${'x'.repeat(20_000)}`), 431, 'REQUEST_HEADER_FIELDS_TOO_LARGE'],
    ['a chunk of no length', `${lines(...POST, 'Transfer-Encoding: chunked')}zz\r\n{}\r\n`, 400, 'BAD_REQUEST'],
    [
      'chunks with endless extensions',
      `${lines(...POST, 'Transfer-Encoding: chunked')}2;${'x'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`,
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    [
      'an expectation that is not met',
      lines(...POST, 'Expect: wonders', 'Connection: close'),
      417,
      'EXPECTATION_FAILED',
    ],
    ['a tunnel', lines('CONNECT hiraf:443 HTTP/1.1', 'Host: hiraf:443'), 405, 'METHOD_NOT_ALLOWED'],
    [
      'a method for other servers',
      get('/graphql', 'Connection: close').replace('GET', 'PROPFIND'),
      405,
      'METHOD_NOT_ALLOWED',
    ],
    ['a trace', get('/graphql', 'Connection: close').replace('GET', 'TRACE'), 405, 'METHOD_NOT_ALLOWED'],
    [
      'a change of its health',
      get('/health/live', 'Connection: close').replace('GET', 'DELETE'),
      405,
      'METHOD_NOT_ALLOWED',
    ],
  ])('is answered in the one shape of errors: %s', async (_what, bytes, status, code) => {
    const { answers, error } = await sent(address, bytes);
    expect(error).toBeUndefined();
    expect(answers.map(refusalIn)).toEqual([[status, code]]);
  });

  it('is answered after the requests that came before it on the connection', async () => {
    const first = postOf(BODY).toString().replace('Connection: close\r\n', '');
    const { answers, error } = await sent(address, `${first}Hello, hiraf?\r\n\r\n`);
    expect(error).toBeUndefined();
    expect(JSON.parse(answers[0]?.body ?? '')).toEqual({ data: { nation: { code: 'MA' } } });
    expect(answers.slice(1).map(refusalIn)).toEqual([[400, 'BAD_REQUEST']]);
  });

  it('is told so in Arabic, French or English', async () => {
    const messageIn = async (language: string): Promise<string> => {
      const { answers } = await sent(address, postOf('{', `Accept-Language: ${language}`));
      return (JSON.parse(answers[0]?.body ?? '') as Refused).errors[0]?.message ?? '';
    };
    expect(await messageIn('ar')).toMatch(/\p{Script=Arabic}/u);
    expect(await messageIn('fr')).toMatch(/JSON.*requête|requête.*JSON/);
    expect(await messageIn('en')).toMatch(/JSON/);
  });

  it('is answered without a host in HTTP/1.0', async () => {
    const { answers } = await sent(
      address,
      `GET /graphql?query=${encodeURIComponent(QUERY)} HTTP/1.0\r\napollo-require-preflight: 1\r\n\r\n`,
    );
    expect(answers.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ data: { nation: { code: 'MA' } } }]);
  });
});

describe('a request that takes too long', () => {
  it('is told so, and is not carried out when its rest comes after all', async () => {
    const began = new Promise<Socket>((found) => api.app.server.once('connection', found));
    const { answers } = await exchange(address, async (socket) => {
      const message = postOf(BODY);
      socket.write(message.subarray(0, -5));
      const ours = await began;
      await new Promise((done) => setTimeout(done, 50));
      // What Node says when its watch over the connections finds one that is late, which it does every half minute.
      api.app.server.emit('clientError', Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), ours);
      socket.write(message.subarray(-5));
    });
    expect(answers.map(refusalIn)).toEqual([[408, 'REQUEST_TIMEOUT']]);
  });
});

describe('a body that is too large', () => {
  const LENGTH = `Content-Length: ${String(MUCH)}`;

  it('is refused with 413 over a connection that is not reset', async () => {
    const { answers, error } = await exchange(address, async (socket) => {
      await writeMuch(socket, lines(...POST, LENGTH));
      socket.end();
    });
    expect(error).toBeUndefined();
    expect(answers.map(refusalIn)).toEqual([[413, 'PAYLOAD_TOO_LARGE']]);
  });

  it('is refused with 413 over a connection that is not reset where it comes in chunks', async () => {
    const chunk = `${PIECE.toString(16)}\r\n${'x'.repeat(PIECE)}\r\n`;
    const { answers, error } = await exchange(address, async (socket) => {
      await writeMuch(socket, lines(...POST, 'Transfer-Encoding: chunked'), Buffer.from(chunk));
      socket.end('0\r\n\r\n');
    });
    expect(error).toBeUndefined();
    expect(answers.map(refusalIn)).toEqual([[413, 'PAYLOAD_TOO_LARGE']]);
  });

  it('leaves the connection to the requests after it', async () => {
    const { answers, error } = await exchange(address, async (socket) => {
      await writeMuch(socket, lines(...POST, LENGTH));
      socket.write(postOf(BODY));
    });
    expect(error).toBeUndefined();
    expect(answers.map(({ status }) => status)).toEqual([413, 200]);
  });

  it.each<[string, RequestInit, string, number, string]>([
    ['too large', {}, '/graphql', 413, 'PAYLOAD_TOO_LARGE'],
    ['with a wrong token', { headers: { authorization: 'Bearer x' } }, '/graphql', 401, 'UNAUTHENTICATED'],
    ['of another type', { headers: { 'content-type': 'text/csv' } }, '/graphql', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['by another method', { method: 'PUT' }, '/graphql', 413, 'PAYLOAD_TOO_LARGE'],
    ['to nowhere', {}, '/nowhere', 413, 'PAYLOAD_TOO_LARGE'],
  ])('is told what is wrong with it by fetch, ten times in ten: %s', async (_what, init, path, status, code) => {
    const body = 'x'.repeat(MUCH);
    for (let round = 0; round < 10; round += 1) {
      const headers = { 'content-type': 'application/json', ...(init.headers as Record<string, string>) };
      const response = await fetch(`${address}${path}`, { method: 'POST', ...init, headers, body });
      const { errors } = (await response.json()) as Refused;
      expect([response.status, errors[0]?.extensions.code]).toEqual([status, code]);
    }
  });

  it('is refused before it is sent, where its sender waits for leave', async () => {
    const { answers, error } = await sent(address, lines(...POST, LENGTH, 'Expect: 100-continue'));
    expect(error).toBeUndefined();
    expect(answers.map(refusalIn)).toEqual([[413, 'PAYLOAD_TOO_LARGE']]);
  });

  it('is not mistaken for a small one, whose sender gets leave', async () => {
    const { answers } = await exchange(address, (socket) => {
      socket.write(
        lines(...POST, `Content-Length: ${String(BODY.length)}`, 'Expect: 100-continue', 'Connection: close'),
      );
      socket.once('data', () => socket.write(BODY));
    });
    expect(answers.map(({ status }) => status)).toEqual([100, 200]);
    expect(JSON.parse(answers[1]?.body ?? '')).toEqual({ data: { nation: { code: 'MA' } } });
  });
});
