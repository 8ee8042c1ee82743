import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';
import { done, key, refusals, tried } from '../support/commands.ts';
import { approve, CLASS, elect, found, raiseAwareness, register, type Stage } from './rollout.ts';
import { recounted } from '../support/recount.ts';

const CENTRE = VIEWERS['central-officer'];
const FES: Who = VIEWERS['regional-officer'];
const MARRAKECH: Who = { role: 'regional-officer', region: 'MA-07' };
const ANALYST = VIEWERS.analyst;
const MEASURES = [
  'registered',
  'members',
  'bodiesFounded',
  'bodiesActive',
  'seatsFilled',
  'delegates',
  'outreachAttendees',
];

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

/** The figures of the class in a territory, as an analyst reads them. */
async function figures(territory: string, level = 'PROVINCIAL'): Promise<Record<string, number | null>> {
  const place = territory === 'nation' ? 'nation' : `region(code: "${territory}")`;
  const fields = MEASURES.map((name) => `${name} { value }`).join(' ');
  const query = `{ place: ${place} { representation(bodyClass: "${CLASS}", level: ${level}) { ${fields} } } }`;
  const { data } = await api.ask<{ place: { representation: Record<string, { value: number | null }> } }>(
    ANALYST,
    query,
  );
  return Object.fromEntries(MEASURES.map((name) => [name, data.place.representation[name]?.value ?? null]));
}

const readyOf = async (who: Who, territory: string) => {
  const query = `{ body(bodyClass: "${CLASS}", territory: "${territory}") { state readiness { ready missing { code } } } }`;
  return (await api.ask<{ body: { state: string; readiness: { ready: boolean; missing: object[] } } }>(who, query)).data
    .body;
};

const official = (nameLatin: string, chair = false) => ({
  capacity: 'ADMINISTRATION',
  nameAr: 'ممثل الإدارة',
  nameLatin,
  chair,
});
const artisans = (ids: readonly string[]) =>
  ids.slice(0, 5).map((artisanId, index) => ({ capacity: 'ARTISAN', artisanId, chair: index === 0 }));

/** One province from its first session to an active body with delegates, and its region above it. */
async function rollOut(stage: Stage, region: string): Promise<void> {
  const people = await register(stage, 30);
  expect(await figures(region)).toMatchObject({ registered: 30, members: 0, bodiesFounded: 0 });
  await raiseAwareness(stage, region, people.slice(0, 3));
  expect(await figures(region)).toMatchObject({ outreachAttendees: 35 });
  const body = await found(stage, { people, members: artisans(people) });
  expect(await figures(region)).toMatchObject({ bodiesFounded: 1, bodiesActive: 0, seatsFilled: 10 });
  await done(api, stage.who, {
    name: 'affiliateMembers',
    input: { bodyId: body.id, expectedVersion: body.version, artisanIds: people },
  });
  await approve(stage, body);
  expect(await figures(region)).toMatchObject({ members: 30, bodiesActive: 1, delegates: 0 });
  const closed = await elect(stage, body.id, { kind: 'DELEGATES', people });
  expect(closed).toMatchObject({ state: 'CLOSED', turnout: 30, electors: 30 });
  expect(await figures(region)).toMatchObject({ delegates: 10 });
  const above = { ...stage, territory: region };
  const officials = [official('Directorate', true), official('Chamber'), official('Secretariat')];
  const delegates = people.slice(0, 10);
  const regional = await found(above, { people: delegates, members: officials });
  expect(await readyOf(stage.who, region)).toMatchObject({ state: 'FOUNDED', readiness: { ready: true, missing: [] } });
  await approve(above, regional);
  expect(await figures(region, 'REGIONAL')).toMatchObject({ bodiesActive: 1, seatsFilled: 10 });
  await elect(above, regional.id, { kind: 'DELEGATES', people: delegates.slice(0, 5) });
}

const setRule = (code: string, level: string, value: number) =>
  done(api, CENTRE, {
    name: 'changeRule',
    input: { ...key(), code, level, value, source: 'Circular 7/2026' },
    fields: 'value',
  });

describe('the roll-out of one class, over HTTP alone', { timeout: 120_000 }, () => {
  it('begins with the thresholds that the centre sets', async () => {
    await setRule('MEMBERS_PER_DELEGATE', 'PROVINCIAL', 3);
    await setRule('MEMBERS_PER_DELEGATE', 'REGIONAL', 6);
    await setRule('BASE_BODIES', 'NATIONAL', 2);
    const query = '{ rules { code value validTo } }';
    await expect
      .poll(async () => {
        const { data } = await api.ask<{ rules: { code: string; value: number; validTo: string | null }[] }>(
          null,
          query,
        );
        return data.rules
          .filter(({ code, validTo }) => code === 'BASE_BODIES' && validTo === null)
          .map(({ value }) => value);
      })
      .toEqual([2]);
  });

  it('goes from the first awareness session to an approved regional body in one region', async () => {
    await rollOut({ api, who: FES, territory: 'MA-FES' }, 'MA-03');
  });

  it('cannot found the national body on one region', async () => {
    const input = { ...key(), territory: 'MA', bodyClass: CLASS };
    expect(refusals(await tried(api, FES, { name: 'planBody', input }))).toEqual(['input.territory: OUT_OF_REACH']);
    await rollOut({ api, who: MARRAKECH, territory: 'MA-MAR' }, 'MA-07');
    expect(await figures('nation')).toMatchObject({
      registered: 60,
      members: 60,
      bodiesActive: 2,
      delegates: 20,
      seatsFilled: 20,
    });
  });

  it('ends with the national body, founded by the delegates of both regions', async () => {
    const stage = { api, who: CENTRE, territory: 'MA' };
    const query = `{ bodies(filter: { bodyClass: "${CLASS}", levels: [REGIONAL] }, first: 20) { nodes { delegates { artisan { id } } } } }`;
    const { data } = await api.ask<{ bodies: { nodes: { delegates: { artisan: { id: string } }[] }[] } }>(
      CENTRE,
      query,
    );
    const delegates = data.bodies.nodes.flatMap((body) => body.delegates.map(({ artisan }) => artisan.id));
    expect(delegates).toHaveLength(10);
    const members = [official('State secretariat', true), official('Chambers')];
    const national = await found(stage, { people: delegates, members });
    await approve(stage, national);
    expect(await readyOf(CENTRE, 'MA')).toMatchObject({ state: 'ACTIVE', readiness: { ready: true } });
    expect(await figures('nation', 'REGIONAL')).toMatchObject({ bodiesActive: 2, delegates: 10 });
    expect(await figures('nation', 'NATIONAL')).toMatchObject({ bodiesActive: 1, bodiesFounded: 1, seatsFilled: 10 });
  });

  it('leaves figures that equal what is counted anew', async () => {
    expect(await recounted(api.database.url)).toEqual([]);
  });

  it('shows each region the same figures as the centre, and none of the other’s people', async () => {
    const { data } = await api.ask<{ artisans: { totalCount: number } }>(MARRAKECH, '{ artisans { totalCount } }');
    expect(data.artisans.totalCount).toBe(30);
    expect(await figures('MA-03')).toEqual({ ...(await figures('MA-07')) });
  });
});
