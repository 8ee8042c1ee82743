import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runOn } from '../../src/database/gateway.ts';
import { withClient } from '../../src/database/open.ts';
import { differencesIn } from '../../src/domain/representation/index.ts';
import { runCommand } from '../support/command.ts';
import { testApi, type Api } from '../support/api.ts';
import { asRole } from '../support/database.ts';
import { applicant, commandOf, STEPS } from '../support/entry-model.ts';

const RUNS = Number(process.env['MODEL_RUNS'] ?? 25);
const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

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
    const sight = { role: 'hiraf_capture', records: ALL, capture: ALL } as const;
    const differences = await asRole(api.database.url, sight, (client) =>
      differencesIn((statement) => runOn(client, statement)),
    );
    expect(differences).toEqual([]);
    const audit = await runCommand('audit', ['verify', '--all'], { DATABASE_URL: api.database.url });
    expect(audit.code).toBe(0);
    expect(audit.said).toMatch(/^MA-03: \d+ entries hold/m);
    const { rows } = await withClient(api.database.url, (client) =>
      client.query(`select 1 from audit_entry a full join outbox_event o using (region_id, seq)
        where (a.seq is null or o.seq is null) and coalesce(a.action, '') <> 'READ_IDENTITY'`),
    );
    expect(rows).toEqual([]);
  });
});
