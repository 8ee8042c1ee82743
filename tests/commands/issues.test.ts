import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/database/open.ts';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';
import { dayFrom, done, key, refusals, tried } from '../support/commands.ts';

const FES: Who = VIEWERS['regional-officer'];
const TANGER: Who = { role: 'regional-officer', region: 'MA-01', subject: 'officer-of-tanger' };
const SOUSS: Who = { role: 'regional-officer', region: 'MA-09' };
const CENTRE: Who = VIEWERS['central-officer'];
const WHERE = new Map([
  [FES, 'MA-FES'],
  [TANGER, 'MA-TNG'],
  [SOUSS, 'MA-AGD'],
]);

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

interface Entry {
  id: string;
  version: number;
  registerState: string;
  registerIssues: { nodes: Issue[] };
}
interface Issue {
  id: string;
  version: number;
  kind: string;
  state: string;
  outcome: string | null;
  caseNumber: number | null;
  resolution: string | null;
  sides: { id: string; artisan: { id: string } | null; province: { code: string } }[];
}
const ISSUE = 'id version kind state outcome caseNumber resolution sides { id artisan { id } province { code } }';

let numbers = 0;
const nextNumber = (): string => {
  numbers += 1;
  return `BK${String(300_000 + numbers)}`;
};
const application = (who: Who, nationalId: string, more: object = {}) => ({
  ...{
    province: WHERE.get(who),
    profession: 'VEH-01',
    kind: 'ARTISAN',
    nameAr: 'سعيد بناني',
    nameLatin: 'Said Bennani',
  },
  ...{ sex: 'MALE', birthDate: '1984-05-06', qualification: 'PRACTICE', nationalId, ...key(), ...more },
});
const register = (who: Who, nationalId: string, more: object = {}): Promise<Entry> =>
  done<Entry>(api, who, {
    name: 'registerArtisan',
    input: application(who, nationalId, more),
    fields: `id version registerState registerIssues { nodes { ${ISSUE} } }`,
  });
const accept = (who: Who, { id, version }: Entry) =>
  tried<Entry>(api, who, {
    name: 'acceptRegistration',
    input: { artisanId: id, expectedVersion: version },
    fields: 'id version registerState',
  });
const issuesOf = async (who: Who, { id }: { id: string }): Promise<Issue[]> => {
  const query = `query ($id: ID!) { node(id: $id) { ... on Artisan { registerIssues { nodes { ${ISSUE} } } } } }`;
  const { data } = await api.ask<{ node: { registerIssues: { nodes: Issue[] } } | null }>(who, query, { id });
  return data.node?.registerIssues.nodes ?? [];
};

