import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

const bodies = (aliases: number): string =>
  Array.from(
    { length: aliases },
    (_, index) => `a${String(index)}: bodies(first: 1) { pageInfo { hasNextPage } }`,
  ).join(' ');

const inProvincesOfProvinces = (inner: string): string =>
  `{ regions { provinces { region { provinces { region { provinces { ${inner} } } } } } } }`;

async function answered(query: string) {
  const authorization = `Bearer ${await api.token(VIEWERS.analyst)}`;
  const payload = { query };
  return api.app.inject({ method: 'POST', url: '/graphql', headers: { authorization }, payload });
}

describe('the errors of an answer', () => {
  it('are all told beside the data as long as they are a thousand', async () => {
    const { data, errors = [] } = await api.ask(VIEWERS.analyst, `{ regions { provinces { code ${bodies(13)} } } }`);
    expect(errors).toHaveLength(75 * 13);
    expect(JSON.stringify(data).match(/"a12":null/g)).toHaveLength(75);
  });

  it('are one, and the whole answer, where more fields fail', async () => {
    const response = await answered(inProvincesOfProvinces(bodies(1)));
    const { data, errors } = response.json<{ data?: unknown; errors: object[] }>();
    expect(response.statusCode).toBe(200);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', reasons: [{ code: 'NO_GRANT' }] } }]);
    expect(response.payload.length).toBeLessThan(1000);
  });
});
