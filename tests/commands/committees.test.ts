import { beforeAll, describe, expect, it } from 'vitest';
import { register } from '../story/rollout.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { dayFrom, done, inLetters, key, refusals, tried } from '../support/commands.ts';

const OFFICER = VIEWERS['regional-officer'];

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

const official = (number: number, chair = false) => ({
  ...{ capacity: 'ADMINISTRATION', nameAr: 'ممثل الإدارة', nameLatin: `Official ${inLetters(number)}`, chair },
});
const officials = (count: number) => Array.from({ length: count }, (_, index) => official(index, index === 0));

async function planned(bodyClass: string): Promise<string> {
  const input = { ...key(), territory: 'MA-FES', bodyClass };
  return (await done(api, OFFICER, { name: 'planCommittee', input })).id;
}
const constitute = (committeeId: string, members: object[]) => {
  const input = { committeeId, expectedVersion: 1, members, formedOn: dayFrom(-1) };
  return tried(api, OFFICER, { name: 'formCommittee', input });
};

describe('a preparatory committee', () => {
  it('has fifty members at most, however they come to it', async () => {
    const committeeId = await planned('VEHICLE_REPAIR');
    expect(refusals(await constitute(committeeId, officials(51)))).toEqual(['input.members: TOO_MANY']);
    expect((await constitute(committeeId, officials(49))).userErrors).toEqual([]);
    const add = (member: object) =>
      tried(api, OFFICER, { name: 'addCommitteeMember', input: { committeeId, expectedVersion: 2, member } });
    expect((await add(official(50))).userErrors).toEqual([]);
    expect(refusals(await add(official(51)))).toEqual(['input.member: TOO_MANY']);
  });

  it('tells of each artisan what is wrong, and of nobody unknown that they sit there already', async () => {
    const [artisanId = ''] = await register({ api, who: OFFICER, territory: 'MA-MEK' }, 1);
    const artisan = (id: string, chair = false) => ({ capacity: 'ARTISAN', artisanId: id, chair });
    const committeeId = await planned('HAIRDRESSING');
    const members = [artisan(artisanId, true), artisan('x'), artisan('y')];
    expect(refusals(await constitute(committeeId, members))).toEqual(
      [0, 1, 2].map((index) => `input.members[${String(index)}].artisanId: MEMBER_NOT_ELIGIBLE`),
    );
  });
});
