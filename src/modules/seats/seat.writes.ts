import { sql } from 'kysely';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { today } from '../../platform/lib/dates.ts';
import { membersOf } from '../figures/base.reads.ts';
import type { DelegateShare } from '../bodies/body.rules.ts';
import type { BodyLevel } from '../committees/committee.rules.ts';
import { validateDay, dayOf } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { parseGlobalId } from '../../platform/lib/global-id.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { bodyReference, thresholdsOn } from '../rules/rule.reads.ts';
import type { DelegateTable } from '../bodies/body.table.ts';
import { DELEGATE, SEAT } from '../bodies/board.reads.ts';
import type { Body } from '../bodies/body.type.ts';
import type { Seat, Delegate } from '../bodies/board.type.ts';
import { returningColumns } from '../../platform/postgres/entity-mapping.ts';
import { queriesOn } from '../../platform/postgres/sql.ts';
import type { CloseElectionInput, EndDelegationInput, FillSeatInput, VacateSeatInput } from './seat.input.ts';
import {
  calledSharesOf,
  electingIn,
  electingNow,
  CANDIDACY,
  candidaciesOf,
  ELECTION,
  electorsAmong,
  holdsSeat,
  sharesNow,
} from '../elections/election.reads.ts';
import { ELECTION_REASONS } from '../elections/election.reasons.ts';
import { countFaults, idOf, termEnd, winnersOf, type Contest } from './seat.rules.ts';
import type { Candidacy, Election } from '../elections/election.type.ts';
import { lockedElection } from '../elections/election.writes.ts';
import { BODY } from '../bodies/body.reads.ts';
import { SEAT_REASONS } from './seat.reasons.ts';

const db = queriesOn<typeof DelegateTable>();

const seatsHeld = (write: WriteTransaction, { regionId, id }: Body): Promise<Seat[]> =>
  write.rows<Seat>(sql`
    select ${returningColumns(SEAT)} from seat t where t.region_id = ${regionId} and t.body_id = ${id} order by t.id for update`);

const termYears = (write: WriteTransaction, { level }: Body): number =>
  thresholdsOn(write, level, today()).get('TERM_YEARS') ?? 0;

const ABOVE: Readonly<Record<string, BodyLevel>> = { PROVINCIAL: 'REGIONAL', REGIONAL: 'NATIONAL' };
const NATION = 0;

/** How many delegates a body sends: its share of the assembly above, which is fixed while an election is called there. */
async function delegatesDue(write: WriteTransaction, body: Body): Promise<number> {
  const level = ABOVE[body.level];
  if (level === undefined) return 0;
  const above = { level, regionId: level === 'NATIONAL' ? NATION : body.regionId, bodyClassId: body.bodyClassId };
  const unit = level === 'NATIONAL' ? body.regionId : body.provinceId;
  const own = (shares: readonly DelegateShare[] | null) => shares?.find((share) => share.unit === unit)?.delegates;
  const called = own(await calledSharesOf(write, above));
  if (called !== undefined) return called;
  // One that is founded and not active yet elects for the assembly in which it will be.
  const joining = body.state === 'ACTIVE' ? [] : [{ unit: unit ?? 0, members: await membersOf(write, body) }];
  return own(await sharesNow(write, above, joining)) ?? 0;
}

/** How many delegates a body may still elect. */
async function delegatesToElect(write: WriteTransaction, body: Body): Promise<number> {
  const due = await delegatesDue(write, body);
  const [row] = await write.rows(
    db
      .selectFrom('delegate')
      .select(sql<number>`count(*)::int`.as('sent'))
      .where('region_id', '=', body.regionId)
      .where('body_id', '=', Number(body.id)),
  );
  return Math.max(due - (row?.sent ?? 0), 0);
}

async function contestsOf(
  write: WriteTransaction,
  at: { election: Election; body: Body; standing: Candidacy[] },
): Promise<Contest[]> {
  const { election, body, standing } = at;
  if (election.kind === 'DELEGATES') {
    return [{ officeId: null, seats: await delegatesToElect(write, body), candidates: standing }];
  }
  const held = (await seatsHeld(write, body)).filter(({ nameAr }) => nameAr !== null);
  return bodyReference(write)
    .offices.map(({ officeId, seats }) => ({
      officeId,
      seats: seats - held.filter((seat) => seat.officeId === officeId).length,
      candidates: standing.filter((candidacy) => candidacy.officeId === officeId),
    }))
    .filter(({ candidates }) => candidates.length > 0);
}

/** Who is elected may have left the electorate since standing, or have been seated as a replacement. */
async function mustBeFree(
  write: WriteTransaction,
  at: { election: Election; body: Body },
  winners: readonly Candidacy[],
) {
  const electors = await electorsAmong(
    write,
    await electingIn(write, at.election, at.body),
    winners.map(({ artisanId }) => artisanId),
  );
  const may = new Set(electors.map(({ artisanId }) => artisanId));
  const held = at.election.kind === 'BOARD' ? await seatsHeld(write, at.body) : [];
  const seated = new Set(held.map(({ artisanId }) => artisanId));
  const faults = new Violations();
  for (const { artisanId } of winners) {
    faults.addIf(!may.has(artisanId), 'input.counts', ELECTION_REASONS.NO_ELECTOR);
    faults.addIf(seated.has(artisanId), 'input.counts', ELECTION_REASONS.ONE_SEAT);
  }
  faults.throwIfAny('CONFLICT');
}

