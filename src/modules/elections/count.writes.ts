import { sql } from 'kysely';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { today } from '../../platform/lib/dates.ts';
import { delegatesDue } from '../bodies/body.rules.ts';
import { validateDay, dayOf } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { domainError, type Violation } from '../../platform/errors/domain-error.ts';
import { bodyReference, rulesOn } from '../bodies/rule.reads.ts';
import { DELEGATE, SEAT } from '../bodies/board.reads.ts';
import { type Body } from '../bodies/body.type.ts';
import { type Seat } from '../bodies/board.type.ts';
import { returningColumns } from '../../platform/postgres/entity-mapping.ts';
import type { CloseElectionInput } from './election.input.ts';
import { CANDIDACY, candidaciesOf, ELECTION, electorsAmong, membersOf } from './election.reads.ts';
import { ELECTION_REASONS } from './election.reasons.ts';
import { isPossible, outcomeOf, termEnd } from './election.rules.ts';
import type { Candidacy, Election } from './election.type.ts';
import { lockedElection } from './election.writes.ts';

/** Candidates for the same places: of one office, or all who would be delegates. */
interface Contest {
  readonly officeId: number | null;
  readonly seats: number;
  readonly candidates: readonly Candidacy[];
}

const seatsHeld = (write: WriteTransaction, { regionId, id }: Body): Promise<Seat[]> =>
  write.rows<Seat>(sql`
    select ${returningColumns(SEAT)} from seat t where t.region_id = ${regionId} and t.body_id = ${id} order by t.id for update`);

const ruleOf = (write: WriteTransaction, { level }: Body, code: string): number | undefined =>
  rulesOn(write, level, today()).find((rule) => rule.code === code)?.value;

/** How many delegates a body may still elect. */
async function delegatesToElect(write: WriteTransaction, body: Body): Promise<number> {
  const thresholds = new Map(rulesOn(write, body.level, today()).map(({ code, value }) => [code, value]));
  const due = delegatesDue(await membersOf(write, body), thresholds);
  const [row] = await write.rows<{ sent: number }>(
    sql`select count(*)::int as sent from delegate where region_id = ${body.regionId} and body_id = ${body.id}`,
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

type Votes = ReadonlyMap<string, number>;

const idOf = ({ id }: Candidacy): string => globalId('Candidacy', Number(id));
const sumOf = (contest: Contest, votes: Votes): number =>
  contest.candidates.reduce((sum, candidacy) => sum + (votes.get(idOf(candidacy)) ?? 0), 0);

/** What is wrong with a count: each candidate once, and no more votes than can have been cast. */
function countFaults(input: CloseElectionInput, election: Election, contests: readonly Contest[]): Violations {
  const votes = new Map(input.counts.map((count) => [count.candidacyId, count.votes]));
  const standing = contests.flatMap(({ candidates }) => candidates.map(idOf));
  const missing = standing.filter((id) => !votes.has(id)).length;
  const repeated = input.counts.length - votes.size + [...votes.keys()].filter((id) => !standing.includes(id)).length;
  const faults = new Violations();
  const count = missing + repeated;
  faults.addIf(count > 0, 'input.counts', ELECTION_REASONS.COUNT_MISSING, { count });
  faults.addIf(
    input.counts.some((one) => one.votes < 0) || (input.blank ?? 0) < 0,
    'input.counts',
    COMMON.NOT_POSITIVE,
  );
  faults.addIf(election.turnout === 0, 'input.electionId', ELECTION_REASONS.NO_TURNOUT);
  for (const contest of contests) {
    const { seats } = contest;
    const { turnout } = election;
    faults.addIf(seats < 1, 'input.electionId', ELECTION_REASONS.NOTHING_TO_FILL);
    const cast = sumOf(contest, votes);
    const possible = isPossible(cast, { blank: input.blank ?? 0, turnout, seats: Math.max(seats, 1) });
    faults.addIf(!possible, 'input.counts', ELECTION_REASONS.TOO_MANY_VOTES, { votes: cast, turnout, seats });
  }
  faults.addAll(validateDay(dayOf(input.heldOn), 'input.heldOn', election.calledOn));
  return faults;
}

/** Who is elected in a contest; a tie that is not resolved is an error with the names of those who tie. */
function winnersOf(contest: Contest, input: CloseElectionInput): { winners: Candidacy[]; tie: Violation[] } {
  const votes = new Map(input.counts.map((count) => [count.candidacyId, count.votes]));
  const counted = contest.candidates.map((one) => ({ id: Number(one.id), votes: votes.get(idOf(one)) ?? 0 }));
  const { elected, tied, places } = outcomeOf(counted, contest.seats);
  const by = (ids: readonly number[]) => contest.candidates.filter(({ id }) => ids.includes(Number(id)));
  const chosen = by(tied).filter((candidacy) => input.tieResolution?.elected.includes(idOf(candidacy)));
  if (chosen.length === places) return { winners: [...by(elected), ...chosen], tie: [] };
  const names = by(tied)
    .map(({ nameAr, nameLatin }) => `${nameAr} / ${nameLatin}`)
    .join('، ');
  return {
    winners: [],
    tie: [{ path: 'input.tieResolution', reason: ELECTION_REASONS.TIE, values: { places, names } }],
  };
}

/** Who is elected may have left the electorate since standing, or have been seated as a replacement. */
async function mustBeFree(
  write: WriteTransaction,
  at: { election: Election; body: Body },
  winners: readonly Candidacy[],
) {
  const electors = await electorsAmong(
    write,
    at.body,
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
  const termEndsOn = termEnd(heldOn, ruleOf(write, body, 'TERM_YEARS') ?? 0);
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
