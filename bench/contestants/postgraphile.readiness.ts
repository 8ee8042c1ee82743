import {
  loadOneWithPgClient,
  type PgClient,
  type PgResource,
  type PgSelectSingleStep,
} from 'postgraphile/@dataplan/pg';
import { extendSchema, gql } from 'postgraphile/utils';
import type { Viewer } from '../../src/platform/auth/viewer.ts';
import {
  judged,
  STANDINGS,
  UNITS,
  type BodyPlace,
  type Readiness,
  type Rulebook,
  type StandingRow,
  type UnitRow,
} from './readiness.ts';

type Body = BodyPlace & { readonly id: number };
type Lookup = readonly [number, number, number | null, number, string];

const NATIONWIDE: Viewer['grants']['figures']['regions'] = Array.from({ length: 13 }, (_, index) => index);

const bodyOf = ([id, regionId, provinceId, bodyClassId, level]: Lookup): Body => ({
  ...{ id, regionId, provinceId, bodyClassId, level },
});

async function rowsOf<Row>(client: PgClient, text: string, values: unknown[]): Promise<readonly Row[]> {
  return (await client.query<Row>({ text, values: values as never, name: undefined as never })).rows;
}

/** The readiness of many bodies of a class by two statements, which is the best that is known. */
async function readinesses(
  rulebook: Rulebook,
  client: PgClient,
  bodies: readonly Body[],
): Promise<(Readiness | null)[]> {
  const regions = [...new Set(bodies.map(({ regionId }) => regionId))];
  const base = regions.includes(0) ? NATIONWIDE : regions;
  const standings = await rowsOf<StandingRow>(client, STANDINGS, [regions, bodies.map(({ id }) => id)]);
  const units = new Map<number, readonly UnitRow[]>();
  for (const bodyClassId of new Set(bodies.map((body) => body.bodyClassId))) {
    units.set(bodyClassId, await rowsOf<UnitRow>(client, UNITS, [bodyClassId, base]));
  }
  const standing = new Map(standings.map((row) => [row.id, row]));
  return bodies.map((body) => {
    const row = standing.get(body.id);
    return row === undefined
      ? null
      : judged(rulebook, body, { standing: row, units: units.get(body.bodyClassId) ?? [] });
  });
}

const TYPES = gql`
  extend type Body {
    readiness: Readiness!
  }
  type Readiness {
    ready: Boolean!
    conditions: [ReadinessCondition!]!
  }
  type ReadinessCondition {
    code: String!
    met: Boolean!
    required: Float
    actual: Float
  }
`;
const COLUMNS = ['id', 'region_id', 'province_id', 'body_class_id', 'level'] as const;

/** What a team would add for readiness: a field of bodies whose values are loaded for many bodies at once. */
export const readinessPlugin = (rulebook: Rulebook) =>
  extendSchema((build) => {
    const { executor } = build.input.pgRegistry.pgResources['body'] as PgResource;
    const load = (client: PgClient, lookups: readonly (readonly unknown[])[]) =>
      readinesses(
        rulebook,
        client,
        lookups.map((lookup) => bodyOf(lookup as Lookup)),
      );
    const readiness = ($body: PgSelectSingleStep) =>
      loadOneWithPgClient(
        executor,
        COLUMNS.map((column) => $body.get(column)),
        load,
      );
    return { typeDefs: TYPES, objects: { Body: { plans: { readiness } } } };
  });
