import {
  factsOfHiraf,
  factsOfPostgraphile,
  HIRAF_PAGE,
  POSTGRAPHILE_PAGE,
  type HirafPage,
  type PostgraphilePage,
} from './artisans.ts';
import { get, graphql, type Work } from './work.ts';

const FIRST = 20;
// Folding changes nothing in this name, so that the rivals can look it up as it is.
const PREFIX = 'محمد';

export const search: Work = {
  name: 'search',
  title: `search by the beginning of an Arabic name, first ${String(FIRST)}`,
  viewer: { role: 'regional-viewer', region: 'MA-03' },
  questions: {
    hiraf: {
      request: graphql(
        `query Search($search: String!, $first: Int!) {
          artisans(filter: { search: $search }, first: $first) { ${HIRAF_PAGE} }
        }`,
        { search: PREFIX, first: FIRST },
      ),
      facts: (answer) => factsOfHiraf((answer as { data: { artisans: HirafPage } }).data.artisans),
    },
    postgraphile: {
      request: graphql(
        `query Search($prefix: String!, $most: Int!, $first: Int!) {
          artisansNamed(prefix: $prefix, most: $most, first: $first) { ${POSTGRAPHILE_PAGE} }
        }`,
        { prefix: PREFIX, most: FIRST + 1, first: FIRST },
      ),
      facts: (answer) =>
        factsOfPostgraphile((answer as { data: { artisansNamed: PostgraphilePage } }).data.artisansNamed),
    },
    floor: {
      request: get('/search', { prefix: PREFIX, first: String(FIRST) }),
      facts: (answer) => factsOfHiraf((answer as { artisans: HirafPage }).artisans),
    },
  },
};
