import { HIRAF_MEASURES, PLAIN_MEASURES, plainOf, valuesOf, type Plain, type Values } from './measures.ts';
import { codeOf, get, graphql, questions, viewerOf, type Ask } from './work.ts';

interface Named {
  readonly code: string;
  readonly name: { readonly ar: string; readonly fr: string };
}
interface Answer {
  readonly region: { readonly name: Named['name']; readonly provinces: readonly Named[] };
  readonly representation: readonly {
    readonly province: { readonly code: string };
    readonly bodyClass: { readonly code: string } | null;
    readonly figures: Values;
  }[];
}

interface PostgraphileNames {
  readonly nameAr: string;
  readonly nameFr: string;
}
interface PostgraphileAnswer {
  readonly regionByRowId: PostgraphileNames & {
    readonly provincesByRegionId: { nodes: readonly (PostgraphileNames & { iso: string })[] };
  };
  readonly allProvinceClassFigures: {
    readonly nodes: readonly (Plain & { province: string; bodyClass: string | null })[];
  };
}

type Fact = readonly (string | number | null)[];

// One tells cells in which none of these is counted, and another leaves them out.
const counted = (cells: readonly Fact[]): Fact[] =>
  cells
    .filter(([, , ...values]) => values.some((value) => value !== 0))
    .toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));

const sorted = (provinces: readonly Fact[]): Fact[] =>
  provinces.toSorted(([one], [other]) => String(one).localeCompare(String(other)));

const factsOfHiraf = ({ region, representation }: Answer): unknown => [
  [region.name.ar, region.name.fr],
  sorted(region.provinces.map(({ code, name }) => [code, name.ar, name.fr])),
  counted(representation.map((cell) => [cell.province.code, cell.bodyClass?.code ?? null, ...valuesOf(cell.figures)])),
];

const factsOfPostgraphile = ({ regionByRowId, allProvinceClassFigures }: PostgraphileAnswer): unknown => [
  [regionByRowId.nameAr, regionByRowId.nameFr],
  sorted(regionByRowId.provincesByRegionId.nodes.map(({ iso, nameAr, nameFr }) => [iso, nameAr, nameFr])),
  counted(allProvinceClassFigures.nodes.map((cell) => [cell.province, cell.bodyClass, ...plainOf(cell)])),
];

const HIRAF_QUERY = `query Figures($region: TerritoryCode!) {
          region(code: $region) { name { ar fr } provinces { code name { ar fr } } }
          representation(by: [PROVINCE, BODY_CLASS], filter: { territory: $region }) {
            province { code } bodyClass { code } figures { ${HIRAF_MEASURES} }
          }
        }`;

/** A region, its provinces, and the figures of each by body class. */
export const figures = (region: number): Ask => ({
  viewer: viewerOf(region),
  questions: questions({
    hiraf: {
      request: graphql(HIRAF_QUERY, { region: codeOf(region) }),
      facts: (answer) => factsOfHiraf((answer as { data: Answer }).data),
    },
    postgraphile: {
      request: graphql(
        `query Figures($region: Int!) {
          regionByRowId(rowId: $region) { nameAr nameFr provincesByRegionId { nodes { iso nameAr nameFr } } }
          allProvinceClassFigures(condition: { regionId: $region }, orderBy: [PROVINCE_ASC, BODY_CLASS_ASC]) { nodes { province bodyClass ${PLAIN_MEASURES} } }
        }`,
        { region },
      ),
      facts: (answer) => factsOfPostgraphile((answer as { data: PostgraphileAnswer }).data),
    },
    floor: {
      request: get('/figures', { region: String(region) }),
      facts: (answer) => factsOfHiraf(answer as Answer),
    },
  }),
});
