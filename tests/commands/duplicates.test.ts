import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';
import { done, mutationOf, outcomeOf, refusals, tried } from '../support/commands.ts';
import { CENTRE, FES, nextNumber, registerOf, SOUSS, TANGER, type Entry, type Register } from '../support/numbers.ts';

const OF_FES: Who = VIEWERS['provincial-officer'];
const OF_MEKNES: Who = { role: 'provincial-officer', province: 'MA-MEK', subject: 'officer-of-meknes' };

let api: Api;
let r: Register;
beforeAll(async () => {
  api = await testApi('empty', { NUMBER_HITS_PER_DAY: '100', NUMBER_CHANGES_PER_DAY: '100' });
  r = registerOf(api);
});

interface TrailEntry {
  action: string;
  subject: string | null;
  role: string | null;
  causedBy: string | null;
  requestId: string;
  entityType: string;
  after: object;
}
/** The newest entries of a region's trail. */
async function trailOf(who: Who, territory: string, first = 3): Promise<TrailEntry[]> {
  const fields = 'action subject role causedBy requestId entityType after';
  const query = `{ auditTrail(territory: "${territory}", first: ${String(first)}) { nodes { ${fields} } } }`;
  return (await api.ask<{ auditTrail: { nodes: TrailEntry[] } }>(who, query)).data.auditTrail.nodes;
}
const entriesIn = (regionId: number): Promise<number> =>
  withClient(api.database.url, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::int as n from audit_entry where region_id = $1',
      [regionId],
    );
    return rows[0]?.n ?? -1;
  });
const accepted = async (who: Who, entry: Pick<Entry, 'id' | 'version'>): Promise<string[]> =>
  refusals(await r.accept(who, entry));
const HELD_UP = ['input.artisanId: IN_OPEN_CASE'];