describe('a register issue', () => {
  const open = (more: object = {}) => ({
    name: 'openRegisterIssue',
    input: { ...key(), province: 'MA-FES', kind: 'DOCUMENTS', description: 'Certificat manquant', ...more },
    fields: ISSUE,
  });

  it('is opened, assigned and resolved, with its words', async () => {
    const opened = await done<Issue>(api, FES, open({ dueOn: dayFrom(10) }));
    expect(opened).toMatchObject({ state: 'OPEN', kind: 'DOCUMENTS', caseNumber: null, sides: [] });
    const assigned = await done<Issue>(api, FES, {
      name: 'assignRegisterIssue',
      input: { issueId: opened.id, expectedVersion: 1, assignee: 'Direction provinciale' },
      fields: `${ISSUE} assignee dueOn`,
    });
    expect(assigned).toMatchObject({ state: 'ASSIGNED', assignee: 'Direction provinciale', dueOn: dayFrom(10) });
    const resolve = { issueId: opened.id, expectedVersion: 2, resolution: ' Reçu ' };
    const resolved = await done(api, FES, { name: 'resolveRegisterIssue', input: resolve, fields: ISSUE });
    expect(resolved).toMatchObject({ state: 'RESOLVED', resolution: 'Reçu' });
    const again = await tried(api, FES, { name: 'resolveRegisterIssue', input: { ...resolve, expectedVersion: 3 } });
    expect(refusals(again)).toEqual(['CONFLICT input.issueId: WRONG_STATE']);
  });

  it('is told everything that is wrong with it at once', async () => {
    const wrong = { province: 'MA-03', kind: 'DUPLICATE', description: ' ', dueOn: dayFrom(-1) };
    expect(refusals(await tried(api, FES, open(wrong)))).toEqual([
      'BAD_USER_INPUT input.province: NO_PROVINCE',
      'BAD_USER_INPUT input.kind: DUPLICATES_ARE_FOUND',
      'BAD_USER_INPUT input.description: EMPTY_TEXT',
      'BAD_USER_INPUT input.dueOn: DAY_BEFORE',
    ]);
  });

  it('is of an entry in the province, and of one in sight', async () => {
    const entry = await register(TANGER, nextNumber());
    const foreign = await tried(api, FES, open({ artisanId: entry.id }));
    expect(refusals(foreign)).toEqual(['NOT_FOUND input.artisanId: NOT_IN_SIGHT']);
    const elsewhere = await tried(api, CENTRE, open({ artisanId: entry.id }));
    expect(refusals(elsewhere)).toEqual(['BAD_USER_INPUT input.artisanId: ARTISAN_ELSEWHERE']);
  });
});

describe('the same national identity number in two regions', () => {
  it('opens an issue on each side, which tells nothing of the other', async () => {
    const number = nextNumber();
    const first = await register(FES, number);
    expect(first.registerIssues.nodes).toEqual([]);
    const second = await register(TANGER, number);
    const [own] = second.registerIssues.nodes;
    expect(own).toMatchObject({ kind: 'DUPLICATE', state: 'OPEN', sides: [{ artisan: { id: second.id } }] });
    const [theirs] = await issuesOf(FES, first);
    expect(theirs).toMatchObject({ kind: 'DUPLICATE', caseNumber: own?.caseNumber, sides: [{ id: theirs?.id }] });
    const trail = `{ auditTrail(territory: "MA-03", first: 3) { nodes { action subject role entityType after } } }`;
    const { data } = await api.ask<{ auditTrail: { nodes: { entityType: string; subject: string | null }[] } }>(
      FES,
      trail,
    );
    expect(data.auditTrail.nodes[0]).toMatchObject({ entityType: 'RegisterIssue', subject: null, role: null });
    expect(JSON.stringify([theirs, data])).not.toMatch(/MA-TNG|01\.511|officer-of-tanger|"regionId":1\b/);
    const [seen] = await issuesOf(CENTRE, first);
    expect(seen?.sides.map(({ province }) => province.code)).toEqual(['MA-TNG', 'MA-FES']);
  });

  it('is found once, however close the two come', async () => {
    const number = nextNumber();
    const entries = await Promise.all([register(FES, number), register(TANGER, number), register(SOUSS, number)]);
    const cases = await Promise.all(entries.map((entry) => issuesOf(CENTRE, entry)));
    expect(cases.map((issues) => issues.length)).toEqual([1, 1, 1]);
    expect(new Set(cases.flat().map(({ caseNumber }) => caseNumber)).size).toBe(1);
    expect(cases[0]?.[0]?.sides).toHaveLength(3);
  });

  it('is found when a number is put right, and is none of an entry that was deleted', async () => {
    const number = nextNumber();
    const first = await register(FES, number);
    const strike = { artisanId: first.id, expectedVersion: 1, ground: 'ON_REQUEST', reason: 'Cessation' };
    await done(api, FES, { name: 'strikeOffArtisan', input: strike });
    expect((await register(TANGER, number)).registerIssues.nodes).toEqual([]);
    const other = await register(SOUSS, nextNumber());
    const correct = { artisanId: other.id, expectedVersion: 1, nationalId: number };
    await done(api, SOUSS, { name: 'correctArtisan', input: correct });
    expect(await issuesOf(SOUSS, other)).toMatchObject([{ kind: 'DUPLICATE', state: 'OPEN' }]);
  });

  it('keeps both from being accepted or handed on, and is not the region’s to resolve', async () => {
    const number = nextNumber();
    const [, second] = [await register(FES, number), await register(TANGER, number)];
    expect(refusals(await accept(TANGER, second))).toEqual(['CONFLICT input.artisanId: IN_OPEN_CASE']);
    const offer = { artisanId: second.id, expectedVersion: 1, province: 'MA-FES' };
    const offered = await tried(api, TANGER, { name: 'offerHandOver', input: offer });
    expect(refusals(offered)).toEqual(['CONFLICT input.artisanId: IN_OPEN_CASE']);
    const [issue] = second.registerIssues.nodes;
    const input = { issueId: issue?.id, expectedVersion: 1, resolution: 'Nous décidons' };
    const resolved = await tried(api, TANGER, { name: 'resolveRegisterIssue', input });
    expect(refusals(resolved)).toEqual(['FORBIDDEN input.issueId: CASE_OF_DUPLICATES']);
    const separated = await tried(api, TANGER, { name: 'separateDuplicates', input });
    expect(refusals(separated)).toEqual(['FORBIDDEN : CENTRAL_ONLY']);
  });
});

