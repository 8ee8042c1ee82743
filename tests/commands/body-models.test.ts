import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { raiseAwareness } from '../story/rollout.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { RULES, RULES_ABOVE } from '../support/body-steps.ts';
import { ANYTHING, BEGUN } from '../support/body-walks.ts';
import { clear, OFFICER, PROVINCE, settle, type Land, type World } from '../support/body-world.ts';
import { runCommand } from '../support/command.ts';
import { done, key } from '../support/commands.ts';
import { recounted, unpaired } from '../support/recount.ts';

const RUNS = Number(process.env['MODEL_RUNS'] ?? 15);

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

const rulesAt = (level: string, rules: Readonly<Record<string, number>>) =>
  Object.entries(rules).map(([code, value]) => ({ code, level, value }));

describe('a body, its committee and its elections', { timeout: 600_000 }, () => {
  it('begin under thresholds that few people can meet', async () => {
    const wanted = [...rulesAt('PROVINCIAL', RULES), ...rulesAt('REGIONAL', RULES_ABOVE)];
    for (const rule of wanted) {
      const input = { ...key(), ...rule, source: 'Circular 1' };
      await done(api, VIEWERS['central-officer'], { name: 'changeRule', input, fields: 'value' });
    }
    await expect
      .poll(async () => {
        const { data } = await api.ask<Rules>(null, '{ rules { code level value validTo } }');
        return data.rules
          .filter(({ validTo }) => validTo === null)
          .map(({ code, level, value }) => ({ code, level, value }));
      })
      .toEqual(expect.arrayContaining(wanted));
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
    expect(await recounted(api.database.url)).toEqual([]);
    const audit = await runCommand('audit', ['verify', '--all'], { DATABASE_URL: api.database.url });
    expect(audit.code).toBe(0);
    expect(await unpaired(api.database.url)).toEqual([]);
  });
});