describe('a number that is in the register already', () => {
  it('holds up the entry that brings it, and is no matter of the other region', async () => {
    const number = nextNumber();
    const first = await r.register(FES, number);
    const before = await entriesIn(3);
    const second = await r.register(TANGER, number);
    expect(second.registerIssues.nodes).toMatchObject([
      { kind: 'DUPLICATE', state: 'OPEN', confirmedOn: null, entries: [{ id: second.id }] },
    ]);
    expect(await accepted(TANGER, second)).toEqual(HELD_UP);
    expect(await r.issuesOf(FES, first)).toEqual([]);
    expect(await entriesIn(3)).toBe(before);
    expect(await accepted(FES, first)).toEqual([]);
  });

  it('is seen by the centre with all its entries at once', async () => {
    const number = nextNumber();
    const [first, second] = [await r.register(FES, number), await r.register(TANGER, number)];
    const [issue] = await r.issuesOf(CENTRE, second);
    expect(issue?.entries?.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(issue?.caseIssues).toMatchObject([{ artisan: { id: second.id } }]);
    const [seen] = await r.issuesOf(VIEWERS['central-service'], second);
    expect(seen).toMatchObject({ state: 'OPEN', entries: null });
  });

  it('has one case, however close its entries come, and however they come and go', async () => {
    const number = nextNumber();
    const entries = await Promise.all([FES, TANGER, SOUSS].map((who) => r.register(who, number)));
    const issues = (await Promise.all(entries.map((entry) => r.issuesOf(CENTRE, entry)))).flat();
    expect(issues).toHaveLength(2);
    expect(new Set(issues.map(({ caseNumber }) => caseNumber)).size).toBe(1);
    expect(issues[0]?.entries).toHaveLength(3);
    const away = entries[1] as Entry;
    const corrected = await r.correct(TANGER, away, nextNumber());
    await r.correct(TANGER, corrected, number);
    const open = (await Promise.all(entries.map((entry) => r.issuesOf(CENTRE, entry))))
      .flat()
      .filter(({ state }) => state === 'OPEN');
    expect(new Set(open.map(({ caseNumber }) => caseNumber))).toEqual(new Set([issues[0]?.caseNumber]));
    expect(open[0]?.entries).toHaveLength(3);
  });

  it('is found when a number is put right, and is none of an entry that was deleted', async () => {
    const number = nextNumber();
    await r.strikeOff(FES, await r.register(FES, number));
    expect((await r.register(TANGER, number)).registerIssues.nodes).toEqual([]);
    const other = await r.correct(SOUSS, await r.register(SOUSS, nextNumber()), number);
    expect(other.registerIssues.nodes).toMatchObject([{ kind: 'DUPLICATE', state: 'OPEN' }]);
  });

  it('keeps its entry from being handed over, and is not the region’s to resolve, to confirm or to separate', async () => {
    const number = nextNumber();
    const [, second] = [await r.register(FES, number), await r.register(TANGER, number)];
    const offer = { artisanId: second.id, expectedVersion: 1, province: 'MA-FES' };
    expect(refusals(await tried(api, TANGER, { name: 'offerHandOver', input: offer }))).toEqual(HELD_UP);
    const [issue] = second.registerIssues.nodes;
    const input = { issueId: issue?.id, expectedVersion: 1 };
    const resolution = 'Nous décidons';
    const asked = (name: string, more: object = {}) => tried(api, TANGER, { name, input: { ...input, ...more } });
    expect(refusals(await asked('resolveRegisterIssue', { resolution }))).toEqual([
      'input.issueId: CASE_OF_DUPLICATES',
    ]);
    expect(refusals(await asked('separateDuplicates', { resolution }))).toEqual(['CENTRAL_ONLY']);
    expect(refusals(await asked('confirmDuplicate'))).toEqual(['CENTRAL_ONLY']);
  });

  it('goes with an entry that moves, to where its new officers see it', async () => {
    const number = nextNumber();
    await r.register(TANGER, number);
    const held = await r.register(FES, number);
    const input = { artisanId: held.id, expectedVersion: 1, province: 'MA-MEK' };
    await done(api, FES, { name: 'moveArtisan', input });
    expect(await accepted(OF_MEKNES, { id: held.id, version: 2 })).toEqual(HELD_UP);
    expect(await r.issuesOf(OF_MEKNES, held)).toMatchObject([{ state: 'OPEN' }]);
  });
});

describe('a case that the centre confirms', () => {
  it('holds up every entry, and shows each region its own side and the region that caused it', async () => {
    const number = nextNumber();
    const [first, second] = [await r.register(FES, number), await r.register(TANGER, number)];
    const [issue] = await r.issuesOf(CENTRE, second);
    const confirmed = await r.confirm(issue);
    expect(confirmed.confirmedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    const [theirs] = await r.issuesOf(FES, first);
    expect(theirs).toMatchObject({ state: 'OPEN', caseNumber: issue?.caseNumber, confirmedOn: confirmed.confirmedOn });
    expect(theirs?.caseIssues).toEqual([{ id: theirs?.id, artisan: { id: first.id }, province: { code: 'MA-FES' } }]);
    expect([await accepted(FES, first), await accepted(TANGER, second)]).toEqual([HELD_UP, HELD_UP]);
    const [noted] = await trailOf(FES, 'MA-03');
    expect(noted).toMatchObject({ action: 'confirmDuplicate', entityType: 'RegisterIssue', causedBy: 'MA-01' });
    expect(JSON.stringify([theirs, noted])).not.toMatch(/MA-TNG|01\.511|officer-of-tanger|"regionId":1\b/);
    const third = await r.register(SOUSS, number);
    expect(third.registerIssues.nodes).toMatchObject([{ confirmedOn: confirmed.confirmedOn }]);
    const input = { issueId: confirmed.id, expectedVersion: confirmed.version };
    const again = await tried(api, CENTRE, { name: 'confirmDuplicate', input });
    expect(refusals(again)).toEqual(['input.issueId: ALREADY_CONFIRMED']);
    const stale = await tried(api, CENTRE, { name: 'confirmDuplicate', input: { ...input, expectedVersion: 1 } });
    expect(refusals(stale)).toEqual(['input.expectedVersion: STALE_VERSION']);
  });

  it('keeps an entry from being taken over that was offered before', async () => {
    const number = nextNumber();
    const first = await r.register(FES, number);
    const offer = { artisanId: first.id, expectedVersion: 1, province: 'MA-AGD' };
    await done(api, FES, { name: 'offerHandOver', input: offer });
    await r.confirm((await r.register(TANGER, number)).registerIssues.nodes[0]);
    const { data } = await api.ask<{ handOvers: { nodes: { id: string; version: number }[] } }>(
      SOUSS,
      '{ handOvers(filter: { states: [OFFERED] }) { nodes { id version } } }',
    );
    const [offered] = data.handOvers.nodes;
    const input = { handOverId: offered?.id, expectedVersion: offered?.version };
    expect(refusals(await tried(api, SOUSS, { name: 'acceptHandOver', input }))).toEqual([
      'input.handOverId: IN_OPEN_CASE',
    ]);
  });

  it('is one of duplicates that is open', async () => {
    const number = nextNumber();
    const [first, second] = [await r.register(FES, number), await r.register(TANGER, number)];
    const [issue] = second.registerIssues.nodes;
    await r.strikeOff(FES, first);
    const input = { issueId: issue?.id, expectedVersion: 2 };
    expect(refusals(await tried(api, CENTRE, { name: 'confirmDuplicate', input }))).toEqual([
      'input.issueId: WRONG_STATE',
    ]);
  });
});

describe('a case', () => {
  it('ends by itself when the number is corrected away, and nothing stays with the other region', async () => {
    for (const confirms of [false, true]) {
      const number = nextNumber();
      const [first, second] = [await r.register(FES, number), await r.register(TANGER, number)];
      if (confirms) await r.confirm(second.registerIssues.nodes[0]);
      const corrected = await r.correct(TANGER, second, nextNumber());
      expect(corrected.registerIssues.nodes).toMatchObject([{ state: 'RESOLVED', outcome: 'WITHDRAWN' }]);
      expect((await r.issuesOf(FES, first)).map(({ state, outcome }) => [state, outcome])).toEqual(
        confirms ? [['RESOLVED', 'DISTINCT']] : [],
      );
      expect([await accepted(FES, first), await accepted(TANGER, corrected)]).toEqual([[], []]);
    }
  });

  it('ends by itself when either entry is struck off', async () => {
    for (const leaver of [FES, TANGER]) {
      const number = nextNumber();
      const [first, second] = [await r.register(FES, number), await r.register(TANGER, number)];
      await r.confirm(second.registerIssues.nodes[0]);
      const [gone, stays, stayer] = leaver === FES ? [first, second, TANGER] : [second, first, FES];
      await r.strikeOff(leaver, gone);
      expect(await r.issuesOf(leaver, gone)).toMatchObject([{ outcome: 'WITHDRAWN' }]);
      expect(await r.issuesOf(stayer, stays)).toMatchObject([{ outcome: 'DISTINCT' }]);
      expect(await accepted(stayer, stays)).toEqual([]);
    }
  });

  it('goes on while two entries have the number', async () => {
    const number = nextNumber();
    const first = await r.register(FES, number);
    const [second, third] = [await r.register(TANGER, number), await r.register(SOUSS, number)];
    await r.correct(TANGER, second, nextNumber());
    expect(await accepted(SOUSS, third)).toEqual(HELD_UP);
    await r.strikeOff(FES, first);
    expect(await accepted(SOUSS, third)).toEqual([]);
  });

  it('ends in a province that the officer does not see, without a trace of the officer’s request there', async () => {
    const number = nextNumber();
    const [first, second] = [
      await r.register(OF_MEKNES, number, { province: 'MA-MEK' }),
      await r.register(OF_FES, number),
    ];
    expect(second.registerIssues.nodes).toMatchObject([{ entries: [{ id: second.id }] }]);
    await r.confirm(second.registerIssues.nodes[0]);
    await r.correct(OF_FES, second, nextNumber());
    expect(await r.issuesOf(OF_MEKNES, first)).toMatchObject([{ state: 'RESOLVED', outcome: 'DISTINCT' }]);
    expect(await accepted(OF_MEKNES, first)).toEqual([]);
  });
});

describe('what one region does in the audit log of another', () => {
  const LINK = 'see-http:evil.example.you-are-next';
  const asked = async (who: Who, name: string, input: object): Promise<void> => {
    const headers = { authorization: `Bearer ${await api.token(who)}`, 'x-request-id': LINK };
    const payload = { query: mutationOf(name), variables: { input } };
    const response = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload });
    expect(outcomeOf(name, response.json()).userErrors).toEqual([]);
    expect(response.headers['x-request-id']).toBe(LINK);
  };

  it.each(['the end of a case', 'a hand-over'])(
    'names the region, and nothing that its client chose: %s',
    async (what) => {
      const number = nextNumber();
      const first = await r.register(FES, number);
      if (what === 'a hand-over') {
        const other = await r.register(TANGER, nextNumber());
        await asked(TANGER, 'offerHandOver', { artisanId: other.id, expectedVersion: 1, province: 'MA-FES' });
      } else {
        const second = await r.register(TANGER, number);
        await r.confirm(second.registerIssues.nodes[0]);
        await asked(TANGER, 'correctArtisan', { artisanId: second.id, expectedVersion: 1, nationalId: nextNumber() });
      }
      const [theirs] = await trailOf(FES, 'MA-03', 1);
      expect(theirs).toMatchObject({ subject: null, role: null, causedBy: 'MA-01' });
      expect(theirs?.requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(theirs?.after).toMatchObject({ causedBy: 'MA-01' });
      const own = await trailOf(TANGER, 'MA-01');
      expect(own[0]).toMatchObject({ subject: 'officer-of-tanger', causedBy: null, requestId: LINK });
      expect(JSON.stringify([theirs, await r.issuesOf(FES, first)])).not.toMatch(/evil|officer-of-tanger/);
    },
  );
});
