import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, type Api } from '../support/api.ts';
import { runCommand } from '../support/command.ts';
import { NUMBER_COMMANDS, numberStart } from '../support/number-model.ts';
import { recounted, unpaired } from '../support/recount.ts';

const RUNS = Number(process.env['MODEL_RUNS'] ?? 25);

let api: Api;
beforeAll(async () => {
  api = await testApi('empty', { NUMBER_HITS_PER_DAY: '1000000', NUMBER_CHANGES_PER_DAY: '1000000' });
});

describe('entries that come to have the same number', { timeout: 180_000 }, () => {
  it('are held up and freed by the rules, in whatever order officers and the centre act', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(NUMBER_COMMANDS, { maxCommands: 25, size: '+1' }), async (commands) => {
        await fc.asyncModelRun(() => numberStart(api), commands);
      }),
      { numRuns: RUNS },
    );
  });

  it('leave figures that equal what is counted again, and chains that hold', async () => {
    expect(await recounted(api.database.url)).toEqual([]);
    const audit = await runCommand('audit', ['verify', '--all'], { DATABASE_URL: api.database.url });
    expect(audit.code).toBe(0);
    expect(await unpaired(api.database.url)).toEqual([]);
  });
});
