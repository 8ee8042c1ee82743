import { beforeAll, describe, expect, it } from 'vitest';
import { approve, CLASS, found, register, raiseAwareness, sendDelegates, type Stage } from '../story/rollout.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { done, key, refusals, tried } from '../support/commands.ts';

const OFFICER = VIEWERS['regional-officer'];
const REGION = 'MA-03';

interface Province {
  readonly stage: Stage;
  readonly people: readonly string[];
  readonly body: string;
}
interface Condition {
  readonly code: string;
  readonly required: number | null;
  readonly actual: number | null;
  readonly met: boolean;
}
interface Shares {
  readonly electors: number;
  readonly shares: readonly { territory: { code: string }; members: number; delegates: number }[];
}

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

/** A province with an active body of so many members. */
async function activeIn(territory: string, members: number): Promise<Province> {
  const stage = { api, who: OFFICER, territory };
  const people = await register(stage, members);
  await raiseAwareness(stage, REGION, people.slice(0, 1));
  const committee = people
    .slice(0, 5)
    .map((artisanId, index) => ({ capacity: 'ARTISAN', artisanId, chair: index === 0 }));
  const body = await found(stage, { people: () => Promise.resolve(people), members: committee });
  const joining = { bodyId: body.id, expectedVersion: body.version, artisanIds: people };
  await done(api, OFFICER, { name: 'affiliateMembers', input: joining });
  await approve(stage, body);
  return { stage, people, body: body.id };
}

const REGIONAL = `body(bodyClass: "${CLASS}", territory: "${REGION}")`;

async function called(): Promise<Shares> {
  const query = `{ ${REGIONAL} { elections(filter: { states: [CALLED] }) { nodes {
    electors shares { territory { code } members delegates } } } } }`;
  const { data } = await api.ask<{ body: { elections: { nodes: Shares[] } } }>(OFFICER, query);
  const [election] = data.body.elections.nodes;
  if (election === undefined) throw new Error('No election is called.');
  return election;
}

async function conditionsOf(...codes: string[]): Promise<Condition[]> {
  const query = `{ ${REGIONAL} { readiness { conditions { code required actual met } } } }`;
  const { data } = await api.ask<{ body: { readiness: { conditions: Condition[] } } }>(OFFICER, query);
  return data.body.readiness.conditions.filter(({ code }) => codes.includes(code));
}

describe('the delegates who found a regional body', { timeout: 120_000 }, () => {
  let fes: Province;
  let meknes: Province;
  let election: string;

  it('are shared out among the active bodies by members when the election of its board is called', async () => {
    fes = await activeIn('MA-FES', 36);
    // Alone in its region, it sends the whole assembly.
    await sendDelegates(fes.stage, fes.body, { people: fes.people, due: 20 });
    meknes = await activeIn('MA-MEK', 30);
    const officials = ['Directorate', 'Chamber', 'Secretariat'].map((nameLatin, index) => ({
      ...{ capacity: 'ADMINISTRATION', nameAr: 'ممثل الإدارة', nameLatin, chair: index === 0 },
    }));
    const of = { territory: REGION, bodyClass: CLASS };
    const committee = await done(api, OFFICER, { name: 'planCommittee', input: { ...key(), ...of } });
    const formed = { committeeId: committee.id, expectedVersion: 1, members: officials };
    await done(api, OFFICER, { name: 'formCommittee', input: formed });
    const body = await done(api, OFFICER, { name: 'planBody', input: { ...key(), ...of } });
    await done(api, OFFICER, { name: 'prepareBody', input: { bodyId: body.id, expectedVersion: 1 } });
    const input = { ...key(), bodyId: body.id, kind: 'BOARD' };
    ({ id: election } = await done(api, OFFICER, { name: 'callElection', input }));
    expect(await called()).toEqual({
      electors: 20,
      shares: [
        { territory: { code: 'MA-FES' }, members: 36, delegates: 11 },
        { territory: { code: 'MA-MEK' }, members: 30, delegates: 9 },
      ],
    });
  });

  it('are not enough while one body has not elected its own, whatever the others have', async () => {
    expect(await conditionsOf('DELEGATES_ELECTED', 'ELECTORS_ENOUGH')).toEqual([
      { code: 'DELEGATES_ELECTED', required: 2, actual: 1, met: false },
      { code: 'ELECTORS_ENOUGH', required: 20, actual: 11, met: false },
    ]);
    await sendDelegates(meknes.stage, meknes.body, { people: meknes.people, due: 9 });
    expect(await conditionsOf('DELEGATES_ELECTED', 'ELECTORS_ENOUGH')).toEqual([
      { code: 'DELEGATES_ELECTED', required: 2, actual: 2, met: true },
      { code: 'ELECTORS_ENOUGH', required: 20, actual: 20, met: true },
    ]);
  });

  it('are of each body as many as its share, those who were elected first', async () => {
    const stand = (artisanId: string | undefined, office: string) =>
      tried(api, OFFICER, { name: 'addCandidacy', input: { ...key(), electionId: election, artisanId, office } });
    expect(refusals(await stand(fes.people[10], 'PRESIDENT'))).toEqual([]);
    expect(refusals(await stand(fes.people[11], 'SECRETARY'))).toEqual(['input.artisanId: NO_ELECTOR']);
    expect(refusals(await stand(meknes.people[8], 'SECRETARY'))).toEqual([]);
    expect(refusals(await stand(meknes.people[9], 'TREASURER'))).toEqual(['input.artisanId: NO_ELECTOR']);
  });

  it('are fixed by the call: a body that is active later waits for the next election', async () => {
    const hajeb = await activeIn('MA-HAJ', 30);
    expect((await called()).shares.map(({ territory }) => territory.code)).toEqual(['MA-FES', 'MA-MEK']);
    // Its share of the next assembly: of 20, by 36, 30 and 30 members.
    await sendDelegates(hajeb.stage, hajeb.body, { people: hajeb.people, due: 6 });
    const input = { ...key(), electionId: election, artisanId: hajeb.people[0], office: 'TREASURER' };
    expect(refusals(await tried(api, OFFICER, { name: 'addCandidacy', input }))).toEqual([
      'input.artisanId: NO_ELECTOR',
    ]);
    expect((await conditionsOf('DELEGATES_ELECTED', 'ELECTORS_ENOUGH')).every(({ met }) => met)).toBe(true);
  });

  it('are those of now in an election that was called before shares were kept', async () => {
    await withClient(api.database.url, async (client) => {
      await client.query(`select set_config('app.records', '{3}', false), set_config('app.capture', '{3}', false)`);
      await client.query(`update election set shares = null where state = 'CALLED'`);
    });
    const stand = (artisanId: string | undefined, office: string) =>
      tried(api, OFFICER, { name: 'addCandidacy', input: { ...key(), electionId: election, artisanId, office } });
    // Of 20, by 36, 30 and 30 members: 8, 6 and 6.
    expect(refusals(await stand(fes.people[7], 'TREASURER'))).toEqual([]);
    expect(refusals(await stand(fes.people[8], 'TREASURER'))).toEqual(['input.artisanId: NO_ELECTOR']);
  });
});
