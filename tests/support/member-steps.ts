import type { AsyncCommand } from 'fast-check';
import { BODY } from './body-steps.ts';
import { expectSame, toggle, type Land, type World } from './body-world.ts';
import { sits } from './election-steps.ts';
import { first, of, when, type Step } from './model-step.ts';

const takesMembers = ({ body }: World): boolean => ['FOUNDED', 'ACTIVE'].includes(of(body).state);
const NOT_NOW = 'input.bodyId: WRONG_STATE';
const pathOf = (index: number): string => `input.artisanIds[${String(index)}]`;

export const affiliate = (joining: readonly number[]): Step => ({
  name: 'affiliateMembers',
  on: BODY,
  input: (_world, { people }) => ({ artisanIds: joining.map((person) => people[person]?.id) }),
  why: (world) =>
    first(
      when(!takesMembers(world), NOT_NOW),
      joining.flatMap((person, index) => [
        ...when(world.suspended.has(person), `${pathOf(index)}: NOT_ELIGIBLE`),
        ...when(of(world.body).members.includes(person), `${pathOf(index)}: MEMBER_ELSEWHERE`),
      ]),
    ),
  follows: ({ body }) => {
    of(body).members.push(...joining);
  },
});

export const leave = (leaving: readonly number[]): Step => ({
  name: 'withdrawMembers',
  on: BODY,
  input: (_world, { people }) => ({ artisanIds: leaving.map((person) => people[person]?.id) }),
  why: (world) => {
    const { members, delegates } = of(world.body);
    return first(
      when(!takesMembers(world), NOT_NOW),
      leaving.flatMap((person, index) => when(!members.includes(person), `${pathOf(index)}: NO_MEMBER`)),
      leaving.flatMap((person, index) =>
        when(sits(of(world.body), person) || delegates.includes(person), `${pathOf(index)}: HOLDS_OFFICE`),
      ),
    );
  },
  follows: ({ body }) => {
    of(body).members = of(body).members.filter((person) => !leaving.includes(person));
  },
});

/** Somebody is suspended in the register, or no longer: who may elect changes under everything that goes on. */
export const turn = (person: number): AsyncCommand<World, Land> => ({
  check: () => true,
  run: async (world, land) => {
    const back = world.suspended.has(person);
    await toggle(land, { person, name: back ? 'reinstateArtisan' : 'suspendArtisan' });
    if (back) world.suspended.delete(person);
    else world.suspended.add(person);
    await expectSame(world, land);
  },
  toString: () => `suspended or not: ${String(person)}`,
});