interface Term {
  readonly electedOn: string;
  readonly termEndsOn: string;
}

const holderOf = ({ artisanRegionId, artisanId, nameAr, nameLatin, sex }: Candidacy) => ({
  ...{ artisanRegionId, artisanId, nameAr, nameLatin, sex },
});

/** Gives those elected their seats: vacant ones of the office first. */
async function seat(
  write: WriteTransaction,
  body: Body,
  { winners, term }: { winners: readonly Candidacy[]; term: Term },
): Promise<void> {
  const vacant = (await seatsHeld(write, body)).filter(({ nameAr }) => nameAr === null);
  const { regionId, provinceId, id: bodyId } = body;
  for (const winner of winners) {
    const index = vacant.findIndex(({ officeId }) => officeId === winner.officeId);
    const [free] = index < 0 ? [] : vacant.splice(index, 1);
    const held = { ...holderOf(winner), ...term };
    if (free !== undefined) await write.update(SEAT, free, held);
    else await write.insert(SEAT, { regionId, provinceId, bodyId, officeId: winner.officeId, ...held });
  }
}

/** Counts an election and gives those elected their seats; a tie is refused until it is resolved. */
export async function closeElection(write: WriteTransaction, input: CloseElectionInput): Promise<Election> {
  const { election, state, body } = await lockedElection(write, input, 'close');
  const all = await write.loader(candidaciesOf).load(election);
  const standing = all.filter(({ withdrawnOn }) => withdrawnOn === null);
  const contests = await contestsOf(write, { election, body, standing });
  countFaults(input, election, contests).throwIfAny();
  const results = contests.map((contest) => winnersOf(contest, input));
  const ties = results.flatMap(({ tie }) => tie);
  if (ties.length > 0) throw domainError('CONFLICT', ties);
  const winners = results.flatMap((result) => result.winners);
  await mustBeFree(write, { election, body }, winners);
  const heldOn = dayOf(input.heldOn);
  const termEndsOn = termEnd(heldOn, termYears(write, body));
  const votes = new Map(input.counts.map((count) => [count.candidacyId, count.votes]));
  for (const candidacy of standing) {
    await write.update(CANDIDACY, candidacy, {
      votes: votes.get(idOf(candidacy)),
      elected: winners.includes(candidacy),
    });
  }
  const term = { electedOn: heldOn, termEndsOn };
  if (election.kind === 'BOARD') await seat(write, body, { winners, term });
  else await send(write, body, { winners, term });
  return write.update(ELECTION, election, { state, heldOn, blank: input.blank ?? 0, termEndsOn });
}

async function send(
  write: WriteTransaction,
  body: Body,
  { winners, term }: { winners: readonly Candidacy[]; term: Term },
): Promise<void> {
  const { regionId, provinceId, id: bodyId } = body;
  for (const winner of winners)
    await write.insert(DELEGATE, { regionId, provinceId, bodyId, ...holderOf(winner), ...term });
}

const PATH = 'input.seatId';
const VACANT = { artisanRegionId: null, artisanId: null, nameAr: null, nameLatin: null, sex: null };

/** A seat becomes vacant; its term goes on for whoever replaces the holder. */
export async function vacateSeat(write: WriteTransaction, input: VacateSeatInput): Promise<Seat> {
  const { seatId, expectedVersion } = input;
  const seat = await write.lock(SEAT, seatId, { path: PATH, expectedVersion });
  if (seat.isVacant) throw domainError('CONFLICT', { path: PATH, reason: SEAT_REASONS.SEAT_VACANT });
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
  const [person] = await electorsAmong(write, await electingNow(write, body), [id]);
  const faults = new Violations();
  faults.addAll(validateDay(electedOn, 'input.effectiveOn'));
  faults.addIf(person === undefined, 'input.artisanId', ELECTION_REASONS.NO_ELECTOR);
  faults.throwIfAny();
  faults.addIf(!seat.isVacant, PATH, SEAT_REASONS.SEAT_HELD);
  faults.addIf(await holdsSeat(write, body, id), 'input.artisanId', ELECTION_REASONS.ONE_SEAT);
  faults.throwIfAny('CONFLICT');
  const runs = seat.termEndsOn !== null && seat.termEndsOn > electedOn;
  const termEndsOn = runs ? seat.termEndsOn : termEnd(electedOn, termYears(write, body));
  return write.update(SEAT, seat, { ...person, electedOn, termEndsOn });
}

/** A delegation ends before its term: the body sends one fewer until it elects another. */
export async function endDelegation(write: WriteTransaction, input: EndDelegationInput): Promise<Delegate> {
  const { delegateId, expectedVersion } = input;
  const delegate = await write.lock(DELEGATE, delegateId, { path: 'input.delegateId', expectedVersion });
  await write.remove(DELEGATE, delegate);
  return delegate;
}
