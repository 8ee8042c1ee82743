import { withClient } from '../src/platform/postgres/open.ts';
import { EVERYWHERE, type Cluster } from './cluster.ts';
import { replyOf, tokenFor, type Running } from './contestant.ts';
import { CENTRAL, graphql, REGIONS, type Marks } from './works/work.ts';

const MIDDLE = `
  select a.id, n.half from (select (count(*) / 2)::int as half from artisan where region_id = $1) n
  cross join lateral (select id from artisan where region_id = $1 order by id offset n.half limit 1) a`;

interface Middle {
  readonly id: number;
  /** How many stand before it. */
  readonly half: number;
}

async function middlesOf(databaseUrl: string): Promise<Map<number, Middle>> {
  return withClient(databaseUrl, async (client) => {
    await client.query(`select set_config('app.records', '${EVERYWHERE}', false)`);
    const middles = new Map<number, Middle>();
    for (const region of REGIONS) {
      const { rows } = await client.query<Middle>(MIDDLE, [region]);
      middles.set(region, rows[0] ?? { id: 0, half: 0 });
    }
    return middles;
  });
}

interface Cursors {
  readonly data: { readonly allArtisans: { readonly pageInfo: { readonly endCursor: string } } };
}

/** PostGraphile makes its cursors in a way of its own, and is asked for them. */
async function cursorAt({ origin }: Running, token: string, place: { region: number; half: number }): Promise<string> {
  const request = graphql(
    `
      query At($region: Int!, $half: Int!) {
        allArtisans(condition: { regionId: $region }, offset: $half, first: 1) {
          pageInfo {
            endCursor
          }
        }
      }
    `,
    place,
  );
  const { data } = JSON.parse(await replyOf(origin, request, token)) as Cursors;
  return data.allArtisans.pageInfo.endCursor;
}

/** Where the middle of each region's list is, for those works that begin there. */
export async function marksOf(cluster: Cluster, databaseUrl: string, contestants: readonly Running[]): Promise<Marks> {
  const middles = await middlesOf(databaseUrl);
  const postgraphileCursor = new Map<number, string>();
  const postgraphile = contestants.find(({ name }) => name === 'postgraphile');
  const token = await tokenFor(cluster, CENTRAL);
  for (const [region, { half }] of postgraphile === undefined ? [] : middles) {
    postgraphileCursor.set(region, await cursorAt(postgraphile as Running, token, { region, half }));
  }
  const middle = new Map([...middles].map(([region, { id }]) => [region, id]));
  return { middle, postgraphileCursor };
}
