import { getDirectiveValues, isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { cellsOfBreakdown } from '../../src/modules/representation/representation.args.ts';
import { listSizeDirective } from '../../src/platform/graphql/cost/directives.ts';
import { buildGraphqlSchema } from '../../src/schema.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

type Tree = Record<string, unknown>;

/** The largest size that each list has, by the name of its field. */
function largestIn(value: unknown, name: string, found: Map<string, number>): Map<string, number> {
  if (Array.isArray(value)) {
    found.set(name, Math.max(found.get(name) ?? 0, value.length));
    for (const item of value) largestIn(item, name, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [field, inner] of Object.entries(value as Tree)) largestIn(inner, field, found);
  }
  return found;
}

async function assumedSize(coordinate: string): Promise<number> {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = (await buildGraphqlSchema()).getType(typeName);
  const node = isObjectType(type) ? type.getFields()[fieldName]?.astNode : undefined;
  return Number((node && getDirectiveValues(listSizeDirective, node)?.['assumedSize']) ?? NaN);
}

describe('the size that the schema says of a list', () => {
  const TREE = `{ regions { provinces { id } institutions { id } } bodyClasses { professions { id } } waves { number }
    offices { id } rules { code } professions { sectors { professions { id } } } }`;

  it.each([
    ['Query.regions', 'regions'],
    ['Region.provinces', 'provinces'],
    ['Region.institutions', 'institutions'],
    ['Query.bodyClasses', 'bodyClasses'],
    ['Query.waves', 'waves'],
    ['Query.offices', 'offices'],
    ['Query.rules', 'rules'],
    ['Family.sectors', 'sectors'],
    ['Sector.professions', 'professions'],
  ])('%s is that of the largest one in the reference data', async (coordinate, name) => {
    const { data } = await api.ask<Tree>(VIEWERS.analyst, TREE);
    expect(await assumedSize(coordinate)).toBe(largestIn(data, '', new Map()).get(name));
  });

  it('is not passed by the lists of the demonstration', async () => {
    const query = `{ bodies(first: 100) { nodes { seats { id } delegates { id } assemblies { id } offices { id }
      readiness { conditions { code } } } } regional: bodies(first: 100, filter: { levels: [REGIONAL] }) { nodes { children { id } } } meetings(first: 100) { nodes { agenda { number } decisions { id }
      organisers { kind } participants { kind } } } outreachSessions(first: 100) { nodes { attendance { women } } }
      nation { publishedFigures { value } regions { publishedFigures { value } } } }`;
    const { data, errors } = await api.ask<Tree>(VIEWERS['central-service'], query);
    expect(errors).toBeUndefined();
    const largest = largestIn(data, '', new Map());
    const coordinates = {
      ...{ seats: 'Body.seats', delegates: 'Body.delegates', assemblies: 'Body.assemblies', children: 'Body.children' },
      ...{ offices: 'Body.offices', conditions: 'Readiness.conditions', agenda: 'Meeting.agenda' },
      ...{ decisions: 'Meeting.decisions', organisers: 'Meeting.organisers', participants: 'Meeting.participants' },
      ...{ attendance: 'OutreachSession.attendance', publishedFigures: 'Region.publishedFigures' },
    };
    for (const [name, coordinate] of Object.entries(coordinates)) {
      expect(largest.get(name), name).toBeGreaterThan(0);
      expect(await assumedSize(coordinate), name).toBeGreaterThanOrEqual(largest.get(name) ?? NaN);
    }
  });
});

describe('the size that is assumed of a breakdown', () => {
  const DIMENSIONS = ['LEVEL', 'REGION', 'PROVINCE', 'BODY_CLASS', 'SECTOR', 'PROFESSION', 'KIND', 'SEX', 'AGE_BAND'];
  const ALL = [...DIMENSIONS, 'REGISTER_STATE'];
  const pairs = ALL.flatMap((one, index) => ALL.slice(index).map((other) => [...new Set([one, other])]));
  const FILTERS = [
    ...[{}, { territory: 'MA' }, { territory: 'MA-03' }, { territory: '03' }, { territory: 'MA-FES' }],
    ...[{ territory: '03.231' }, { sector: 'VEH' }, { profession: 'VEH-01' }, { bodyClass: 'VEHICLE_REPAIR' }],
    ...[{ sex: 'FEMALE' }, { level: 'REGIONAL' }, { kind: 'MASTER', ageBand: 'UNDER_25' }],
  ];

  // Bodies have a level, a territory and a class; people have no level.
  const OF_BODIES = ['LEVEL', 'REGION', 'PROVINCE', 'BODY_CLASS', 'territory', 'bodyClass', 'level'];
  const neverMeet = (by: readonly string[], filter: object): boolean =>
    by.includes('LEVEL') && [...by, ...Object.keys(filter)].some((name) => !OF_BODIES.includes(name));

  it.each(pairs)('by %s %s is not passed by any of its cells', async (...by) => {
    for (const filter of FILTERS) {
      const query = `query ($by: [Dimension!]!, $filter: RepresentationFilter) { representation(by: $by, filter: $filter) { kind } }`;
      const { data, errors } = await api.ask<{ representation: unknown[] | null }>(VIEWERS.analyst, query, {
        by,
        filter,
      });
      expect(errors?.map(({ extensions }) => extensions['code']) ?? []).toEqual(
        neverMeet(by, filter) ? ['BAD_USER_INPUT'] : [],
      );
      const cells = data.representation?.length ?? 0;
      expect(cells, JSON.stringify(filter)).toBeLessThanOrEqual(cellsOfBreakdown({ by, filter }));
    }
  });
});
