import fc, { type Arbitrary, type AsyncCommand } from 'fast-check';
import { above, callAssembly, cancelAssembly, found, minutes, planBody, prepare, type Above } from './body-steps.ts';
import { PEOPLE, type Land, type Office, type World } from './body-world.ts';
import { addMember, constitute, draft, fail, planCommittee, removeMember } from './committee-steps.ts';
import { close } from './count-steps.ts';
import { callElection, cancelElection, endDelegation, fill, stand, stepDown, vacate, vote } from './election-steps.ts';
import { affiliate, leave, turn } from './member-steps.ts';
import { commandOf, type Manner, type Step } from './model-step.ts';

type Command = AsyncCommand<World, Land>;

const CALLED: readonly Step[] = [planCommittee, constitute(5), planBody, prepare(0), draft(3), callAssembly(30)];
const ELECTING: readonly Step[] = [...CALLED, minutes(6, true), callElection('BOARD', -10)];
const ACTIVE: readonly Step[] = [
  ...[...ELECTING, stand(0, 'PRESIDENT'), stand(1, 'COUNSELLOR'), stand(2, 'COUNSELLOR'), vote([0, 1, 2, 3])],
  ...[close([4, 3, 2], false), found, affiliate([0, 1, 2, 3, 4, 5]), above('approveBody', -14)],
];
const COUNSELLORS = [2, 3, 4, 5].map((person) => stand(person, 'COUNSELLOR'));

/**
 * Ways from nothing to where much can happen: a whole life, a contested election of each kind, a second call, a
 * suspension; and two that end with what must be refused, statutes for a dissolved body and a board without a president.
 */
const WAYS: readonly (readonly Step[])[] = [
  [...ACTIVE, callElection('DELEGATES', -10), stand(3, 'PRESIDENT'), vote([0, 1, 2, 3]), close([2], false)],
  [...ELECTING, stand(0, 'PRESIDENT'), stand(1, 'PRESIDENT'), ...COUNSELLORS, vote([0, 1, 2, 3, 4, 5, 6])],
  [...ACTIVE, callElection('DELEGATES', -10), ...COUNSELLORS, vote([0, 1, 2, 3, 4, 5])],
  [...CALLED, minutes(2, false), callAssembly(15)],
  [...ACTIVE, above('suspendBody', -7)],
  [...CALLED, above('dissolveBody', 0), minutes(6, true)],
  [...ELECTING, ...COUNSELLORS, vote([0, 1, 2, 3]), close([3, 2, 1, 0], false), found],
];

/** The first steps of a way: often all of it. */
export const BEGUN: Arbitrary<Command[]> = fc
  .tuple(fc.constantFrom(...WAYS), fc.option(fc.nat(19), { freq: 3, nil: 99 }))
  .map(([way, count]) => way.slice(0, count).map((step) => commandOf(step, 'in turn')));

const person = fc.nat(PEOPLE - 1);
const people = fc.uniqueArray(person, { minLength: 1, maxLength: 4 });
const day = fc.constantFrom(-100, -29, -14, -7, -7, 0, 0, 0, 1);
const office = fc.constantFrom<Office>('PRESIDENT', 'COUNSELLOR', 'COUNSELLOR');
const place = fc.nat(6);
const votes = fc.array(fc.nat(4), { minLength: 1, maxLength: 4 });
const yes = fc.boolean();
const mostly = fc.constantFrom(true, true, true, false);
const kind = fc.constantFrom<'BOARD' | 'DELEGATES'>('BOARD', 'DELEGATES');
const upwards = fc.constantFrom<Above>('approveBody', 'approveBody', 'suspendBody', 'resumeBody', 'dissolveBody');

const STEPS: readonly Arbitrary<Step>[] = [
  fc.constant(planCommittee),
  fc
    .tuple(fc.constantFrom(2, 3, 5), fc.constantFrom(1, 1, 1, 0, 2))
    .map(([count, chairs]) => constitute(count, chairs)),
  person.map(addMember),
  place.map(removeMember),
  fc.constantFrom(1, 2, 3, 4).map(draft),
  mostly.map(fail),
  fc.constant(planBody),
  fc.constantFrom(0, 0, 1).map(prepare),
  fc.constantFrom(15, 30, 30, 14).map(callAssembly),
  fc.tuple(fc.constantFrom(0, 1, 2, 4, 6, 9), mostly).map(([present, adopted]) => minutes(present, adopted)),
  fc.constant(cancelAssembly),
  fc.constant(found),
  ...[1, 2, 3].map(() =>
    fc.tuple(upwards, day, fc.constantFrom(false, false, false, true)).map((given) => above(...given)),
  ),
  fc.tuple(kind, fc.constantFrom(-40, -10, 0)).map((given) => callElection(...given)),
  fc.tuple(person, office).map((given) => stand(...given)),
  place.map(stepDown),
  people.map(vote),
  ...[1, 2].map(() => fc.tuple(votes, yes).map((given) => close(...given))),
  fc.constant(cancelElection),
  place.map(vacate),
  fc.tuple(place, person).map((given) => fill(...given)),
  place.map(endDelegation),
  people.map(affiliate),
  people.map(leave),
];

const MANNERS: readonly Manner[] = [
  ...Array.from({ length: 14 }, (): Manner => 'in turn'),
  ...(['any time', 'any time', 'any time', 'any time', 'stale', 'stranger'] as const),
];

/** Any step in any manner, due or not. */
export const ANYTHING: Arbitrary<Command>[] = [
  ...STEPS.map((steps) =>
    fc.tuple(steps, fc.constantFrom(...MANNERS)).map(([step, manner]) => commandOf(step, manner)),
  ),
  person.map(turn),
];
