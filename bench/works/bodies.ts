import { get, graphql, type Work } from './work.ts';

const BODY_CLASS = 'VEHICLE_REPAIR';
const HIRAF_BODY = 'id state territory { name { ar fr } }';
const POSTGRAPHILE_REGION = 'id state regionByRegionId { nameAr nameFr }';
const POSTGRAPHILE_PROVINCE = 'id state provinceByRegionIdAndProvinceId { nameAr nameFr }';

interface HirafBody {
  readonly state: string;
  readonly territory: { name: { ar: string; fr: string } };
  readonly base?: readonly HirafBody[];
}
interface PostgraphileBody {
  readonly state: string;
  readonly regionByRegionId?: { nameAr: string; nameFr: string };
  readonly provinceByRegionIdAndProvinceId?: { nameAr: string; nameFr: string };
  readonly base?: { nodes: readonly PostgraphileBody[] };
}

const factsOfHiraf = ({ state, territory: { name }, base }: HirafBody): unknown => [
  state,
  name.ar,
  name.fr,
  ...(base ?? []).map(factsOfHiraf),
];

function factsOfPostgraphile(body: PostgraphileBody): unknown {
  const place = body.regionByRegionId ?? body.provinceByRegionIdAndProvinceId;
  return [body.state, place?.nameAr, place?.nameFr, ...(body.base?.nodes ?? []).map(factsOfPostgraphile)];
}

export const bodies: Work = {
  name: 'bodies',
  title: 'tree of the bodies of one class, three levels, with state and territory',
  viewer: { role: 'central-service' },
  questions: {
    hiraf: {
      request: graphql(
        `query Bodies($bodyClass: String!) {
          body(bodyClass: $bodyClass, territory: "MA") { ${HIRAF_BODY} base { ${HIRAF_BODY} base { ${HIRAF_BODY} } } }
        }`,
        { bodyClass: BODY_CLASS },
      ),
      facts: (answer) => factsOfHiraf((answer as { data: { body: HirafBody } }).data.body),
    },
    postgraphile: {
      request: graphql(
        `query Bodies($bodyClass: String!) {
          bodyClassByCode(code: $bodyClass) {
            bodiesByBodyClassId(condition: { level: "NATIONAL" }) { nodes {
              ${POSTGRAPHILE_REGION} base { nodes { ${POSTGRAPHILE_REGION} base { nodes { ${POSTGRAPHILE_PROVINCE} } } } }
            } }
          }
        }`,
        { bodyClass: BODY_CLASS },
      ),
      facts: (answer) => {
        type Data = { data: { bodyClassByCode: { bodiesByBodyClassId: { nodes: PostgraphileBody[] } } } };
        return (answer as Data).data.bodyClassByCode.bodiesByBodyClassId.nodes.map(factsOfPostgraphile)[0];
      },
    },
    floor: {
      request: get('/bodies', { bodyClass: BODY_CLASS }),
      facts: (answer) => factsOfHiraf((answer as { body: HirafBody }).body),
    },
  },
};
