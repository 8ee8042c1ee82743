import { peopleCount, publicCount, type CountFigure as Count } from './disclosure.rules.ts';
import type { BodySums, PeopleSums } from './figure.measures.ts';
import type { Representation } from './representation.type.ts';

export const people = (of: Representation, name: keyof PeopleSums): Count =>
  peopleCount(of.people?.[name] ?? null, of.seesPeople);
export const bodies = (of: Representation, name: keyof BodySums): Count => publicCount(of.bodies?.[name] ?? null);

/** Bodies that were founded and are not dissolved. */
export const founded = ({ bodies: sums }: Representation): Count =>
  publicCount(sums === null ? null : sums.bodiesFoundedOnly + sums.bodiesActive + sums.bodiesSuspended);

/** Bodies that the programme counts on: planned, on the way, or founded. */
export const expected = ({ bodies: sums }: Representation): Count =>
  publicCount(
    sums === null
      ? null
      : sums.bodiesPlanned +
          sums.bodiesInPreparation +
          sums.bodiesFoundedOnly +
          sums.bodiesActive +
          sums.bodiesSuspended,
  );

// Few women in few seats could identify a person, although boards are public: the same rule holds.
export const seatsHeldByWomen = (of: Representation): Count =>
  peopleCount(of.bodies?.seatsHeldByWomen ?? null, of.seesPeople);
