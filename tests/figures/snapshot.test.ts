import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

interface Asked {
  readonly nation: {
    readonly artisans: { readonly totalCount: number };
    readonly representation: { readonly registrants: { readonly value: number }; readonly asOf: string };
  };
}

// The people are counted by one statement, the figures of them are read by another.
const ASK = '{ nation { artisans(first: 1) { totalCount } representation { registrants { value } asOf } } }';
const ask = async () => {
  const { data, errors } = await api.ask<Asked>(VIEWERS['central-service'], ASK);
  expect(errors).toBeUndefined();
  const { artisans, representation } = data.nation;
  return { rows: artisans.totalCount, figure: representation.registrants.value, asOf: representation.asOf };
};

/** Waits until a statement of the API waits for a lock. */
async function held(client: pg.Client): Promise<string> {
  for (let turn = 0; turn < 200; turn += 1) {
    const { rows } = await client.query<{ query: string }>(
      `select query from pg_stat_activity
       where datname = current_database() and usename = 'hiraf_gateway' and wait_event_type = 'Lock'`,
    );
    if (rows[0] !== undefined) return rows[0].query;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('No statement of the API waits.');
}

describe('an operation', () => {
  it('answers from one moment, although a writer commits between two of its statements', async () => {
    const before = await ask();
    expect(before.figure).toBe(before.rows);
    await withClient(api.database.url, async (writer) => {
      await writer.query('begin');
      await writer.query('lock table class_figure in access exclusive mode');
      await writer.query(
        `insert into artisan (region_id, province_id, kind, profession_id, name_ar, name_latin, search_ar, search_latin,
           practising, register_state, applied_on)
         select 3, 17, 'ENTERPRISE', 1, 'مقاولة', 'Entreprise', 'مقاوله', 'entreprise', true, 'REGISTERED', date '2026-05-05'
         from generate_series(1, 7)`,
      );
      const asking = ask();
      expect(await withClient(api.database.url, held)).toContain('class_figure');
      await writer.query('commit');
      const during = await asking;
      expect([during.rows, during.figure]).toEqual([before.rows, before.figure]);
      expect(during.asOf > before.asOf).toBe(true);
    });
    const after = await ask();
    expect([after.rows, after.figure]).toEqual([before.rows + 7, before.figure + 7]);
    expect(after.asOf > before.asOf).toBe(true);
  });

  it('does not see what a writer has not committed', async () => {
    const before = await ask();
    await withClient(api.database.url, async (writer) => {
      await writer.query('begin');
      const { rowCount } = await writer.query(
        `delete from artisan where region_id = 12 and id in (select id from artisan a where region_id = 12 and not exists (
           select from committee_member m where m.region_id = 12 and m.artisan_id = a.id) and not exists (
           select from seat where artisan_region_id = 12 and artisan_id = a.id) and not exists (
           select from delegate where artisan_region_id = 12 and artisan_id = a.id) and not exists (
           select from outreach_reach where artisan_region_id = 12 and artisan_id = a.id) and not exists (
           select from register_issue i where i.artisan_region_id = 12 and i.artisan_id = a.id) and not exists (
           select from hand_over h where h.artisan_region_id = 12 and h.artisan_id = a.id) and not exists (
           select from candidacy where artisan_region_id = 12 and artisan_id = a.id) and not exists (
           select from ballot where artisan_region_id = 12 and artisan_id = a.id) limit 9)`,
      );
      expect(rowCount).toBe(9);
      const during = await ask();
      expect([during.rows, during.figure]).toEqual([before.rows, before.figure]);
      await writer.query('rollback');
    });
    const after = await ask();
    expect([after.rows, after.figure]).toEqual([before.rows, before.figure]);
  });
});
