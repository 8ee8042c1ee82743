import { describe, expect, it } from 'vitest';
import { testApi } from '../support/api.ts';
import { exchange, lines, POST, postOf, refusalIn, sent } from '../support/socket.ts';

const api = await testApi('empty');
const address = await api.app.listen({ host: '127.0.0.1', port: 0 });
const QUERY = '{ nation { code } }';
const BODY = JSON.stringify({ query: QUERY });

describe('the letters of a request', () => {
  const typed = (type: string) => postOf(BODY).toString().replace('application/json', type);
  const asked = (letters: Buffer): Buffer =>
    postOf(
      Buffer.concat([
        Buffer.from('{"query":"{ artisans(filter: { search: \\"'),
        letters,
        Buffer.from('\\" }) { totalCount } }"}'),
      ]),
    );

  it.each([
    'application/json; charset=utf-16',
    'application/json; charset=iso-8859-1',
    'application/json;charset="windows-1256"',
    'application/json; charset=utf-8; charset=utf-16',
    'application/json; CHARSET=UTF-7',
    'text/plain; charset=utf-8',
  ])('are refused in the type %s', async (type) => {
    const { answers } = await sent(address, typed(type));
    expect(answers.map(refusalIn)).toEqual([[415, 'UNSUPPORTED_MEDIA_TYPE']]);
  });

  it.each(['application/json; charset=utf-8', 'application/json;charset=UTF-8', 'application/json; charset="utf8"'])(
    'are taken in the type %s',
    async (type) => {
      const { answers } = await sent(address, typed(type));
      expect(answers.map(({ status }) => status)).toEqual([200]);
    },
  );

  it.each([
    ['a lone continuation byte', '80'],
    ['a letter cut off', 'd8'],
    ['Arabic in Windows-1256', 'd5e4c7da'],
    ['an overlong slash', 'c0af'],
    ['half of a surrogate pair', 'eda080'],
    ['beyond the last code point', 'f4908080'],
  ])('are refused where a body is not UTF-8: %s', async (_what, hex) => {
    const { answers } = await sent(address, asked(Buffer.from(hex, 'hex')));
    expect(answers.map(refusalIn)).toEqual([[400, 'BAD_REQUEST']]);
    expect(answers[0]?.body).toContain('UTF-8');
  });

  it('are refused where a broken body comes in chunks that are whole letters by themselves', async () => {
    const body = Buffer.concat([
      Buffer.from('{"query":"{ nation { code } } # '),
      Buffer.from('d8', 'hex'),
      Buffer.from('"}'),
    ]);
    const { answers } = await exchange(address, async (socket) => {
      socket.write(lines(...POST, 'Connection: close', 'Transfer-Encoding: chunked'));
      for (const byte of body) {
        socket.write(`1\r\n`);
        socket.write(Buffer.of(byte));
        socket.write('\r\n');
        await new Promise(setImmediate);
      }
      socket.write('0\r\n\r\n');
    });
    expect(answers.map(refusalIn)).toEqual([[400, 'BAD_REQUEST']]);
  });

  it('may begin with a byte order mark', async () => {
    const { answers } = await sent(address, postOf(Buffer.from(`\ufeff${BODY}`)));
    expect(answers.map(({ status }) => status)).toEqual([200]);
  });

  it.each([
    ['broken', '%d8'],
    ['overlong', '%c0%af'],
    ['a surrogate', '%ed%a0%80'],
    ['not percent-encoded', '%zz'],
    ['bytes of their own', 'ص'],
  ])('are refused where a query string is not percent-encoded UTF-8: %s', async (_what, letters) => {
    const query = `{artisans(filter: {search:"${letters}"}){totalCount}}`.replaceAll(/[{}"]/g, encodeURIComponent);
    for (const parameter of ['query', 'variables', 'other']) {
      const target = `/graphql?${parameter}=${query}`;
      const { answers } = await sent(
        address,
        lines(`GET ${target} HTTP/1.1`, 'Host: hiraf', 'Connection: close', 'apollo-require-preflight: 1'),
      );
      expect(answers.map(refusalIn)).toEqual([[400, 'BAD_REQUEST']]);
    }
  });

  it('are taken in a query string that is', async () => {
    const target = `/graphql?query=${encodeURIComponent(`${QUERY} # حِرَف +%`)}+x`;
    const { answers } = await sent(
      address,
      lines(`GET ${target} HTTP/1.1`, 'Host: hiraf', 'Connection: close', 'apollo-require-preflight: 1'),
    );
    expect(answers.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ data: { nation: { code: 'MA' } } }]);
  });

  it.each(['gzip', 'br', 'deflate', 'zstd', 'gzip, identity', 'nonsense'])(
    'are refused where they are compressed: %s',
    async (encoding) => {
      const { answers } = await sent(address, postOf(BODY, `Content-Encoding: ${encoding}`));
      expect(answers.map(refusalIn)).toEqual([[415, 'UNSUPPORTED_MEDIA_TYPE']]);
      expect(answers[0]?.headers['accept-encoding']).toBe('identity');
    },
  );

  it('are taken where the coding changes nothing', async () => {
    const { answers } = await sent(address, postOf(BODY, 'Content-Encoding: identity'));
    expect(answers.map(({ status }) => status)).toEqual([200]);
  });
});
