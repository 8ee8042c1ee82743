import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { done, key, refusals, tried } from '../support/commands.ts';

const OFFICER = VIEWERS['regional-officer'];
let api: Api;
let bodyId: string;
let voters: string[];

interface Found {
  bodies: {
    nodes: { id: string; seats: { id: string; version: number; isVacant: boolean; office: { code: string } }[] }[];
  };
}
const BODIES =
  '{ bodies(filter: { levels: [PROVINCIAL], states: [ACTIVE], bodyClass: "VEHICLE_REPAIR", territory: "MA-FES" }, first: 1) { nodes { id seats { id version isVacant office { code } } } } }';

beforeAll(async () => {
  api = await testApi('demo');
  const { data } = await api.ask<Found>(OFFICER, BODIES);
  bodyId = data.bodies.nodes[0]?.id ?? '';
  const members = await api.ask<{ body: { members: { nodes: { id: string }[] } } }>(
    OFFICER,
    '{ body(bodyClass: "VEHICLE_REPAIR", territory: "MA-FES") { members(first: 40) { nodes { id } } } }',
  );
  voters = members.data.body.members.nodes.map(({ id }) => id);
});

const attempt = (name: string, input: object, fields?: string) =>
  tried(api, OFFICER, { name, input, ...(fields === undefined ? {} : { fields }) });
const seatsNow = async () => (await api.ask<Found>(OFFICER, BODIES)).data.bodies.nodes[0]?.seats ?? [];

describe('an election of a board', () => {
  it('fills a vacant seat with who has the most votes, and seats nobody twice', async () => {
    const [president] = (await seatsNow()).filter(({ office }) => office.code === 'PRESIDENT');
    await done(api, OFFICER, {
      name: 'vacateSeat',
      input: { seatId: president?.id, expectedVersion: president?.version },
    });
    const election = await done(api, OFFICER, { name: 'callElection', input: { ...key(), bodyId, kind: 'BOARD' } });
    const again = await attempt('callElection', { ...key(), bodyId, kind: 'BOARD' });
    expect(refusals(again)).toEqual(['input.bodyId: ELECTION_PENDING']);
    const stand = (artisanId: string | undefined) =>
      attempt('addCandidacy', { ...key(), electionId: election.id, artisanId, office: 'PRESIDENT' });
    const candidates = [(await stand(voters[20])).row, (await stand(voters[21])).row];
    expect(refusals(await stand(voters[20]))).toEqual(['input.artisanId: STANDS_ALREADY']);
    expect(refusals(await stand('x'))).toEqual(['input.artisanId: NO_ELECTOR']);
    const roll = (artisanIds: string[], expectedVersion: number) =>
      attempt('recordVoters', { electionId: election.id, expectedVersion, artisanIds }, 'turnout');
    expect((await roll(voters.slice(0, 20), 1)).row).toEqual({ turnout: 20 });
    expect(refusals(await roll(voters.slice(19, 21), 2))).toEqual(['input.artisanIds[0]: VOTED_ALREADY']);
    const close = (votes: number[], more: object = {}) =>
      attempt(
        'closeElection',
        {
          ...{
            electionId: election.id,
            expectedVersion: 2,
            counts: votes.map((count, index) => ({ candidacyId: candidates[index]?.id, votes: count })),
          },
          ...more,
        },
        'state turnout',
      );
    expect(refusals(await close([15, 6]))).toEqual(['input.counts: TOO_MANY_VOTES']);
    expect(refusals(await close([15]))).toEqual(['input.counts: COUNT_MISSING']);
    expect(refusals(await close([10, 10]))).toEqual(['input.tieResolution: TIE']);
    const resolved = { tieResolution: { method: 'LOT', elected: [candidates[1]?.id] } };
    const answers = await Promise.all([close([10, 10], resolved), close([10, 10], resolved)]);
    expect(answers.filter(({ row }) => row !== null)).toHaveLength(1);
    expect(answers.flatMap(refusals)).toEqual(['input.expectedVersion: STALE_VERSION']);
    const seats = await seatsNow();
    expect(seats.filter(({ office, isVacant }) => office.code === 'PRESIDENT' && !isVacant)).toHaveLength(1);
    expect(seats).toHaveLength(10);
  });

  it('lets a replacement hold a vacant seat, who holds none', async () => {
    const [first, second] = await seatsNow();
    await done(api, OFFICER, { name: 'vacateSeat', input: { seatId: second?.id, expectedVersion: second?.version } });
    const fill = (artisanId: string | undefined, seat = second) =>
      attempt(
        'fillSeat',
        { seatId: seat?.id, expectedVersion: (seat?.version ?? 0) + (seat === second ? 1 : 0), artisanId },
        'isVacant',
      );
    expect(refusals(await fill(voters[21]))).toEqual(['input.artisanId: ONE_SEAT']);
    expect(refusals(await fill(voters[30], first))).toEqual(['input.seatId: SEAT_HELD']);
    expect((await fill(voters[30])).row).toEqual({ isVacant: false });
  });
});
