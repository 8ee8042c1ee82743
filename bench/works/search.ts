import {
  factsOfHiraf,
  factsOfPostgraphile,
  HIRAF_PAGE,
  POSTGRAPHILE_PAGE,
  type HirafPage,
  type PostgraphilePage,
} from './artisans.ts';
import { get, graphql, questions, viewerOf, type Ask } from './work.ts';

export const FOUND = 20;
// Folding changes nothing in this name, so that the rivals can look it up as it is.
const PREFIX = 'محمد';

/** The first artisans of a region whose name begins with a word, in either order of its parts. */
export const search = (region: number): Ask => ({
  viewer: viewerOf(region),
  questions: questions({
    hiraf: {
      request: graphql(
        `query Search($search: String!, $first: Int!) {
          artisans(filter: { search: $search }, first: $first) { ${HIRAF_PAGE} }
        }`,
        { search: PREFIX, first: FOUND },
      ),
      facts: (answer) => factsOfHiraf((answer as { data: { artisans: HirafPage } }).data.artisans),
    },
    postgraphile: {
      request: graphql(
        `query Search($prefix: String!, $most: Int!, $first: Int!) {
          artisansNamed(prefix: $prefix, most: $most, first: $first) { ${POSTGRAPHILE_PAGE} }
        }`,
        { prefix: PREFIX, most: FOUND + 1, first: FOUND },
      ),
      facts: (answer) =>
        factsOfPostgraphile((answer as { data: { artisansNamed: PostgraphilePage } }).data.artisansNamed),
    },
    floor: {
      request: get('/search', { prefix: PREFIX, first: String(FOUND) }),
      facts: (answer) => factsOfHiraf((answer as { artisans: HirafPage }).artisans),
    },
  }),
});
