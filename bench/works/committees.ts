import { codeOf, get, graphql, questions, viewerOf, type Ask } from './work.ts';

export const COMMITTEES = 20;
export const MEMBERS = 10;
const MEMBER = 'nodes { nameAr nameLatin capacity chair joinedOn } pageInfo { hasNextPage }';
const OWN = 'id level state plannedOn formedOn';

interface Member {
  readonly nameAr: string;
  readonly nameLatin: string;
  readonly capacity: string;
  readonly chair: boolean;
  readonly joinedOn: string;
}
interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}
interface Own {
  readonly level: string;
  readonly state: string;
  readonly plannedOn: string | null;
  readonly formedOn: string | null;
}
type HirafCommittee = Own & {
  readonly bodyClass: { readonly name: { readonly ar: string; readonly fr: string } };
  readonly members: Page<Member>;
};
type PostgraphileCommittee = Own & {
  readonly bodyClassByBodyClassId: { readonly nameAr: string; readonly nameFr: string };
  readonly committeeMembersByRegionIdAndCommitteeId: Page<Member>;
};

const told = (own: Own, names: { ar: string; fr: string }, { nodes, pageInfo }: Page<Member>): unknown => [
  ...[own.level, own.state, own.plannedOn, own.formedOn, names.ar, names.fr, pageInfo.hasNextPage],
  ...nodes.map((node) => [node.nameAr, node.nameLatin, node.capacity, node.chair, node.joinedOn]),
];

const factsOfHiraf = ({ nodes, pageInfo }: Page<HirafCommittee>): unknown => [
  pageInfo.hasNextPage,
  ...nodes.map(({ bodyClass, members, ...own }) => told(own, bodyClass.name, members)),
];

const factsOfPostgraphile = ({ nodes, pageInfo }: Page<PostgraphileCommittee>): unknown => [
  pageInfo.hasNextPage,
  ...nodes.map(({ bodyClassByBodyClassId: { nameAr, nameFr }, ...node }) =>
    told(node, { ar: nameAr, fr: nameFr }, node.committeeMembersByRegionIdAndCommitteeId),
  ),
];

const HIRAF_QUERY = `query Committees($region: TerritoryCode!, $first: Int!, $members: Int!) {
          region(code: $region) { committees(first: $first) {
            nodes { ${OWN} bodyClass { name { ar fr } } members(first: $members) { ${MEMBER} } } pageInfo { hasNextPage }
          } }
        }`;
const POSTGRAPHILE_QUERY = `query Committees($region: Int!, $first: Int!, $members: Int!) {
          allCommittees(condition: { regionId: $region }, first: $first) {
            nodes {
              ${OWN} bodyClassByBodyClassId { nameAr nameFr }
              committeeMembersByRegionIdAndCommitteeId(first: $members) { ${MEMBER} }
            }
            pageInfo { hasNextPage }
          }
        }`;

/** The first committees of a region, each with its first members. */
export const committees = (region: number): Ask => ({
  viewer: viewerOf(region),
  questions: questions({
    hiraf: {
      request: graphql(HIRAF_QUERY, { region: codeOf(region), first: COMMITTEES, members: MEMBERS }),
      facts: (answer) =>
        factsOfHiraf((answer as { data: { region: { committees: Page<HirafCommittee> } } }).data.region.committees),
    },
    postgraphile: {
      request: graphql(POSTGRAPHILE_QUERY, { region, first: COMMITTEES, members: MEMBERS }),
      facts: (answer) =>
        factsOfPostgraphile((answer as { data: { allCommittees: Page<PostgraphileCommittee> } }).data.allCommittees),
    },
    floor: {
      request: get('/committees', { region: String(region), first: String(COMMITTEES), members: String(MEMBERS) }),
      facts: (answer) => factsOfHiraf((answer as { committees: Page<HirafCommittee> }).committees),
    },
  }),
});
