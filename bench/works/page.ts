import {
  factsOfHiraf,
  factsOfPostgraphile,
  HIRAF_PAGE,
  POSTGRAPHILE_PAGE,
  type HirafPage,
  type PostgraphilePage,
} from './artisans.ts';
import { get, graphql, type Work } from './work.ts';

const FIRST = 50;

export const page: Work = {
  name: 'page',
  title: `page of ${String(FIRST)} artisans of a region with profession and province`,
  viewer: { role: 'regional-viewer', region: 'MA-03' },
  questions: {
    hiraf: {
      request: graphql(
        `query Page($region: String!, $first: Int!) { region(code: $region) { artisans(first: $first) { ${HIRAF_PAGE} } } }`,
        { region: 'MA-03', first: FIRST },
      ),
      facts: (answer) => factsOfHiraf((answer as { data: { region: { artisans: HirafPage } } }).data.region.artisans),
    },
    postgraphile: {
      request: graphql(
        `query Page($region: Int!, $first: Int!) {
          allArtisans(condition: { regionId: $region }, first: $first) { ${POSTGRAPHILE_PAGE} }
        }`,
        { region: 3, first: FIRST },
      ),
      facts: (answer) => factsOfPostgraphile((answer as { data: { allArtisans: PostgraphilePage } }).data.allArtisans),
    },
    floor: {
      request: get('/page', { region: '3', first: String(FIRST) }),
      facts: (answer) => factsOfHiraf((answer as { artisans: HirafPage }).artisans),
    },
  },
};
