import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../../support/api.ts';
import { refusals } from '../../support/commands.ts';

interface Simulated {
  readinessSimulation: {
    readyNow: number;
    readyThen: number;
    bodies: { bodies: { id: string }[]; readyNow: boolean; readyThen: boolean; changes: { code: string }[] }[];
  };
}

const QUERY = `query($input: ReadinessSimulationInput!) { readinessSimulation(input: $input) { readyNow readyThen bodies {
  bodies { id } readyNow readyThen changes { code requiredNow requiredThen actualNow actualThen metNow metThen } } } }`;
const AT = { level: 'PROVINCIAL', bodyClass: 'VEHICLE_REPAIR' };

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});
const simulated = (input: object, who: keyof typeof VIEWERS = 'regional-viewer') =>
  api.ask<Simulated>(VIEWERS[who], QUERY, { input: { ...AT, ...input } });

describe('a simulation', () => {
  it('of the rules as they are tells what readiness tells', async () => {
    const { data } = await simulated({ territory: 'MA-03' });
    const asked = `{ region(code: "MA-03") { bodies(filter: { bodyClass: "VEHICLE_REPAIR", levels: [PROVINCIAL] }, first: 50) { nodes { id readiness { ready } } } } }`;
    const now = await api.ask<{ region: { bodies: { nodes: { id: string; readiness: { ready: boolean } }[] } } }>(
      VIEWERS['regional-viewer'],
      asked,
    );
    const { nodes } = now.data.region.bodies;
    expect(data.readinessSimulation.bodies.map(({ bodies }) => bodies[0]?.id).sort()).toEqual(
      nodes.map(({ id }) => id).sort(),
    );
    expect(data.readinessSimulation.readyNow).toBe(nodes.filter(({ readiness }) => readiness.ready).length);
    expect(data.readinessSimulation.readyThen).toBe(data.readinessSimulation.readyNow);
    expect(data.readinessSimulation.bodies.flatMap(({ changes }) => changes)).toEqual([]);
  });

  it('under a harder threshold leaves nobody ready, and says which condition changes', async () => {
    const { data } = await simulated({ thresholds: [{ code: 'ELIGIBLE_REGISTRANTS', value: 100_000 }] });
    expect(data.readinessSimulation.readyNow).toBeGreaterThan(0);
    expect(data.readinessSimulation.readyThen).toBe(0);
    const changed = data.readinessSimulation.bodies
      .filter(({ readyNow }) => readyNow)
      .flatMap(({ changes }) => changes);
    expect(new Set(changed.map(({ code }) => code))).toEqual(new Set(['ELIGIBLE_REGISTRANTS']));
  });

  it('with merged provinces judges them as one, with the people of both', async () => {
    const groups = [['MA-HAJ', 'MA-IFR']];
    const { data: alone } = await simulated({ territory: 'MA-03' });
    const { data } = await simulated({ territory: 'MA-03', mergedProvinces: groups });
    expect(data.readinessSimulation.bodies).toHaveLength(alone.readinessSimulation.bodies.length - 1);
    expect(data.readinessSimulation.bodies.filter(({ bodies }) => bodies.length === 2)).toHaveLength(1);
  });

  it('stays in sight of its viewer, and is none for those who see no records', async () => {
    const { data } = await simulated({ territory: 'MA-07' });
    expect(data.readinessSimulation.bodies).toEqual([]);
    expect(refusals(await simulated({}, 'analyst'))).toEqual(['FORBIDDEN : NO_GRANT']);
  });

  it.each([
    ['ELIGIBLE_REGISTRANTS', -1, 'RULE_OUT_OF_BOUNDS'],
    ['ELIGIBLE_REGISTRANTS', 1e300, 'RULE_OUT_OF_BOUNDS'],
    ['ELIGIBLE_REGISTRANTS', 1.5, 'RULE_NOT_WHOLE'],
    ['STATUTES_ADOPTED', 0.5, 'RULE_NOT_WHOLE'],
    ['ASSEMBLY_QUORUM', 1.01, 'RULE_OUT_OF_BOUNDS'],
  ])('takes no threshold that no rule can have: %s %d', async (code, value, reason) => {
    expect(refusals(await simulated({ thresholds: [{ code, value }] }))).toEqual([
      `BAD_USER_INPUT input.thresholds[0].value: ${reason}`,
    ]);
  });

  it.each(['1e400', '-1e400', '9'.repeat(400)])('takes no number that is none: %s', async (value) => {
    const thresholds = `[{ code: "ELIGIBLE_REGISTRANTS", value: ${value} }]`;
    const input = `{ level: PROVINCIAL, bodyClass: "VEHICLE_REPAIR", thresholds: ${thresholds} }`;
    const { errors } = await api.ask(
      VIEWERS['regional-viewer'],
      `{ readinessSimulation(input: ${input}) { readyNow } }`,
    );
    expect(refusals({ errors: errors ?? [] })).toEqual(['BAD_USER_INPUT input.thresholds[0].value: NOT_FINITE']);
  });

  it('tells everything that is wrong at once', async () => {
    const wrong = {
      thresholds: [{ code: 'NONE', value: 1 }],
      mergedProvinces: [['MA-FES'], ['MA-MAR', 'MA-MEK'], ['MA-MAR', 'MA-SAF']],
    };
    expect(refusals(await simulated(wrong))).toEqual([
      'BAD_USER_INPUT input.mergedProvinces[0]: NOT_MERGEABLE',
      'BAD_USER_INPUT input.mergedProvinces[1]: NOT_MERGEABLE',
      'BAD_USER_INPUT input.mergedProvinces[2]: MERGED_TWICE',
      'BAD_USER_INPUT input.thresholds[0].code: NO_SUCH_RULE',
    ]);
  });
});
