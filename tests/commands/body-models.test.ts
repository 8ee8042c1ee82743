import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runOn } from '../../src/database/gateway.ts';
import { withClient } from '../../src/database/open.ts';
import { differencesIn } from '../../src/domain/representation/index.ts';
import { raiseAwareness } from '../story/rollout.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { RULES } from '../support/body-steps.ts';
import { ANYTHING, BEGUN } from '../support/body-walks.ts';
import { clear, OFFICER, PROVINCE, settle, type Land, type World } from '../support/body-world.ts';
import { runCommand } from '../support/command.ts';
import { done, key } from '../support/commands.ts';
import { asRole } from '../support/database.ts';

const RUNS = Number(process.env['MODEL_RUNS'] ?? 15);
const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

interface Rules {
  rules: { code: string; level: string; value: number; validTo: string | null }[];
}

let api: Api;
let people: Land['people'];
beforeAll(async () => {
  api = await testApi('empty');
  people = await settle(api);
  const ids = people.slice(0, 3).map(({ id }) => id);
  await raiseAwareness({ api, who: OFFICER, territory: PROVINCE }, 'MA-03', ids);
});

describe('a body, its committee and its elections', { timeout: 600_000 }, () => {
  it('begin under thresholds that few people can meet', async () => {
    for (const [code, value] of Object.entries(RULES)) {
      const input = { ...key(), code, level: 'PROVINCIAL', value, source: 'Circular 1' };
      await done(api, VIEWERS['central-officer'], { name: 'changeRule', input, fields: 'value' });
    }
    const changed = Object.keys(RULES).length;
    await expect
      .poll(async () => {
        const { data } = await api.ask<Rules>(null, '{ rules { code level value validTo } }');
        return data.rules.filter(
          ({ code, level, value, validTo }) =>
            level === 'PROVINCIAL' && validTo === null && RULES[code as keyof typeof RULES] === value,
        ).length;
      })
      .toBe(changed);
  });

  it('follow the law whatever is tried, in whatever order', async () => {
    const walks = fc.tuple(BEGUN, fc.commands(ANYTHING, { maxCommands: 40, size: 'max' }));
    await fc.assert(
      fc.asyncProperty(walks, async ([begun, commands]) => {
        const world: World = { committee: null, body: null, suspended: new Set() };
        const land: Land = { api, people, committeeId: null, bodyId: null, committee: null, body: null };
        try {
          for (const command of begun) await command.run(world, land);
          await fc.asyncModelRun(() => ({ model: world, real: land }), commands);
        } finally {
          await clear(land, world.suspended);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('leave figures that equal what is counted anew, and chains that hold', async () => {
    const sight = { role: 'hiraf_capture', records: ALL, capture: ALL } as const;
    const differences = await asRole(api.database.url, sight, (client) =>
      differencesIn((statement) => runOn(client, statement)),
    );
    expect(differences).toEqual([]);
    const audit = await runCommand('audit', ['verify', '--all'], { DATABASE_URL: api.database.url });
    expect(audit.code).toBe(0);
    const { rows } = await withClient(api.database.url, (client) =>
      client.query(`select 1 from audit_entry a full join outbox_event o using (region_id, seq)
        where (a.seq is null or o.seq is null) and coalesce(a.action, '') <> 'READ_IDENTITY'`),
    );
    expect(rows).toEqual([]);
  });
});
