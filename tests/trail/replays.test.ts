import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';
import { done, refusals, tried, type Command } from '../support/commands.ts';
import { application } from './people.ts';

const REGIONAL = VIEWERS['regional-officer'];
const OF_FES = VIEWERS['provincial-officer'];
/** The same subject with a token of another province of the region. */
const OF_MEKNES: Who = { role: 'provincial-officer', province: 'MA-MEK' };

interface Person {
  id: string;
  version: number;
  nameLatin: string;
  phone: string | null;
}
const FIELDS = 'id version nameLatin phone';

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

let numbers = 900_000;
const registration = (more: object = {}): Command => {
  numbers += 1;
  return { name: 'registerArtisan', input: application(numbers, more), fields: FIELDS };
};
const change = (name: string, { id, version }: Pick<Person, 'id' | 'version'>, more: object): Command => ({
  ...{ name, fields: FIELDS },
  input: { artisanId: id, expectedVersion: version, idempotencyKey: `${name}-${id}`, ...more },
});

describe('a repeat under the same key', () => {
  it('shows the thing as it is now', async () => {
    const command = registration();
    const person = await done<Person>(api, OF_FES, command);
    await done(api, OF_FES, change('correctArtisan', person, { phone: '+212611111111' }));
    const again = await tried<Person>(api, OF_FES, command);
    expect(again.row).toEqual({ ...person, version: 2, phone: '+212611111111' });
    expect(again.replayed).toBe(true);
  });

  it('shows no person to the same subject with a token of another province', async () => {
    const command = registration({ phone: '+212622222222' });
    const person = await done<Person>(api, OF_FES, command);
    const correction = change('correctArtisan', person, { nameLatin: 'Fatima Bennis' });
    await done(api, OF_FES, correction);
    const [again, corrected] = [await tried(api, OF_MEKNES, command), await tried(api, OF_MEKNES, correction)];
    expect(refusals(again)).toEqual(['input.province: OUT_OF_REACH']);
    expect(refusals(corrected)[0]).toMatch(/: (OUT_OF_REACH|NOT_FOUND)$/);
    expect([again.replayed, corrected.replayed]).toEqual([false, false]);
    expect(JSON.stringify([again, corrected])).not.toMatch(/212622222222|Fatima|Alaoui/);
  });

  it('shows no person who has left the province since', async () => {
    const command = registration();
    const person = await done<Person>(api, OF_FES, command);
    await done(api, REGIONAL, change('moveArtisan', person, { province: 'MA-MEK' }));
    const again = await tried(api, OF_FES, command);
    expect(refusals(again)).toEqual(['input.idempotencyKey: NOT_FOUND']);
    expect(again.replayed).toBe(false);
    expect((await tried(api, REGIONAL, { ...command })).userErrors).toEqual([]);
  });

  it('says nothing of keys to those who may not ask', async () => {
    const command = registration();
    await done(api, OF_FES, command);
    const other = { ...command, input: { ...command.input, nameLatin: 'Somebody Else' } };
    expect(refusals(await tried(api, OF_FES, other))).toEqual(['input.idempotencyKey: KEY_REUSED']);
    expect(refusals(await tried(api, OF_MEKNES, other))).toEqual(['input.province: OUT_OF_REACH']);
    const person = await done<Person>(api, OF_FES, registration());
    const { idempotencyKey } = command.input as { idempotencyKey: string };
    const correction = change('correctArtisan', person, { idempotencyKey });
    expect(refusals(await tried(api, OF_FES, correction))).toEqual(['input.idempotencyKey: KEY_REUSED']);
    expect(refusals(await tried(api, OF_MEKNES, correction))).toEqual(['input.artisanId: NOT_FOUND']);
  });

  it('is answered even where the first has removed what it named', async () => {
    const query = `{ bodies(first: 40, filter: { territory: "MA-03", levels: [PROVINCIAL] }) { nodes {
        delegates { id version nameLatin } } }
      committees(first: 40, filter: { territory: "MA-03" }) { nodes { id state members { nodes { id version chair } } } } }`;
    const { data } = await api.ask<{
      bodies: { nodes: { delegates: { id: string; version: number }[] }[] };
      committees: {
        nodes: { id: string; state: string; members: { nodes: { id: string; version: number; chair: boolean }[] } }[];
      };
    }>(REGIONAL, query);
    const [delegate] = data.bodies.nodes.flatMap(({ delegates }) => delegates);
    const formed = data.committees.nodes.filter(({ state }) => state === 'FORMED');
    const [member] = formed.flatMap(({ members }) => members.nodes.filter(({ chair }) => !chair));
    const ended = {
      ...{ name: 'endDelegation', fields: 'id nameLatin' },
      input: { delegateId: delegate?.id, expectedVersion: delegate?.version, idempotencyKey: 'end-delegation-1' },
    };
    const removed = {
      ...{ name: 'removeCommitteeMember', fields: 'id' },
      input: { memberId: member?.id, expectedVersion: member?.version, idempotencyKey: 'remove-member-1' },
    };
    for (const command of [ended, removed]) {
      const first = await done(api, REGIONAL, command);
      const again = await tried(api, REGIONAL, command);
      expect(again.row, command.name).toEqual(first);
      expect(again.replayed, command.name).toBe(true);
      const elsewhere = await tried(api, { role: 'provincial-officer', province: 'MA-BOM' }, command);
      expect(refusals(elsewhere)[0], command.name).toMatch(/: (OUT_OF_REACH|NOT_FOUND)$/);
    }
  });

  it('keeps nothing of a person in the meantime', async () => {
    const command = registration({ phone: '+212633333333' });
    await done(api, OF_FES, command);
    const { idempotencyKey } = command.input as { idempotencyKey: string };
    const kept = await withClient(api.database.url, async (client) => {
      const { rows } = await client.query<object>('select * from idempotency_key where key = $1', [idempotencyKey]);
      return rows;
    });
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toMatch(/Alaoui|العلوي|CD9|1988|2126/);
  });
});

describe('a request under a new key', () => {
  it('costs the look-up of the key, its own two statements and the two of the audit log', async () => {
    api.statements();
    await done(api, OF_FES, { ...registration(), fields: 'id version' });
    expect(api.statements()).toEqual([
      expect.stringContaining('from "idempotency_key"'),
      expect.stringContaining('app.namesakes'),
      expect.stringContaining('insert into "artisan"'),
      expect.stringContaining('insert into "idempotency_key"'),
      expect.stringContaining('insert into audit_entry'),
    ]);
  });
});
