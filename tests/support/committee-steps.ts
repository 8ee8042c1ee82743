import { type CommitteeWorld, type Land, type World } from './body-world.ts';
import { dayFrom } from './commands.ts';
import { first, of, when, type Named, type Step } from './model-step.ts';

const COMMITTEE: Named = {
  field: 'committeeId',
  there: ({ committee }) => committee !== null,
  row: ({ committee }) => committee,
};
const WRONG = 'input.committeeId: WRONG_STATE';

/** The committee that prepares a body; null where none stands. */
export const standing = ({ committee }: World): CommitteeWorld | null =>
  committee === null || ['DISCHARGED', 'FAILED'].includes(committee.state) ? null : committee;
export const isSeated = (committee: CommitteeWorld | null): boolean =>
  committee?.state === 'FORMED' || committee?.state === 'STATUTES_DRAFTED';

const memberOf = (person: number, people: Land['people'], chair = false) => ({
  ...{ capacity: 'ARTISAN', artisanId: people[person]?.id, chair },
});

export const planCommittee: Step = {
  name: 'planCommittee',
  on: null,
  makes: true,
  why: (world) => when(standing(world) !== null, 'input.bodyClass: COMMITTEE_EXISTS'),
  follows: (world) => {
    world.committee = { state: 'PLANNED', version: 1, members: [] };
  },
};

/** The first so many people form a committee, with one chair or another number of them. */
export const constitute = (count: number, chairs = 1): Step => ({
  name: 'formCommittee',
  on: COMMITTEE,
  input: (_world, { people }) => ({
    formedOn: dayFrom(-120),
    members: Array.from({ length: count }, (_, person) => memberOf(person, people, person < chairs)),
  }),
  why: ({ committee, suspended }) =>
    first(
      when(committee?.state !== 'PLANNED', WRONG),
      when(Math.min(chairs, count) !== 1, 'input.members: ONE_CHAIR'),
      Array.from({ length: count }, (_, person) => person)
        .filter((person) => suspended.has(person))
        .map((person) => `input.members[${String(person)}].artisanId: MEMBER_NOT_ELIGIBLE`),
    ),
  follows: ({ committee }) => {
    const members = Array.from({ length: count }, (_, person) => person);
    Object.assign(of(committee), { state: 'FORMED', version: 2, members });
  },
});

export const addMember = (person: number): Step => ({
  name: 'addCommitteeMember',
  on: COMMITTEE,
  input: (_world, { people }) => ({ member: memberOf(person, people) }),
  why: ({ committee, suspended }) =>
    first(when(!isSeated(committee), WRONG), [
      ...when(suspended.has(person), 'input.member.artisanId: MEMBER_NOT_ELIGIBLE'),
      ...when(of(committee).members.includes(person), 'input.member.artisanId: MEMBER_REPEATED'),
    ]),
  follows: ({ committee }) => {
    of(committee).members.push(person);
  },
});

/** The member at a place leaves; the chair holds the first. */
export const removeMember = (place: number): Step => {
  const leaving = ({ members }: CommitteeWorld): number => of(members[place % members.length]);
  return {
    name: 'removeCommitteeMember',
    on: {
      field: 'memberId',
      there: ({ committee }) => (committee?.members.length ?? 0) > 0,
      row: (land, { committee }) => {
        const id = land.people[leaving(of(committee))]?.id;
        return land.committee?.members.nodes.find(({ artisan }) => artisan.id === id);
      },
    },
    why: ({ committee }) =>
      first(
        when(!isSeated(committee), 'input.memberId: WRONG_STATE'),
        when(place % of(committee).members.length === 0, 'input.memberId: ONE_CHAIR'),
      ),
    follows: ({ committee }) => {
      of(committee).members.splice(place % of(committee).members.length, 1);
    },
  };
};

export const draft = (present: number): Step => ({
  name: 'draftStatutes',
  on: COMMITTEE,
  input: { present, draftedOn: dayFrom(-90) },
  why: ({ committee }) => {
    const { state, members } = of(committee);
    const quorate = present >= members.length / 2 && present <= members.length;
    return first(when(state !== 'FORMED', WRONG), when(!quorate, 'input.present: COMMITTEE_QUORUM'));
  },
  follows: ({ committee }) => {
    of(committee).state = 'STATUTES_DRAFTED';
    of(committee).version += 1;
  },
});

/** A committee fails where it gives up; no mandate was set that could end. */
export const fail = (givenUp: boolean): Step => ({
  name: 'failCommittee',
  on: COMMITTEE,
  input: { givenUp },
  why: (world) => first(when(standing(world) === null, WRONG), when(!givenUp, 'input.committeeId: MANDATE_RUNS')),
  follows: ({ committee }) => {
    of(committee).state = 'FAILED';
    of(committee).version += 1;
  },
});
