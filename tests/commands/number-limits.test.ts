import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { buildServer } from '../../src/server.ts';
import { testApi, VIEWERS, type Answer, type Api, type Who } from '../support/api.ts';
import { dayFrom, done, key, outcomeOf, refusals, selectionOf } from '../support/commands.ts';
import { CENTRE, FES, nextNumber, registerOf, type Entry, type Register } from '../support/numbers.ts';

const [CHANGES, HITS] = [3, 4];
const TOO_MANY_CHANGES = ['input.nationalId: NUMBER_CHANGES_EXHAUSTED'];
const TOO_MANY_HITS = ['input.nationalId: NUMBER_HITS_EXHAUSTED'];

let api: Api;
let r: Register;
beforeAll(async () => {
  api = await testApi('empty', { NUMBER_CHANGES_PER_DAY: String(CHANGES), NUMBER_HITS_PER_DAY: String(HITS) });
  r = registerOf(api);
});

let officers = 0;
/** An officer of Tanger who has done nothing today. */
const officer = (): Who => {
  officers += 1;
  return { role: 'regional-officer', region: 'MA-01', subject: `officer-${String(officers)}` };
};

/** Numbers that are registered in another region. */
async function taken(count: number): Promise<string[]> {
  const numbers = Array.from({ length: count }, nextNumber);
  for (const number of numbers) await r.register(FES, number);
  return numbers;
}

const owner = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  withClient(api.database.url, async (client) => (await client.query<Row>(sql, values)).rows);

/** The same over another server of the same database, as one that was started again is. */
async function otherProcess(): Promise<Register> {
  const app = await buildServer({ config: api.config, databaseUrl: api.database.url });
  onTestFinished(() => app.close());
  const ask: Api['ask'] = async (who, query, variables) => {
    const headers = who === null ? {} : { authorization: `Bearer ${await api.token(who)}` };
    const response = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
    return { status: response.statusCode, ...response.json<Omit<Answer<never>, 'status'>>() };
  };
  return registerOf({ ...api, ask });
}

/** Registrations by one request, each with a number of its own. */
async function inOneRequest(who: Who, count: number): Promise<unknown[]> {
  const inputs = Array.from({ length: count }, () => ({
    ...{ ...key(), province: 'MA-TNG', profession: 'VEH-01', kind: 'ARTISAN', nameAr: 'سعيد بناني' },
    ...{ nameLatin: 'Said Bennani', sex: 'MALE', birthDate: '1984-05-06', qualification: 'PRACTICE' },
    nationalId: nextNumber(),
  }));
  const names = inputs.map((_, index) => `i${String(index)}`);
  const query = `mutation (${names.map((name) => `$${name}: RegisterArtisanInput!`).join(' ')}) {
    ${names.map((name) => `${name}: registerArtisan(input: $${name}) ${selectionOf('registerArtisan', 'id')}`).join('\n')} }`;
  const variables = Object.fromEntries(names.map((name, index) => [name, inputs[index]]));
  const answer = await api.ask(who, query, variables);
  return names.map((name) => {
    const { row, userErrors } = outcomeOf<{ id: string }>('registerArtisan', answer, name);
    expect(userErrors).toEqual([]);
    return row as { id: string };
  });
}