describe('a central officer', () => {
  const merge = (merged: Entry, kept: Entry, more: object = {}) => ({
    name: 'mergeArtisans',
    input: {
      ...{ artisanId: merged.id, expectedVersion: merged.version, keptId: kept.id, keptVersion: kept.version },
      ...{ reason: 'Même personne', ...more },
    },
    fields: 'id version registerState phone province { code }',
  });

  it('merges two entries into one, and each region finds its part in its own trail', async () => {
    const number = nextNumber();
    const kept = await register(FES, number);
    const merged = await register(TANGER, number, { phone: '+212600000001' });
    expect(refusals(await tried(api, TANGER, merge(merged, kept)))).toEqual(['FORBIDDEN : CENTRAL_ONLY']);
    const answer = await done(api, CENTRE, merge(merged, kept));
    expect(answer).toMatchObject({ id: kept.id, version: 2, registerState: 'APPLIED', phone: '+212600000001' });
    expect(await issuesOf(FES, kept)).toMatchObject([{ state: 'RESOLVED', outcome: 'KEPT' }]);
    expect(await issuesOf(TANGER, merged)).toMatchObject([
      { state: 'RESOLVED', outcome: 'MERGED', resolution: 'Même personne' },
    ]);
    const accepted = await accept(FES, { ...kept, version: 2 });
    expect(accepted.data['acceptRegistration']).toMatchObject({ registerState: 'REGISTERED' });
    for (const [who, territory, entry] of [
      [FES, 'MA-03', kept],
      [TANGER, 'MA-01', merged],
    ] as const) {
      const query = `query ($id: ID!) { auditTrail(territory: "${territory}", entityId: $id) { nodes { action } } }`;
      const { data } = await api.ask<{ auditTrail: { nodes: { action: string }[] } }>(who, query, { id: entry.id });
      expect(data.auditTrail.nodes.map(({ action }) => action)).toContain('mergeArtisans');
    }
    const again = await tried(api, CENTRE, merge({ ...merged, version: 2 }, { ...kept, version: 3 }));
    expect(refusals(again)).toEqual(['CONFLICT input.artisanId: WRONG_STATE']);
  });

  it('keeps the accepted entry, whichever was seen first', async () => {
    const number = nextNumber();
    const first = await register(FES, number);
    const { data } = await accept(FES, first);
    const registered = data['acceptRegistration'] as Entry;
    const second = await register(TANGER, number);
    const wrong = await tried(api, CENTRE, merge(registered, second));
    expect(refusals(wrong)).toEqual(['CONFLICT input.keptId: KEEP_THE_REGISTERED']);
    const stale = await tried(api, CENTRE, merge(second, registered, { keptVersion: 1 }));
    expect(refusals(stale)).toEqual(['CONFLICT input.keptVersion: STALE_KEPT']);
    expect(await done(api, CENTRE, merge(second, registered))).toMatchObject({ registerState: 'REGISTERED' });
  });

  it('merges one of three and leaves the case open for the other two', async () => {
    const number = nextNumber();
    const [one, two, three] = [
      await register(FES, number),
      await register(TANGER, number),
      await register(SOUSS, number),
    ];
    await done(api, CENTRE, merge(two, one));
    const states = await Promise.all([one, two, three].map((entry) => issuesOf(CENTRE, entry)));
    expect(states.flat().map(({ state }) => state)).toEqual(['OPEN', 'RESOLVED', 'OPEN']);
    await done(api, CENTRE, merge(three, one));
    expect(await issuesOf(CENTRE, one)).toMatchObject([{ outcome: 'KEPT' }]);
  });

  it('does not merge entries of different cases', async () => {
    const [one, other] = [await register(FES, nextNumber()), await register(TANGER, nextNumber())];
    expect(refusals(await tried(api, CENTRE, merge(one, other)))).toEqual(['CONFLICT input.keptId: NOT_ONE_CASE']);
    expect(refusals(await tried(api, CENTRE, merge(one, one)))).toEqual(['CONFLICT input.keptId: NOT_ONE_CASE']);
  });

  it('tells two people apart once the wrong number is put right', async () => {
    const number = nextNumber();
    const first = await register(FES, number);
    const second = await register(TANGER, number);
    const [issue] = second.registerIssues.nodes;
    const separate = {
      name: 'separateDuplicates',
      input: { issueId: issue?.id, expectedVersion: 1, resolution: 'Faute de frappe' },
      fields: ISSUE,
    };
    expect(refusals(await tried(api, CENTRE, separate))).toEqual(['CONFLICT input.issueId: STILL_DUPLICATE']);
    const correct = { artisanId: second.id, expectedVersion: 1, nationalId: nextNumber() };
    await done(api, TANGER, { name: 'correctArtisan', input: correct });
    expect(await done(api, CENTRE, separate)).toMatchObject({ state: 'RESOLVED', outcome: 'DISTINCT' });
    expect(await issuesOf(FES, first)).toMatchObject([{ outcome: 'DISTINCT', resolution: 'Faute de frappe' }]);
    expect((await accept(FES, first)).errors).toBeUndefined();
  });
});

