import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { loadPopulation } from '../../src/seed/population.ts';
import { loadReference } from '../../src/seed/reference.ts';
import { asRole, testDatabase, type TestDatabase } from '../support/database.ts';
import { EVERYWHERE, recounted } from '../support/recount.ts';

let demo: TestDatabase;
beforeAll(async () => {
  demo = await testDatabase('demo');
});

const rows = <Row extends object>(sql: string): Promise<Row[]> =>
  asRole(demo.url, EVERYWHERE, async (client) => (await client.query<Row>(sql)).rows);

const none = async (sql: string): Promise<void> => {
  expect(await rows(sql)).toEqual([]);
};

async function digest(client: ClientBase): Promise<string> {
  const hash = createHash('sha256');
  for (const table of ['artisan', 'body', 'committee_member', 'seat', 'delegate', 'outreach_session', 'milestone']) {
    const { rows: all } = await client.query(`select * from ${table} order by region_id, id`);
    hash.update(JSON.stringify(all));
  }
  return hash.digest('hex');
}

async function populated(seed: number): Promise<string> {
  const database = await testDatabase('empty');
  return withClient(database.url, async (client) => {
    await loadPopulation(client, { artisans: 700, seed, onProgress: () => undefined });
    return digest(client);
  });
}

describe('the demonstration population', () => {
  it('is the same for the same seed, and another for another', async () => {
    const [first, again, other] = [await populated(7), await populated(7), await populated(8)];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('has exact figures', async () => {
    expect(await recounted(demo.url)).toEqual([]);
  });

  it('lives where the published registrations are', async () => {
    const [row] = await rows<{ fes: number; region: number; nation: number }>(`
      select (count(*) filter (where p.iso = 'MA-FES'))::int as fes,
        (count(*) filter (where a.region_id = 3))::int as region, count(*)::int as nation
      from artisan a join province p on p.id = a.province_id`);
    // 27,926 of 52,740 in Fès-Meknès on 31 January 2025; 52,740 of 421,000 in the nation.
    expect((row?.fes ?? 0) / (row?.region ?? 1)).toBeCloseTo(27_926 / 52_740, 1);
    expect((row?.region ?? 0) / (row?.nation ?? 1)).toBeCloseTo(52_740 / 421_000, 1);
  });

  it('leaves every constraint, index and policy as it was', async () => {
    const shape = `select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as is, convalidated as ok
        from pg_constraint where connamespace = 'public'::regnamespace
      union all select indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid), indisvalid
        from pg_index join pg_class c on c.oid = indrelid where c.relnamespace = 'public'::regnamespace
      union all select oid::regclass::text, 'row security', relrowsecurity::text, relforcerowsecurity
        from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1, 2, 3`;
    const empty = await testDatabase('empty');
    const before = await withClient(empty.url, async (client) => (await client.query<object>(shape)).rows);
    expect(before.length).toBeGreaterThan(100);
    expect(await rows<object>(shape)).toEqual(before);
  });

  it('loads nothing at all when something fails', async () => {
    const database = await testDatabase('empty');
    await withClient(database.url, async (client) => {
      const onProgress = (): never => {
        throw new Error('enough');
      };
      await expect(loadPopulation(client, { artisans: 25_000, seed: 1, onProgress })).rejects.toThrow('enough');
      expect((await client.query('select from body')).rowCount).toBe(0);
      const { rows: forced } = await client.query<{ forced: boolean }>(
        `select relforcerowsecurity as forced from pg_class where relname = 'artisan'`,
      );
      expect(forced).toEqual([{ forced: true }]);
    });
  });
});

describe('what may go wrong', () => {
  it.each([
    ['an assembly without quorum', `founding_assembly where state = 'NO_QUORUM'`],
    ['a committee that failed', `committee where state = 'FAILED'`],
    ['a suspended body', `body where state = 'SUSPENDED'`],
    ['a dissolved body', `body where state = 'DISSOLVED'`],
    ['a vacant seat', 'seat where name_ar is null'],
    ['a cancelled session', `outreach_session where state = 'CANCELLED'`],
    ['a late milestone', `milestone where actual_on is null and planned_on < '2026-11-20'`],
  ])('is shown: %s', async (_, from) => {
    expect((await rows(`select from ${from}`)).length).toBeGreaterThan(0);
  });
});

describe('what the law and the model demand', () => {
  it('holds for registrants', async () => {
    await none(`select id from artisan where (register_state = 'APPLIED') <> (registered_on is null)`);
    await none(`select id from artisan where (register_state = 'DELETED') <> (deleted_on is not null)`);
    await none(`select id from artisan where registered_on < applied_on or deleted_on < registered_on`);
    await none(`select id from artisan where (sex is null) <> (kind in ('COOPERATIVE', 'ENTERPRISE'))`);
    await none(`select id from artisan where national_id !~ '^[A-Z]{1,2}[0-9]{4,7}$'`);
    await none(`select id from artisan where company_id::numeric % 97 <> 0 or length(company_id) <> 15`);
    await none(`select id from artisan where age_band is distinct from app.age_band(birth_date, 2026)`);
  });

  it.each(['register_number', 'national_id', 'company_id', 'phone'])(
    'gives nobody a %s of somebody else',
    async (column) => {
      await none(`select ${column} from artisan where ${column} is not null group by 1 having count(*) > 1`);
    },
  );

  it('holds for committees: enough members, enough of them artisans, one in the chair', async () => {
    await none(`select c.id from committee c where c.state in ('FORMED', 'STATUTES_DRAFTED', 'DISCHARGED', 'FAILED') and (
      select count(*) < 5 or count(*) filter (where chair) <> 1
        -- Artisans are rows of a region, and a committee of the nation is in none.
        or (c.region_id <> 0 and count(*) filter (where capacity = 'ARTISAN') < 3)
      from committee_member m where m.region_id = c.region_id and m.committee_id = c.id)`);
  });

  it('holds for members: registered, of the class and of the province of their body', async () => {
    await none(`select a.id from artisan a join body b on b.region_id = a.region_id and b.id = a.body_id
      join body_class_profession c on c.profession_id = a.profession_id
      where a.province_id <> b.province_id or c.body_class_id <> b.body_class_id or b.state in ('PLANNED', 'DISSOLVED')
        or a.register_state <> 'REGISTERED' or a.member_since < b.founded_on`);
  });

  it('holds for founded bodies: an assembly with quorum, statutes and a board', async () => {
    await none(`select b.id from body b where b.founded_on is not null and not exists (
      select from founding_assembly f where f.region_id = b.region_id and f.body_id = b.id and f.state = 'HELD'
        and f.held_on = b.founded_on and f.present * 2 >= f.convened and f.statutes_adopted)`);
    await none(`select b.id from body b where b.state in ('FOUNDED', 'ACTIVE', 'SUSPENDED') and (
      select count(*) from seat s where s.region_id = b.region_id and s.body_id = b.id) <> 10`);
    await none(`select b.id from body b join committee c on c.region_id = b.region_id and c.body_class_id = b.body_class_id
        and c.level = b.level and c.province_id is not distinct from b.province_id and c.state = 'DISCHARGED'
      where b.founded_on < c.formed_on`);
  });

  it('holds for boards: each seat of a provincial body is held by a member, and nobody holds two', async () => {
    await none(`select s.id from seat s join body b on b.region_id = s.region_id and b.id = s.body_id
      left join artisan a on a.region_id = s.artisan_region_id and a.id = s.artisan_id
      where b.level = 'PROVINCIAL' and s.name_ar is not null
        and (a.body_id is distinct from b.id or a.name_ar <> s.name_ar or a.sex <> s.sex)`);
    await none(
      `select artisan_id from seat where artisan_id is not null group by body_id, artisan_id having count(*) > 1`,
    );
  });

  it('holds for provincial bodies: enough eligible registrants, and a session held before the founding', async () => {
    await none(`select b.id from body b where b.level = 'PROVINCIAL' and b.state in ('FOUNDED', 'ACTIVE', 'SUSPENDED') and (
        (select count(*) from artisan a join body_class_profession c on c.profession_id = a.profession_id
          where a.region_id = b.region_id and a.province_id = b.province_id and c.body_class_id = b.body_class_id
            and a.register_state = 'REGISTERED' and a.practising) < 30
        or not exists (select from outreach_session o where o.region_id = b.region_id and o.province_id = b.province_id
          and o.body_class_id = b.body_class_id and o.state = 'HELD' and o.held_on < b.founded_on))`);
  });

  it('holds for sessions: none before the campaign they belong to, none held after the day of reference', async () => {
    await none(`select s.id from outreach_session s join campaign c on c.region_id = s.region_id and c.id = s.campaign_id
      where s.planned_on < c.planned_from or s.held_on < s.planned_on or s.held_on > '2026-11-20'
        or (s.held_on is null) <> (s.state <> 'HELD') or s.women_attendees > s.attendees`);
  });

  it('knows one body at most of a class that lives in a territory', async () => {
    await none(`select body_class_id from body where state <> 'DISSOLVED'
      group by level, region_id, province_id, body_class_id having count(*) > 1`);
  });

  it('holds for regional bodies: each rests on active provincial ones', async () => {
    await none(`select r.id from body r where r.level = 'REGIONAL' and r.state = 'ACTIVE' and (
      select count(*) from body p where p.region_id = r.region_id and p.body_class_id = r.body_class_id
        and p.level = 'PROVINCIAL' and p.state = 'ACTIVE') < 2`);
  });

  it('gives rows of a province the province of what they hang on', async () => {
    for (const table of ['seat', 'delegate', 'founding_assembly']) {
      await none(`select t.id from ${table} t join body b on b.region_id = t.region_id and b.id = t.body_id
        where t.province_id is distinct from b.province_id`);
    }
    await none(`select m.id from committee_member m join committee c on c.region_id = m.region_id and c.id = m.committee_id
      where m.province_id is distinct from c.province_id`);
  });
});

describe('the reference data', () => {
  it('is the kingdom’s territory and the decree’s nomenclature, and loading it again changes nothing', async () => {
    const counts = `select (select count(*) from region)::int as regions, (select count(*) from province)::int as provinces,
      (select count(*) from profession)::int as professions, (select sum(population) from province)::int as people,
      (select count(*) from body_class_profession)::int as classed, (select sum(xmin::text::bigint) from rule) as rules`;
    const [before] = await rows(counts);
    expect(before).toMatchObject({ regions: 13, provinces: 75, professions: 172, people: 36_828_330, classed: 172 });
    await withClient(demo.url, loadReference);
    expect(await rows(counts)).toEqual([before]);
  });

  it('leaves a rule that an officer changed as it is', async () => {
    const quorum = `rule where code = 'ASSEMBLY_QUORUM' and level = 'PROVINCIAL'`;
    const database = await testDatabase('empty');
    const kept = await withClient(database.url, async (client) => {
      await client.query(`update rule set value = 0.6 from (select id from ${quorum}) q where rule.id = q.id`);
      await loadReference(client);
      return (await client.query<{ value: number }>(`select value from ${quorum}`)).rows;
    });
    expect(kept).toEqual([{ value: 0.6 }]);
  });
});
