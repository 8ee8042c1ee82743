import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, type Api, type Who } from '../support/api.ts';
import { done, refusals, tried } from '../support/commands.ts';
import {
  CENTRE,
  FES,
  ISSUE,
  nextNumber,
  registerOf,
  SOUSS,
  TANGER,
  type Entry,
  type Register,
} from '../support/numbers.ts';

let api: Api;
let r: Register;
beforeAll(async () => {
  api = await testApi('empty', { NUMBER_HITS_PER_DAY: '100' });
  r = registerOf(api);
});

const merge = (merged: Pick<Entry, 'id' | 'version'>, kept: Pick<Entry, 'id' | 'version'>, more: object = {}) => ({
  name: 'mergeArtisans',
  input: {
    ...{ artisanId: merged.id, expectedVersion: merged.version, keptId: kept.id, keptVersion: kept.version },
    ...{ reason: 'Même personne', ...more },
  },
  fields: 'id version registerState phone province { code }',
});

async function actionsOn(who: Who, territory: string, { id }: Entry): Promise<string[]> {
  const query = `query ($id: ID!) { auditTrail(territory: "${territory}", entityId: $id) { nodes { action } } }`;
  const { data } = await api.ask<{ auditTrail: { nodes: { action: string }[] } }>(who, query, { id });
  return data.auditTrail.nodes.map(({ action }) => action);
}

describe('a central officer', () => {
  it.each([false, true])(
    'merges two entries into one, and each region finds its part: confirmed %s',
    async (confirms) => {
      const number = nextNumber();
      const kept = await r.register(FES, number);
      const merged = await r.register(TANGER, number, { phone: '+212600000001' });
      expect(refusals(await tried(api, TANGER, merge(merged, kept)))).toEqual(['CENTRAL_ONLY']);
      if (confirms) await r.confirm(merged.registerIssues.nodes[0]);
      const answer = await done(api, CENTRE, merge(merged, kept));
      expect(answer).toMatchObject({ id: kept.id, version: 2, registerState: 'APPLIED', phone: '+212600000001' });
      expect((await r.issuesOf(FES, kept)).map(({ state, outcome }) => [state, outcome])).toEqual(
        confirms ? [['RESOLVED', 'KEPT']] : [],
      );
      expect(await r.issuesOf(TANGER, merged)).toMatchObject([
        { state: 'RESOLVED', outcome: 'MERGED', resolution: 'Même personne' },
      ]);
      const accepted = await r.accept(FES, { ...kept, version: 2 });
      expect(accepted.row).toMatchObject({ registerState: 'REGISTERED' });
      expect(await actionsOn(FES, 'MA-03', kept)).toContain('mergeArtisans');
      expect(await actionsOn(TANGER, 'MA-01', merged)).toContain('mergeArtisans');
      const again = await tried(api, CENTRE, merge({ ...merged, version: 2 }, { ...kept, version: 3 }));
      expect(refusals(again)).toEqual(['input.artisanId: WRONG_STATE']);
    },
  );

  it('merges the older entry into the one that is held up, which is then free', async () => {
    const number = nextNumber();
    const [older, held] = [await r.register(FES, number), await r.register(TANGER, number)];
    await done(api, CENTRE, merge(older, held));
    expect(await r.issuesOf(TANGER, held)).toMatchObject([{ outcome: 'KEPT' }]);
    expect(refusals(await r.accept(TANGER, { ...held, version: held.version }))).toEqual([]);
  });

  it('keeps the accepted entry, whichever was seen first', async () => {
    const number = nextNumber();
    const { row } = await r.accept(FES, await r.register(FES, number));
    const registered = row as Entry;
    const second = await r.register(TANGER, number);
    const wrong = await tried(api, CENTRE, merge(registered, second));
    expect(refusals(wrong)).toEqual(['input.keptId: KEEP_THE_REGISTERED']);
    const stale = await tried(api, CENTRE, merge(second, registered, { keptVersion: 1 }));
    expect(refusals(stale)).toEqual(['input.keptVersion: STALE_VERSION']);
    expect(await done(api, CENTRE, merge(second, registered))).toMatchObject({ registerState: 'REGISTERED' });
  });

  it('merges one of three and leaves the case open for the other two', async () => {
    const number = nextNumber();
    const one = await r.register(FES, number);
    const [two, three] = [await r.register(TANGER, number), await r.register(SOUSS, number)];
    await r.confirm(two.registerIssues.nodes[0]);
    await done(api, CENTRE, merge(two, one));
    const states = await Promise.all([one, two, three].map((entry) => r.issuesOf(CENTRE, entry)));
    expect(states.flat().map(({ state }) => state)).toEqual(['OPEN', 'RESOLVED', 'OPEN']);
    await done(api, CENTRE, merge(three, one));
    expect(await r.issuesOf(CENTRE, one)).toMatchObject([{ outcome: 'KEPT' }]);
  });

  it('does not merge entries of different numbers', async () => {
    const [one, other] = [await r.register(FES, nextNumber()), await r.register(TANGER, nextNumber())];
    expect(refusals(await tried(api, CENTRE, merge(one, other)))).toEqual(['input.keptId: NOT_ONE_CASE']);
    expect(refusals(await tried(api, CENTRE, merge(one, one)))).toEqual(['input.keptId: NOT_ONE_CASE']);
  });

  it('separates a case once no two of its entries have one number', async () => {
    const number = nextNumber();
    const [first, second] = [await r.register(FES, number), await r.register(TANGER, number)];
    const issue = await r.confirm(second.registerIssues.nodes[0]);
    const separate = {
      name: 'separateDuplicates',
      input: { issueId: issue.id, expectedVersion: issue.version, resolution: 'Faute de frappe' },
      fields: ISSUE,
    };
    expect(refusals(await tried(api, CENTRE, separate))).toEqual(['input.issueId: STILL_DUPLICATE']);
    // As it was before a correction ended the case by itself.
    await withClient(api.database.url, (client) =>
      client.query(
        `update artisan set national_id = 'BK999999' where id = (
           select artisan_id from register_issue where case_number = $1 and region_id = 1)`,
        [issue.caseNumber],
      ),
    );
    expect(await done(api, CENTRE, separate)).toMatchObject({ state: 'RESOLVED', outcome: 'DISTINCT' });
    expect(await r.issuesOf(FES, first)).toMatchObject([{ outcome: 'DISTINCT', resolution: 'Faute de frappe' }]);
    expect(refusals(await r.accept(FES, first))).toEqual([]);
  });
});

describe('a merge and a striking off at the same time', () => {
  it('is won by exactly one of them, and nothing stays open', async () => {
    const number = nextNumber();
    const [kept, merged] = [await r.register(FES, number), await r.register(TANGER, number)];
    await r.confirm(merged.registerIssues.nodes[0]);
    const strike = { artisanId: merged.id, expectedVersion: 1, ground: 'ON_REQUEST', reason: 'Cessation' };
    const answers = await Promise.all([
      tried(api, CENTRE, merge(merged, kept)),
      tried(api, TANGER, { name: 'deleteArtisan', input: strike }),
    ]);
    expect(answers.filter(({ row }) => row !== null)).toHaveLength(1);
    await withClient(api.database.url, async (client) => {
      const { rows } = await client.query<{ state: string; open: number }>(
        `select register_state as state, (select count(*)::int from register_issue i
           where i.artisan_id = a.id and i.state <> 'RESOLVED') as open from artisan a where national_id = $1 order by region_id`,
        [number],
      );
      expect(rows).toEqual([
        { state: 'DELETED', open: 0 },
        { state: 'APPLIED', open: 0 },
      ]);
    });
  });
});
