/** The artisan as each contestant is asked for it, and its facts; ids and cursors are each contestant's own. */
export const HIRAF_PAGE = `nodes {
  id registerNumber nameAr nameLatin kind sex registerState registeredOn
  profession { name { ar fr } } province { name { ar fr } }
} pageInfo { hasNextPage endCursor }`;

export const POSTGRAPHILE_PAGE = `nodes {
  id registerNumber nameAr nameLatin kind sex registerState registeredOn
  professionByProfessionId { nameAr nameFr } provinceByRegionIdAndProvinceId { nameAr nameFr }
} pageInfo { hasNextPage endCursor }`;

interface Facts {
  readonly registerNumber: string | null;
  readonly nameAr: string;
  readonly nameLatin: string;
  readonly kind: string;
  readonly sex: string | null;
  readonly registerState: string;
  readonly registeredOn: string | null;
}
interface Names {
  readonly nameAr: string;
  readonly nameFr: string;
}
interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}
export type HirafPage = Page<
  Facts & { profession: { name: { ar: string; fr: string } }; province: { name: { ar: string; fr: string } } }
>;
export type PostgraphilePage = Page<
  Facts & { professionByProfessionId: Names; provinceByRegionIdAndProvinceId: Names }
>;

const own = (node: Facts): unknown[] => [
  node.registerNumber,
  node.nameAr,
  node.nameLatin,
  node.kind,
  node.sex,
  node.registerState,
  node.registeredOn,
];

export const factsOfHiraf = ({ nodes, pageInfo }: HirafPage): unknown => [
  pageInfo.hasNextPage,
  ...nodes.map((node) => {
    const [profession, province] = [node.profession.name, node.province.name];
    return [...own(node), profession.ar, profession.fr, province.ar, province.fr];
  }),
];

export const factsOfPostgraphile = ({ nodes, pageInfo }: PostgraphilePage): unknown => [
  pageInfo.hasNextPage,
  ...nodes.map((node) => {
    const [profession, province] = [node.professionByProfessionId, node.provinceByRegionIdAndProvinceId];
    return [...own(node), profession.nameAr, profession.nameFr, province.nameAr, province.nameFr];
  }),
];
