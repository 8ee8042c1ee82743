import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { ownerEverywhere } from '../support/database.ts';

let api: Api;
let owner: pg.Client;
beforeAll(async () => {
  api = await testApi('demo');
  owner = await ownerEverywhere(api.database.url);
});

interface Rate {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: string;
}

const ask = async (place: string, cut: string, field: string): Promise<Rate> => {
  const query = `{ place: ${place} { representation${cut} { rate: ${field} { numerator denominator status } } } }`;
  const { data } = await api.ask<{ place: { representation: { rate: Rate } } }>(VIEWERS['central-service'], query);
  return data.place.representation.rate;
};

/** The members and the delegates of the provincial bodies that have delegates, body by body. */
async function counted(where: string): Promise<{ members: number; delegates: number }> {
  const { rows } = await owner.query<{ members: number; delegates: number }>(`
    select coalesce(sum(x.members), 0)::int as members, coalesce(sum(x.delegates), 0)::int as delegates from (
      select (select count(*) from artisan a where a.region_id = b.region_id and a.body_id = b.id) as members,
        (select count(*) from delegate d where d.region_id = b.region_id and d.body_id = b.id) as delegates
      from body b join body_class k on k.id = b.body_class_id where b.level = 'PROVINCIAL' and ${where}
    ) x where x.delegates > 0`);
  return rows[0] ?? { members: 0, delegates: 0 };
}

describe('members for each delegate', () => {
  it.each([
    ['nation', '', 'true'],
    ['region(code: "MA-03")', '', 'b.region_id = 3'],
    ['nation', '(bodyClass: "HAIRDRESSING")', `k.code = 'HAIRDRESSING'`],
    ['region(code: "MA-06")', '(bodyClass: "VEHICLE_REPAIR")', `b.region_id = 6 and k.code = 'VEHICLE_REPAIR'`],
  ])('are those of the bodies that have delegates: %s%s', async (place, cut, where) => {
    const { members, delegates } = await counted(where);
    const rate = await ask(place, cut, 'membersPerDelegate');
    expect(rate).toEqual({ numerator: members, denominator: delegates, status: delegates > 0 ? 'KNOWN' : 'UNKNOWN' });
  });

  it('leave out members whose body has sent nobody', async () => {
    const query = '{ nation { representation { members { value } } } }';
    const { data } = await api.ask<{ nation: { representation: { members: { value: number } } } }>(
      VIEWERS['central-service'],
      query,
    );
    const { numerator } = await ask('nation', '', 'membersPerDelegate');
    expect(numerator).toBeLessThan(data.nation.representation.members.value);
  });

  it('do not apply to national bodies, nor to a cut of people', async () => {
    expect((await ask('nation', '(level: NATIONAL)', 'membersPerDelegate')).status).toBe('NOT_APPLICABLE');
    expect((await ask('nation', '(sex: FEMALE)', 'membersPerDelegate')).status).toBe('NOT_APPLICABLE');
  });
});

describe('malapportionment', () => {
  it('is of one class: two classes send their delegates to two assemblies', async () => {
    expect((await ask('region(code: "MA-03")', '', 'malapportionment')).status).toBe('NOT_APPLICABLE');
    expect((await ask('region(code: "MA-03")', '(bodyClass: "VEHICLE_REPAIR")', 'malapportionment')).status).toBe(
      'KNOWN',
    );
  });
});