describe('changes of numbers', () => {
  it('are so many for each officer and day, and then refused with the day from which they go on', async () => {
    const who = officer();
    let entry = await r.register(who, nextNumber());
    for (let change = 0; change < CHANGES; change += 1) entry = await r.correct(who, entry, nextNumber());
    const refused = await r.tryToCorrect(who, entry, nextNumber());
    expect(refusals(refused)).toEqual(TOO_MANY_CHANGES);
    expect(refused.userErrors[0]?.message).toContain(`${String(CHANGES)} national identity numbers today`);
    expect(refused.userErrors[0]?.message).toMatch(new RegExp(`${dayFrom(1)}|${dayFrom(2)}`));
    const input = { artisanId: entry.id, expectedVersion: entry.version, phone: '+212611111111' };
    expect(await done(api, who, { name: 'correctArtisan', input })).toMatchObject({ version: entry.version + 1 });
    expect((await r.correct(officer(), { ...entry, version: entry.version + 1 }, nextNumber())).version).toBe(6);
  });

  it('are counted where the number is another one only', async () => {
    const who = officer();
    const number = nextNumber();
    const entry = await r.register(who, number);
    for (let same = 0; same <= CHANGES; same += 1) await r.correct(who, entry, number.toLowerCase());
    expect((await r.tryToCorrect(who, entry, nextNumber())).userErrors).toEqual([]);
  });

  it('are counted exactly, however many come at once, and by every process', async () => {
    const who = officer();
    const entries: Entry[] = [];
    for (let made = 0; made < 10; made += 1) entries.push(await r.register(who, nextNumber()));
    const answers = await Promise.all(entries.map((entry) => r.tryToCorrect(who, entry, nextNumber())));
    expect(answers.filter(({ row }) => row !== null)).toHaveLength(CHANGES);
    const refused = answers.filter(({ row }) => row === null);
    expect(new Set(refused.flatMap(refusals))).toEqual(new Set(TOO_MANY_CHANGES));
    const other = await otherProcess();
    const [untouched] = entries.filter((_, index) => answers[index]?.row === null);
    expect(refusals(await other.tryToCorrect(who, untouched as Entry, nextNumber()))).toEqual(TOO_MANY_CHANGES);
  });

  it('go on the next day', async () => {
    const who = officer();
    let entry = await r.register(who, nextNumber());
    for (let change = 0; change < CHANGES; change += 1) entry = await r.correct(who, entry, nextNumber());
    await owner('update number_count set day = day - 1 where subject = $1', [who.subject]);
    expect((await r.correct(who, entry, nextNumber())).version).toBe(entry.version + 1);
  });
});

describe('numbers that were in the register already', () => {
  it('may end one case and begin the next in one correction, also at the hit that is reported to the centre', async () => {
    const who = officer();
    const shared = nextNumber();
    const mine = await r.register(who, shared);
    await r.register({ ...FES, subject: 'fes-second' }, shared);
    const [one = '', other = ''] = await taken(2);
    await r.register(who, one);
    expect(refusals(await r.tryToCorrect(who, mine, other))).toEqual([]);
  });

  it('are so many for each officer and day; then no number is taken, whether it is registered or not', async () => {
    const who = officer();
    const [last = '', ...numbers] = await taken(HITS + 1);
    for (const number of numbers) await r.register(who, number);
    const [known, fresh] = [await r.tryToRegister(who, last), await r.tryToRegister(who, nextNumber())];
    expect([refusals(known), refusals(fresh)]).toEqual([TOO_MANY_HITS, TOO_MANY_HITS]);
    expect(known.userErrors).toEqual(fresh.userErrors);
    const organisation = { kind: 'COOPERATIVE', companyId: '001512572000078', workerCount: 7, nationalId: null };
    const nothing = { sex: null, birthDate: null, qualification: null };
    expect(refusals(await r.tryToRegister(who, '', { ...organisation, ...nothing }))).toEqual([]);
    expect(refusals(await r.tryToRegister(officer(), last))).toEqual([]);
  });

  it('are counted exactly, however many come at once', async () => {
    const who = officer();
    const numbers = await taken(12);
    const answers = await Promise.all(numbers.map((number) => r.tryToRegister(who, number)));
    expect(answers.filter(({ row }) => row !== null)).toHaveLength(HITS);
    const [counted] = await owner<{ hits: number }>('select hits from number_count where subject = $1', [who.subject]);
    expect(counted?.hits).toBe(HITS);
  });

  it('leave registrations alone that bring numbers of their own, hundreds of them', async () => {
    const who = officer();
    for (let request = 0; request < 5; request += 1) expect(await inOneRequest(who, 30)).toHaveLength(30);
    expect(await owner('select from number_count where subject = $1', [who.subject])).toEqual([]);
  });

  it('are not revealed by a key that was used for something else', async () => {
    const who = officer();
    const [number = ''] = await taken(1);
    const used = { idempotencyKey: `used-${String(who.subject)}` };
    await r.register(who, nextNumber(), used);
    const ran: string[][] = [];
    for (const tested of [number, nextNumber()]) {
      api.statements();
      const refused = await r.tryToRegister(who, tested, used);
      expect(refusals(refused)).toEqual(['input.idempotencyKey: KEY_REUSED']);
      ran.push(api.statements());
    }
    expect(ran[0]).toEqual(ran[1]);
    expect(await owner('select from number_count where subject = $1', [who.subject])).toEqual([]);
  });
});

