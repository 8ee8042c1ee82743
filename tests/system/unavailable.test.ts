import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { selectionOf } from '../support/commands.ts';

let api: Api;
let address: string;
let authorization: string;
beforeAll(async () => {
  api = await testApi('demo');
  address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  authorization = `Bearer ${await api.token(VIEWERS['regional-officer'])}`;
});

const owner = <Value>(work: Parameters<typeof withClient<Value>>[1]): Promise<Value> =>
  withClient(api.database.url, work);

interface Told {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

async function ask(query: string, signal?: AbortSignal): Promise<Told> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query }),
    signal: signal ?? null,
  });
  const body = (await response.json()) as Omit<Told, 'status' | 'retryAfter'>;
  return { status: response.status, retryAfter: response.headers.get('retry-after'), ...body };
}

const running = (pattern: string): Promise<number> =>
  owner(async (client) => {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where usename = 'hiraf_gateway' and datname = current_database() and state = 'active'
        and query ~ $1`,
      [pattern],
    );
    return rowCount ?? 0;
  });

const within = { timeout: 10_000, interval: 50 };
/** Before the statement would end by its own limit. */
const soon = { timeout: 5000, interval: 50 };
const register = (key: string, nationalId: string): string =>
  `registerArtisan(input: { idempotencyKey: "${key}", province: "MA-FES", profession: "VEH-01", kind: ARTISAN,
    nameAr: "سعيد بناني", nameLatin: "Said Bennani", sex: MALE, birthDate: "1984-05-06", nationalId: "${nationalId}",
    qualification: PRACTICE }) ${selectionOf('registerArtisan')}`;

describe('what the database cannot do at the moment', () => {
  afterEach(() =>
    owner((client) => client.query('drop trigger if exists broken on artisan; drop function if exists broken')),
  );

  const breakWith = (state: string): Promise<unknown> =>
    owner((client) =>
      client.query(`create function broken() returns trigger language plpgsql as
        $$ begin raise exception 'broken' using errcode = '${state}'; end $$;
        create trigger broken before insert on artisan for each statement execute function broken()`),
    );

  it.each(['08006', '53100', '53200', '57P01', '57P03', '55P03', '25006', '57014', '58030'])(
    'is answered with 503, a time after which to try again, and that the same key is safe: %s',
    async (state) => {
      await breakWith(state);
      const told = await ask(`mutation { ${register(`down-${state}`, 'QW100001')} }`);
      expect([told.status, told.data]).toEqual([503, { registerArtisan: null }]);
      expect(Number(told.retryAfter)).toBeGreaterThan(0);
      expect(told.errors?.map(({ extensions }) => extensions)).toEqual([
        expect.objectContaining({
          ...{ code: 'SERVICE_UNAVAILABLE', retryable: true },
          reasons: [expect.objectContaining({ code: 'UNAVAILABLE_KEYED' })],
        }),
      ]);
      expect(told.errors?.[0]?.message).toMatch(/same key/);
      expect(JSON.stringify(told)).not.toMatch(/broken|trigger/);
    },
  );

  it('is a fault where a table is missing, with 200', async () => {
    await owner((client) => client.query('alter table artisan rename to artisan_gone'));
    try {
      expect((await ask('{ artisans(first: 1) { totalCount } }')).status).toBe(200);
    } finally {
      await owner((client) => client.query('alter table artisan_gone rename to artisan'));
    }
  });

  it('is 503 where a lock is not given and no other value was answered', async () => {
    await owner(async (client) => {
      await client.query('begin; lock table artisan in access exclusive mode');
      const [empty, mixed] = await Promise.all([
        ask('{ artisans(first: 1) { totalCount } }'),
        ask('{ nation { code } artisans(first: 1) { totalCount } }'),
      ]);
      expect([empty.status, empty.data]).toEqual([503, { artisans: { totalCount: null } }]);
      expect([mixed.status, mixed.data]).toEqual([200, { nation: { code: 'MA' }, artisans: { totalCount: null } }]);
      await client.query('rollback');
    });
  }, 30_000);

  it('stays beside what was answered, with 200', async () => {
    await breakWith('53100');
    const told =
      await ask(`mutation { one: planCampaign(input: { idempotencyKey: "beside-01", territory: "MA-03", wave: 1,
      nameAr: "حملة", nameFr: "Campagne", plannedFrom: "2027-01-01", plannedTo: "2027-02-01" }) { campaign { id } }
      two: ${register('beside-02', 'QW100002')} }`);
    expect(told.status).toBe(200);
    expect(told.data).toEqual({ one: { campaign: { id: expect.any(String) as string } }, two: null });
    expect(told.errors?.map(({ path }) => path)).toEqual([['two']]);
  });

  it('is a fault where nothing would help', async () => {
    await breakWith('XX000');
    const told = await ask(`mutation { ${register('fault-01', 'QW100003')} }`);
    expect([told.status, told.retryAfter]).toEqual([200, null]);
    expect(told.errors?.[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
  });
});

describe('a client that hangs up', () => {
  const SLOW = '{ artisans(first: 1) { totalCount } }';

  /** Holds up every statement that counts artisans, as a large table would. */
  async function slow<Value>(work: () => Promise<Value>): Promise<Value> {
    await owner((client) =>
      client.query(`create function slow(int) returns boolean volatile language plpgsql as
        $$ begin perform pg_sleep(20); return true; end $$;
        grant execute on function slow(int) to public;
        create policy slow on artisan as restrictive for select using (slow(id))`),
    );
    try {
      return await work();
    } finally {
      await owner((client) => client.query('drop policy slow on artisan; drop function slow(int)'));
    }
  }

  it('ends its statement long before that would time out, and others are answered meanwhile and afterwards', async () => {
    await slow(async () => {
      const departure = new AbortController();
      const answer = ask(SLOW, departure.signal).catch(() => 'gone');
      await expect.poll(() => running('artisan'), within).toBe(1);
      departure.abort();
      expect(await answer).toBe('gone');
      await expect.poll(() => running('artisan'), soon).toBe(0);
    });
    expect((await ask(SLOW)).errors).toBeUndefined();
  });

  it('leaves no connection behind, however often', async () => {
    await slow(async () => {
      for (const round of [1, 2, 3]) {
        const departure = new AbortController();
        const answers = Array.from({ length: 6 }, () => ask(SLOW, departure.signal).catch(() => 'gone'));
        await expect.poll(() => running('artisan'), within).toBeGreaterThan(3);
        departure.abort();
        expect(await Promise.all(answers), String(round)).toEqual(answers.map(() => 'gone'));
        await expect.poll(() => running('artisan'), soon).toBe(0);
      }
    });
    // All four connections of the pool serve again.
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(SLOW)));
    expect(answers.filter(({ errors }) => errors !== undefined)).toEqual([]);
  });

  it('does not undo a change that is under way, and begins no other', async () => {
    await owner((client) =>
      client.query(`create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return new; end $$;
        create trigger slow before insert on artisan for each row execute function slow()`),
    );
    const departure = new AbortController();
    const query = `mutation { one: ${register('gone-0001', 'QW200001')} two: ${register('gone-0002', 'QW200002')} }`;
    const answer = ask(query, departure.signal).catch(() => 'gone');
    await expect.poll(() => running('insert into "artisan"'), within).toBe(1);
    departure.abort();
    expect(await answer).toBe('gone');
    await sleep(2500);
    await owner((client) => client.query('drop trigger slow on artisan; drop function slow()'));
    const found = await owner((client) =>
      client.query(`select national_id from artisan where national_id in ('QW200001', 'QW200002')`),
    );
    expect(found.rows).toEqual([{ national_id: 'QW200001' }]);
    // Who asks again under the same keys gets the first and makes the second.
    const again = await ask(query);
    expect(again.errors).toBeUndefined();
    const people = await owner((client) =>
      client.query(`select count(*)::int as n from artisan where national_id in ('QW200001', 'QW200002')`),
    );
    expect(people.rows).toEqual([{ n: 2 }]);
  });
});
