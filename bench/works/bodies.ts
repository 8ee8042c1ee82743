import { CENTRAL, get, graphql, questions, type Ask } from './work.ts';

const BODY_CLASS = 'VEHICLE_REPAIR';
const READINESS = 'readiness { ready conditions { code met required actual } }';
const HIRAF_BODY = `id state territory { name { ar fr } } ${READINESS}`;
const POSTGRAPHILE_REGION = `id state regionByRegionId { nameAr nameFr } ${READINESS}`;
const POSTGRAPHILE_PROVINCE = `id state provinceByRegionIdAndProvinceId { nameAr nameFr } ${READINESS}`;

interface Judged {
  readonly state: string;
  readonly readiness: {
    readonly ready: boolean;
    readonly conditions: readonly { code: string; met: boolean; required: number | null; actual: number | null }[];
  };
}
interface HirafBody extends Judged {
  readonly territory: { name: { ar: string; fr: string } };
  readonly children?: readonly HirafBody[];
}
interface PostgraphileBody extends Judged {
  readonly regionByRegionId?: { nameAr: string; nameFr: string };
  readonly provinceByRegionIdAndProvinceId?: { nameAr: string; nameFr: string };
  readonly base?: { nodes: readonly PostgraphileBody[] };
}

const judged = ({ state, readiness: { ready, conditions } }: Judged): unknown[] => [
  state,
  ready,
  ...conditions.map(({ code, met, required, actual }) => [code, met, required, actual]),
];

const factsOfHiraf = ({ territory: { name }, children, ...body }: HirafBody): unknown => [
  name.ar,
  name.fr,
  ...judged(body),
  ...(children ?? []).map(factsOfHiraf),
];

function factsOfPostgraphile(body: PostgraphileBody): unknown {
  const place = body.regionByRegionId ?? body.provinceByRegionIdAndProvinceId;
  return [place?.nameAr, place?.nameFr, ...judged(body), ...(body.base?.nodes ?? []).map(factsOfPostgraphile)];
}

/** The bodies of one class, the national one with its base and the base of that, and whether each is ready. */
export const bodies: Ask = {
  viewer: CENTRAL,
  questions: questions({
    hiraf: {
      request: graphql(
        `query Bodies($bodyClass: BodyClassCode!) {
          body(bodyClass: $bodyClass, territory: "MA") { ${HIRAF_BODY} children { ${HIRAF_BODY} children { ${HIRAF_BODY} } } }
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
  }),
};
