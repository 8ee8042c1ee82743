import { encodeCursor } from '../../src/platform/postgres/cursor.ts';
import {
  factsOfHiraf,
  factsOfPostgraphile,
  HIRAF_PAGE,
  POSTGRAPHILE_PAGE,
  type HirafPage,
  type PostgraphilePage,
} from './artisans.ts';
import {
  codeOf,
  get,
  graphql,
  questions,
  viewerOf,
  withPlainCodes,
  type Ask,
  type Marks,
  type Question,
} from './work.ts';

export const FIRST = 50;

interface Start {
  readonly hiraf: string | null;
  readonly postgraphile: string | null;
  readonly rivals: string | null;
  /** The number of the artisan after whom the page begins. */
  readonly floor: string;
}

const hirafFrom = (region: number, after: string | null): Question => ({
  request: graphql(
    `query Page($region: TerritoryCode!, $first: Int!, $after: String) {
      region(code: $region) { artisans(first: $first, after: $after) { ${HIRAF_PAGE} } }
    }`,
    { region: codeOf(region), first: FIRST, after },
  ),
  facts: (answer) => factsOfHiraf((answer as { data: { region: { artisans: HirafPage } } }).data.region.artisans),
});

const postgraphileFrom = (region: number, after: string | null): Question => ({
  request: graphql(
    `query Page($region: Int!, $first: Int!, $after: Cursor) {
      allArtisans(condition: { regionId: $region }, first: $first, after: $after) { ${POSTGRAPHILE_PAGE} }
    }`,
    { region, first: FIRST, after },
  ),
  facts: (answer) => factsOfPostgraphile((answer as { data: { allArtisans: PostgraphilePage } }).data.allArtisans),
});

const asked = (region: number, { hiraf, postgraphile, rivals, floor }: Start): Ask => ({
  viewer: viewerOf(region),
  questions: {
    ...questions({
      hiraf: hirafFrom(region, hiraf),
      postgraphile: postgraphileFrom(region, postgraphile),
      floor: {
        request: get('/page', { region: String(region), first: String(FIRST), after: floor }),
        facts: (answer) => factsOfHiraf((answer as { artisans: HirafPage }).artisans),
      },
    }),
    mercurius: withPlainCodes(hirafFrom(region, rivals)),
    idiomatic: withPlainCodes(hirafFrom(region, rivals)),
  },
});

/** The first page of a region's artisans. */
export const page = (region: number): Ask =>
  asked(region, { hiraf: null, postgraphile: null, rivals: null, floor: '0' });

/** The page after the middle of a region's artisans, by the cursor of each contestant. */
export function deep(region: number, { middle, postgraphileCursor }: Marks): Ask {
  const id = middle.get(region) ?? 0;
  const hiraf = encodeCursor('ID:ASC', { key: id, id });
  const postgraphile = postgraphileCursor.get(region) ?? null;
  const rivals = Buffer.from(JSON.stringify([null, id])).toString('base64url');
  return asked(region, { hiraf, postgraphile, rivals, floor: String(id) });
}
