import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { today } from '../../platform/lib/dates.ts';
import { validateDay, dayOf } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { parseGlobalId } from '../../platform/lib/global-id.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { BODY } from '../bodies/body.reads.ts';
import { DELEGATE, SEAT } from '../bodies/board.reads.ts';
import { rulesOn } from '../bodies/rule.reads.ts';
import { type Delegate, type Seat } from '../bodies/board.type.ts';
import type { EndDelegationInput, FillSeatInput, VacateSeatInput } from './election.input.ts';
import { ELECTION_REASONS } from './election.reasons.ts';
import { termEnd } from './election.rules.ts';
import { electorsAmong, holdsSeat } from './election.reads.ts';

const PATH = 'input.seatId';
const VACANT = { artisanRegionId: null, artisanId: null, nameAr: null, nameLatin: null, sex: null };

/** A seat becomes vacant; its term goes on for whoever replaces the holder. */
export async function vacateSeat(write: WriteTransaction, input: VacateSeatInput): Promise<Seat> {
  const { seatId, expectedVersion } = input;
  const seat = await write.lock(SEAT, seatId, { path: PATH, expectedVersion });
  if (seat.isVacant) throw domainError('CONFLICT', { path: PATH, reason: ELECTION_REASONS.SEAT_VACANT });
  return write.update(SEAT, seat, { ...VACANT, electedOn: null });
}

/** A replacement holds a seat for the rest of its term, or a new one where none runs. */
export async function fillSeat(write: WriteTransaction, input: FillSeatInput): Promise<Seat> {
  const { seatId, expectedVersion, artisanId } = input;
  const seat = await write.lock(SEAT, seatId, { path: PATH, expectedVersion });
  const body = await write.lockById(BODY, seat.bodyId, { path: PATH, regionId: seat.regionId });
  const electedOn = dayOf(input.effectiveOn);
  const named = parseGlobalId(artisanId);
  const id = named?.type === 'Artisan' ? named.id : -1;
  const [person] = await electorsAmong(write, body, [id]);
  const faults = new Violations();
  faults.addAll(validateDay(electedOn, 'input.effectiveOn'));
  faults.addIf(person === undefined, 'input.artisanId', ELECTION_REASONS.NO_ELECTOR);
  faults.throwIfAny();
  faults.addIf(!seat.isVacant, PATH, ELECTION_REASONS.SEAT_HELD);
  faults.addIf(await holdsSeat(write, body, id), 'input.artisanId', ELECTION_REASONS.ONE_SEAT);
  faults.throwIfAny('CONFLICT');
  const years = rulesOn(write, body.level, today()).find(({ code }) => code === 'TERM_YEARS')?.value ?? 0;
  const runs = seat.termEndsOn !== null && seat.termEndsOn > electedOn;
  const termEndsOn = runs ? seat.termEndsOn : termEnd(electedOn, years);
  return write.update(SEAT, seat, { ...person, electedOn, termEndsOn });
}

/** A delegation ends before its term: the body sends one fewer until it elects another. */
export async function endDelegation(write: WriteTransaction, input: EndDelegationInput): Promise<Delegate> {
  const { delegateId, expectedVersion } = input;
  const delegate = await write.lock(DELEGATE, delegateId, { path: 'input.delegateId', expectedVersion });
  await write.remove(DELEGATE, delegate);
  return delegate;
}
