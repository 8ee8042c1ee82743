import { get, graphql, type Work } from './work.ts';

const MEASURES = ['registered', 'eligible', 'members', 'represented', 'women'] as const;
type Measure = (typeof MEASURES)[number];

interface HirafRegion {
  readonly code: string;
  readonly name: { ar: string; fr: string };
  readonly representation: Readonly<Record<Measure, { value: number }>>;
}
type PostgraphileRegion = Readonly<Record<Measure, number>> & { code: string; nameAr: string; nameFr: string };

const factsOfHiraf = ({ regions }: { regions: readonly HirafRegion[] }): unknown =>
  regions.map(({ code, name, representation }) => [
    code,
    name.ar,
    name.fr,
    ...MEASURES.map((measure) => representation[measure].value),
  ]);

export const figures: Work = {
  name: 'figures',
  title: 'national figures by region: registered, eligible, members, represented, women',
  viewer: { role: 'central-service' },
  questions: {
    hiraf: {
      request: graphql(`query Figures {
        regions { code name { ar fr } representation { ${MEASURES.map((name) => `${name} { value }`).join(' ')} } }
      }`),
      facts: (answer) => factsOfHiraf((answer as { data: { regions: HirafRegion[] } }).data),
    },
    postgraphile: {
      request: graphql(`query Figures {
        allRegionFigures(orderBy: [CODE_ASC]) { nodes { code nameAr nameFr ${MEASURES.join(' ')} } }
      }`),
      facts: (answer) =>
        (answer as { data: { allRegionFigures: { nodes: PostgraphileRegion[] } } }).data.allRegionFigures.nodes.map(
          (region) => [region.code, region.nameAr, region.nameFr, ...MEASURES.map((measure) => region[measure])],
        ),
    },
    floor: {
      request: get('/figures'),
      facts: (answer) => factsOfHiraf(answer as { regions: HirafRegion[] }),
    },
  },
};
