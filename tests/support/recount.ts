import { runOn } from '../../src/platform/postgres/pool.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { differencesIn } from '../../src/modules/figures/recount.reads.ts';
import { ALL, asRole } from './database.ts';

export const EVERYWHERE = { role: 'hiraf_capture', records: ALL } as const;

/** The figures that are not what everything counted anew gives. */
export const recounted = (url: string) =>
  asRole(url, EVERYWHERE, (client) => differencesIn((statement) => runOn(client, statement)));

/** The changes that stand in the audit or in the outbox alone; reading is no change. */
export const unpaired = (url: string): Promise<object[]> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<object>(`
      select 1 from audit_entry a full join outbox_event o using (region_id, seq)
      where (a.seq is null or o.seq is null) and coalesce(a.action, '') <> 'READ_IDENTITY'`);
    return rows;
  });