describe('a merge and a striking off at the same time', () => {
  it('is won by exactly one of them, and nothing is half-written', async () => {
    const number = nextNumber();
    const [kept, merged] = [await register(FES, number), await register(TANGER, number)];
    const strike = { artisanId: merged.id, expectedVersion: 1, ground: 'ON_REQUEST', reason: 'Cessation' };
    const input = { artisanId: merged.id, expectedVersion: 1, keptId: kept.id, keptVersion: 1, reason: 'Même' };
    const answers = await Promise.all([
      tried(api, CENTRE, { name: 'mergeArtisans', input }),
      tried(api, TANGER, { name: 'strikeOffArtisan', input: strike }),
    ]);
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    await withClient(api.database.url, async (client) => {
      const { rows } = await client.query<{ state: string; open: number }>(
        `select register_state as state, (select count(*)::int from register_issue i
           where i.artisan_id = a.id and i.state <> 'RESOLVED') as open from artisan a where national_id = $1 order by region_id`,
        [number],
      );
      const won = answers[0].errors === undefined;
      // What the region struck off by itself leaves the case to the centre.
      expect(rows).toEqual([
        { state: 'DELETED', open: won ? 0 : 1 },
        { state: 'APPLIED', open: won ? 0 : 1 },
      ]);
    });
  });
});
