import { HIRAF_MEASURES, PLAIN_MEASURES, plainOf, valuesOf, type Plain, type Values } from './measures.ts';
import { get, graphql, questions, type Ask, type Asker } from './work.ts';

interface HirafRegion {
  readonly code: string;
  readonly name: { ar: string; fr: string };
  readonly representation: Values;
}
type PostgraphileRegion = Plain & { code: string; nameAr: string; nameFr: string };

const factsOfHiraf = ({ regions }: { regions: readonly HirafRegion[] }): unknown =>
  regions.map(({ code, name, representation }) => [code, name.ar, name.fr, ...valuesOf(representation)]);

/** The figures of the nation by region, which every viewer may see. */
export const nation = (viewer: Asker): Ask => ({
  viewer,
  questions: questions({
    hiraf: {
      request: graphql(`query Nation { regions { code name { ar fr } representation { ${HIRAF_MEASURES} } } }`),
      facts: (answer) => factsOfHiraf((answer as { data: { regions: HirafRegion[] } }).data),
    },
    postgraphile: {
      request: graphql(`query Nation {
        allRegionFigures(orderBy: [CODE_ASC]) { nodes { code nameAr nameFr ${PLAIN_MEASURES} } }
      }`),
      facts: (answer) =>
        (answer as { data: { allRegionFigures: { nodes: PostgraphileRegion[] } } }).data.allRegionFigures.nodes.map(
          (region) => [region.code, region.nameAr, region.nameFr, ...plainOf(region)],
        ),
    },
    floor: {
      request: get('/nation'),
      facts: (answer) => factsOfHiraf(answer as { regions: HirafRegion[] }),
    },
  }),
});
