import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';
import { done, key, refusals, tried } from '../support/commands.ts';
import { approve, CLASS, found, raiseAwareness, register, sendDelegates, type Stage } from './rollout.ts';
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

const REGIONS = ['MA-03', 'MA-07', 'MA-01', 'MA-02', 'MA-04', 'MA-05', 'MA-06'];
/** The first province of each region. */
const PROVINCES = ['MA-FES', 'MA-MAR', 'MA-TNG', 'MA-OUJ', 'MA-RAB', 'MA-BEM', 'MA-CAS'];

interface Share {
  readonly territory: { readonly code: string };
  readonly delegates: number;
}

/** How the delegates of the board that is called at a territory are shared out. */
async function sharesAt(who: Who, territory: string): Promise<Share[]> {
  const query = `{ body(bodyClass: "${CLASS}", territory: "${territory}") {
    elections(filter: { states: [CALLED] }) { nodes { electors shares { territory { code } delegates } } } } }`;
  interface Answer {
    body: { elections: { nodes: { electors: number; shares: Share[] }[] } };
  }
  const [called] = (await api.ask<Answer>(who, query)).data.body.elections.nodes;
  expect(called?.electors).toBe(20);
  return called?.shares ?? [];
}

const officers = new Map<string, { who: Who; people: string[]; regional: string }>();

/** One province from its first session to an active body, and its region above it with the delegates that are due. */
async function rollOut(stage: Stage, region: string): Promise<void> {
  const people = await register(stage, 30);
  expect(await figures(region)).toMatchObject({ registered: 30, members: 0, bodiesFounded: 0 });
  await raiseAwareness(stage, region, people.slice(0, 3));
  expect(await figures(region)).toMatchObject({ outreachAttendees: 35 });
  const body = await found(stage, { people: () => Promise.resolve(people), members: artisans(people) });
  expect(await figures(region)).toMatchObject({ bodiesFounded: 1, bodiesActive: 0, seatsFilled: 10 });
  await done(api, stage.who, {
    name: 'affiliateMembers',
    input: { bodyId: body.id, expectedVersion: body.version, artisanIds: people },
  });
  await approve(stage, body);
  expect(await figures(region)).toMatchObject({ members: 30, bodiesActive: 1, delegates: 0 });
  const above = { ...stage, territory: region };
  const officials = [official('Directorate', true), official('Chamber'), official('Secretariat')];
  const send = async () => {
    expect(await sharesAt(stage.who, region)).toEqual([{ territory: { code: stage.territory }, delegates: 20 }]);
    const closed = await sendDelegates(stage, body.id, { people, due: 20 });
    expect(closed).toMatchObject({ state: 'CLOSED', turnout: 30, electors: 30 });
    return people.slice(0, 20);
  };
  const regional = await found(above, { people: send, members: officials });
  expect(await readyOf(stage.who, region)).toMatchObject({ state: 'FOUNDED', readiness: { ready: true, missing: [] } });
  await approve(above, regional);
  expect(await figures(region)).toMatchObject({ delegates: 20 });
  expect(await figures(region, 'REGIONAL')).toMatchObject({ bodiesActive: 1, seatsFilled: 10 });
  officers.set(region, { who: stage.who, people: people.slice(0, 20), regional: regional.id });
}

describe('the roll-out of one class, over HTTP alone and by the rules as shipped', { timeout: 240_000 }, () => {
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
      delegates: 40,
      seatsFilled: 20,
    });
  });

  it('goes on in seven regions', async () => {
    for (const [index, region] of REGIONS.entries()) {
      if (officers.has(region)) continue;
      await rollOut({ api, who: { role: 'regional-officer', region }, territory: PROVINCES[index] ?? '' }, region);
    }
    expect(await figures('nation', 'REGIONAL')).toMatchObject({ bodiesActive: 7, delegates: 0, seatsFilled: 70 });
  });

  it('ends with the national body, founded by the delegates of the regions', async () => {
    const stage = { api, who: CENTRE, territory: 'MA' };
    const send = async () => {
      const shares = await sharesAt(CENTRE, 'MA');
      expect(shares.map(({ delegates }) => delegates).toSorted()).toEqual([2, 3, 3, 3, 3, 3, 3]);
      const sent: string[] = [];
      for (const { territory, delegates } of shares) {
        const region = officers.get(territory.code);
        if (region === undefined) throw new Error(`${territory.code} has no regional body.`);
        const at = { api, who: region.who, territory: territory.code };
        await sendDelegates(at, region.regional, { people: region.people, due: delegates });
        sent.push(...region.people.slice(0, delegates));
      }
      return sent;
    };
    const members = [official('State secretariat', true), official('Chambers')];
    const national = await found(stage, { people: send, members });
    await approve(stage, national);
    expect(await readyOf(CENTRE, 'MA')).toMatchObject({ state: 'ACTIVE', readiness: { ready: true } });
    expect(await figures('nation', 'REGIONAL')).toMatchObject({ bodiesActive: 7, delegates: 20 });
    expect(await figures('nation', 'NATIONAL')).toMatchObject({ bodiesActive: 1, bodiesFounded: 1, seatsFilled: 10 });
  });

  it('leaves figures that equal what is counted again', async () => {
    expect(await recounted(api.database.url)).toEqual([]);
  });

  it('shows each region the same figures as the centre, and none of the other’s people', async () => {
    const { data } = await api.ask<{ artisans: { totalCount: number } }>(MARRAKECH, '{ artisans { totalCount } }');
    expect(data.artisans.totalCount).toBe(30);
    expect(await figures('MA-03')).toEqual({ ...(await figures('MA-07')) });
  });
});
