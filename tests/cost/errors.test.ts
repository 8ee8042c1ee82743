import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';

let api: Api;
let interpreter: Api;
beforeAll(async () => {
  [api, interpreter] = await Promise.all([testApi('demo'), testApi('demo', { EXECUTOR: 'interpreter' })]);
});

const bodies = (aliases: number): string =>
  Array.from(
    { length: aliases },
    (_, index) => `a${String(index)}: bodies(first: 1) { pageInfo { hasNextPage } }`,
  ).join(' ');

const inProvincesOfProvinces = (inner: string): string =>
  `{ regions { provinces { region { provinces { region { provinces { ${inner} } } } } } } }`;

async function answered(by: Api, query: string) {
  const authorization = `Bearer ${await by.token(VIEWERS.analyst)}`;
  const payload = { query };
  return by.app.inject({ method: 'POST', url: '/graphql', headers: { authorization }, payload });
}

describe('the errors of an answer', () => {
  it('are all told beside the data as long as they are a thousand', async () => {
    const { data, errors = [] } = await api.ask(VIEWERS.analyst, `{ regions { provinces { code ${bodies(13)} } } }`);
    expect(errors).toHaveLength(75 * 13);
    expect(JSON.stringify(data).match(/"a12":null/g)).toHaveLength(75);
  });

  it.each(['plan', 'interpreter'])('are one, and the whole answer, where more fields fail, by a %s', async (way) => {
    const by = way === 'plan' ? api : interpreter;
    const response = await answered(by, inProvincesOfProvinces(bodies(1)));
    const { data, errors } = response.json<{ data?: unknown; errors: object[] }>();
    expect(response.statusCode).toBe(200);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', reasons: [{ code: 'NO_GRANT' }] } }]);
    expect(response.payload.length).toBeLessThan(1000);
  });
});

describe('an answer that is too large', () => {
  it.each(['plan', 'interpreter'])('is refused, by a %s', async (way) => {
    const env = { ANSWER_BYTES: '1000', EXECUTOR: way === 'plan' ? 'compiled' : way };
    const small = await testApi('demo', env);
    const { data, errors } = await small.ask(VIEWERS.analyst, '{ regions { name { ar fr en } } }');
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      { extensions: { code: 'OPERATION_TOO_COSTLY', limit: 'bytes', reasons: [{ code: 'ANSWER_TOO_LARGE' }] } },
    ]);
    expect(errors?.[0]).not.toHaveProperty('path');
  });

  it('is the same answer the first time as later, where objects that stay in memory are in it', async () => {
    const query = '{ regions { name { ar fr en } } }';
    const text = JSON.stringify({ data: (await api.ask(VIEWERS.analyst, query)).data });
    const bytes = Buffer.byteLength(text);
    // Counted twice, its letters alone would be too many.
    expect(bytes).toBeLessThan(2 * text.length);
    const just = await testApi('demo', { ANSWER_BYTES: String(bytes + 100) });
    expect((await just.ask(VIEWERS.analyst, query)).errors).toBeUndefined();
  });
});
