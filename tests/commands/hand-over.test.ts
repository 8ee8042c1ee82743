import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';
import { done, key, refusals, tried } from '../support/commands.ts';

const GIVER: Who = VIEWERS['regional-officer'];
const TAKER: Who = { role: 'regional-officer', region: 'MA-01' };

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

interface Side {
  id: string;
  version: number;
  state: string;
}

const count = async (who: Who): Promise<number> => {
  const { data } = await api.ask<{ artisans: { totalCount: number } }>(who, '{ artisans { totalCount } }');
  return data.artisans.totalCount;
};
const sides = async (who: Who, artisan: string): Promise<Side[]> => {
  const { data } = await api.ask<{ handOvers: { nodes: (Side & { nameLatin: string })[] } }>(
    who,
    '{ handOvers(first: 50) { nodes { id version state direction nameLatin } } }',
  );
  return data.handOvers.nodes.filter(({ nameLatin }) => nameLatin === artisan);
};

let people = 0;
/** A registered person of Fès, offered to Tanger under a name of their own. */
async function offered(name: string): Promise<{ artisan: { id: string; version: number }; mine: Side; theirs: Side }> {
  people += 1;
  const applied = await done<{ id: string; version: number }>(api, GIVER, {
    name: 'registerArtisan',
    input: {
      ...{ province: 'MA-FES', profession: 'VEH-01', kind: 'ARTISAN', nameAr: 'سعيد بناني', nameLatin: name },
      ...{
        nationalId: `CD${String(700_000 + people)}`,
        sex: 'MALE',
        birthDate: '1984-05-06',
        qualification: 'PRACTICE',
        ...key(),
      },
    },
    fields: 'id version',
  });
  const artisan = await done<{ id: string; version: number }>(api, GIVER, {
    name: 'acceptRegistration',
    input: { artisanId: applied.id, expectedVersion: applied.version },
    fields: 'id version',
  });
  const mine = await done<Side>(api, GIVER, {
    name: 'offerHandOver',
    input: { artisanId: artisan.id, expectedVersion: artisan.version, province: 'MA-TNG' },
    fields: 'id version state',
  });
  const [theirs] = await sides(TAKER, name);
  if (theirs === undefined) throw new Error('The receiving region does not see the offer.');
  return { artisan, mine, theirs };
}

const accept = ({ id, version }: Side, who = TAKER) =>
  tried(api, who, {
    name: 'acceptHandOver',
    input: { handOverId: id, expectedVersion: version },
    fields: 'id version state',
  });

describe('a hand-over', () => {
  it('moves the person once and leaves them in one region at every step', async () => {
    const before = [await count(GIVER), await count(TAKER)] as const;
    const { theirs } = await offered('Hand Once');
    expect([await count(GIVER), await count(TAKER)]).toEqual([before[0] + 1, before[1]]);
    await accept(theirs);
    expect([await count(GIVER), await count(TAKER)]).toEqual([before[0], before[1] + 1]);
    const seen = [...(await sides(GIVER, 'Hand Once')), ...(await sides(TAKER, 'Hand Once'))];
    expect(seen.map(({ state }) => state)).toEqual(['ACCEPTED', 'ACCEPTED']);
    expect(refusals(await accept(seen[1] as Side))).toHaveLength(1);
    expect([await count(GIVER), await count(TAKER)]).toEqual([before[0], before[1] + 1]);
  });

  it('is accepted by the receiving region only', async () => {
    const { mine, theirs } = await offered('Hand Sides');
    expect(JSON.stringify(await accept(mine, GIVER))).toContain('OTHER_SIDE');
    expect(JSON.stringify(await accept(theirs, GIVER))).toContain('NOT_FOUND');
    expect((await sides(TAKER, 'Hand Sides'))[0]?.state).toBe('OFFERED');
  });

  it('ends without a move and says why to both', async () => {
    const { theirs } = await offered('Hand Declined');
    const input = { handOverId: theirs.id, expectedVersion: theirs.version, reason: 'Dossier incomplet' };
    await done(api, TAKER, { name: 'declineHandOver', input, fields: 'id' });
    expect((await sides(GIVER, 'Hand Declined'))[0]?.state).toBe('DECLINED');
  });

  it('stays out of a province of the same region', async () => {
    const { artisan } = await offered('Hand Near');
    const input = { artisanId: artisan.id, expectedVersion: artisan.version, province: 'MA-MEK' };
    const answer = await tried(api, GIVER, { name: 'offerHandOver', input, fields: 'id' });
    expect(JSON.stringify(answer)).toContain('SAME_REGION');
  });

  it('and a striking off at the same time: exactly one of them wins', async () => {
    const { artisan, theirs } = await offered('Hand Race');
    const input = { artisanId: artisan.id, expectedVersion: artisan.version, ground: 'ON_REQUEST', reason: 'Ceased' };
    const answers = await Promise.all([
      accept(theirs),
      tried(api, GIVER, { name: 'deleteArtisan', input, fields: 'id' }),
    ]);
    expect(answers.filter(({ row }) => row !== null)).toHaveLength(1);
    await withClient(api.database.url, async (client) => {
      const { rows } = await client.query(`select register_state from artisan where name_latin = 'Hand Race'`);
      expect(rows).toHaveLength(1);
    });
  });
});