describe('an officer with many such numbers', () => {
  interface Alert {
    subject: string;
    territory: { code: string };
    hits: number;
    changes: number;
  }
  const ALERTS = '{ identityAlerts(first: 100) { totalCount nodes { subject day hits changes territory { code } } } }';
  const alertOn = async ({ subject }: Who): Promise<Alert | undefined> => {
    const { data } = await api.ask<{ identityAlerts: { nodes: Alert[] } }>(CENTRE, ALERTS);
    return data.identityAlerts.nodes.find((alert) => alert.subject === subject);
  };

  it('is reported to the centre from half of the limit on, and is in the audit trail of the nation', async () => {
    const who = officer();
    const numbers = await taken(3);
    const reported: (number | undefined)[] = [];
    for (const number of numbers) {
      await r.register(who, number);
      reported.push((await alertOn(who))?.hits);
    }
    expect(reported).toEqual([undefined, 2, 3]);
    expect(await alertOn(who)).toMatchObject({ territory: { code: 'MA-01' }, changes: 0 });
    const query = `{ auditTrail(territory: "MA", first: 1) { nodes { action entityType subject causedBy after } } }`;
    const { data } = await api.ask<{ auditTrail: { nodes: object[] } }>(CENTRE, query);
    expect(data.auditTrail.nodes).toMatchObject([
      { action: 'registerArtisan', entityType: 'IdentityAlert', subject: null, causedBy: 'MA-01' },
    ]);
    expect(data.auditTrail.nodes[0]).toMatchObject({ after: { subject: who.subject, hits: 2 } });
  });

  it('is found page by page, the newest first', async () => {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const query = `query ($after: String) { identityAlerts(first: 1, after: $after) {
        totalCount nodes { subject } pageInfo { hasNextPage endCursor } } }`;
      interface Page {
        totalCount: number;
        nodes: { subject: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      }
      const { identityAlerts }: { identityAlerts: Page } = (
        await api.ask<{ identityAlerts: Page }>(CENTRE, query, { after })
      ).data;
      found.push(...identityAlerts.nodes.map(({ subject }) => subject));
      after = identityAlerts.pageInfo.endCursor;
      if (identityAlerts.pageInfo.hasNextPage) continue;
      expect(found).toHaveLength(identityAlerts.totalCount);
      break;
    }
    const newest = await owner<{ subject: string }>(
      'select subject from number_count where hits >= 2 order by id desc',
    );
    expect(newest.length).toBeGreaterThan(1);
    expect(found).toEqual(newest.map(({ subject }) => subject));
  });

  it('is shown to central officers alone', async () => {
    const codes = async (who: Who | null) => refusals(await api.ask(who, ALERTS));
    expect(await codes(null)).toEqual(['UNAUTHENTICATED : NO_TOKEN']);
    for (const who of ['regional-viewer', 'central-service', 'analyst'] as const) {
      expect(await codes(VIEWERS[who]), who).toEqual(['FORBIDDEN : NO_GRANT']);
    }
    for (const who of ['regional-officer', 'provincial-officer'] as const) {
      expect(await codes(VIEWERS[who]), who).toEqual(['FORBIDDEN : CENTRAL_ONLY']);
    }
  });
});
