import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';

const QUESTION = `query Bodies($territory: TerritoryCode!) {
  bodies(filter: { territory: $territory, states: [ACTIVE] }, first: 100) {
    nodes { level bodyClass { code } territory { code } readiness { ready missing { code } } }
  }
}`;

interface Bodies {
  readonly bodies: {
    readonly nodes: readonly {
      readonly level: string;
      readonly bodyClass: { readonly code: string };
      readonly territory: { readonly code: string };
      readonly readiness: { readonly ready: boolean; readonly missing: readonly { readonly code: string }[] };
    }[];
  };
}

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

const activeBodiesOf = async (territory: string): Promise<Bodies['bodies']['nodes']> => {
  const { data, errors } = await api.ask<Bodies>(VIEWERS['central-service'], QUESTION, { territory });
  expect(errors).toBeUndefined();
  return data.bodies.nodes;
};

describe('the active bodies of the region that is furthest', () => {
  it('have met every condition of the rules', async () => {
    const bodies = await activeBodiesOf('MA-03');
    expect(bodies.filter(({ readiness }) => !readiness.ready)).toEqual([]);
  });

  it('are provincial ones of two classes at least, and a regional one on top', async () => {
    const bodies = await activeBodiesOf('MA-03');
    const classesAt = (level: string): string[] => [
      ...new Set(bodies.filter((body) => body.level === level).map(({ bodyClass }) => bodyClass.code)),
    ];
    expect(classesAt('PROVINCIAL')).toEqual(expect.arrayContaining(['VEHICLE_REPAIR', 'HAIRDRESSING']));
    expect(classesAt('REGIONAL')).toContain('VEHICLE_REPAIR');
  });
});

describe('the active bodies of other regions', () => {
  it('lack nothing but a seat that fell vacant', async () => {
    const bodies = await activeBodiesOf('MA-06');
    expect(bodies.length).toBeGreaterThan(0);
    const missing = new Set(bodies.flatMap(({ readiness }) => readiness.missing.map(({ code }) => code)));
    expect([...missing].filter((code) => code !== 'BOARD_ELECTED')).toEqual([]);
  });
});
