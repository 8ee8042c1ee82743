import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { runCommand } from '../support/command.ts';
import { testApi, type Api } from '../support/api.ts';
import { applicant, commandOf, STEPS } from '../support/entry-model.ts';
import { recounted, unpaired } from '../support/recount.ts';

const RUNS = Number(process.env['MODEL_RUNS'] ?? 25);

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

describe('an entry of the register', { timeout: 120_000 }, () => {
  it('follows the law whatever is tried, in whatever order, by whichever region', async () => {
    const steps = fc.commands(
      STEPS.map((step) => fc.constant(commandOf(step))),
      { maxCommands: 30 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (commands) => {
        // What the run before left open would be found by this one.
        await withClient(api.database.url, (client) =>
          client.query(`update hand_over set state = 'WITHDRAWN', decided_on = offered_on where state = 'OFFERED'`),
        );
        const start = await applicant(api);
        await fc.asyncModelRun(() => start, commands);
      }),
      { numRuns: RUNS },
    );
  });

  it('leaves figures that equal what is counted anew, and chains that hold', async () => {
    expect(await recounted(api.database.url)).toEqual([]);
    const audit = await runCommand('audit', ['verify', '--all'], { DATABASE_URL: api.database.url });
    expect(audit.code).toBe(0);
    expect(audit.said).toMatch(/^MA-03: \d+ entries hold/m);
    expect(await unpaired(api.database.url)).toEqual([]);
  });
});
