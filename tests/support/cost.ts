import type { Api, Who } from './api.ts';

export interface Cost {
  readonly requested: number;
  readonly ceiling: number;
  readonly fields?: { path: string; times: number; statements: number; cost: number }[];
}

/** What an operation would cost, by a dry run. */
export async function costOf(api: Api, who: Who | null, query: string, variables?: object): Promise<Cost> {
  const authorization = who === null ? {} : { authorization: `Bearer ${await api.token(who)}` };
  const payload = { query, variables, extensions: { cost: 'dry-run' } };
  const response = await api.app.inject({ method: 'POST', url: '/graphql', headers: authorization, payload });
  const { extensions, errors } = response.json<{ extensions?: { cost: Cost }; errors?: unknown }>();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return extensions?.cost ?? { requested: NaN, ceiling: NaN };
}
