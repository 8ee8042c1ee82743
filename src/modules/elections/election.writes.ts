import { sql } from 'kysely';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { anyOf, queriesOn } from '../../platform/postgres/sql.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { today } from '../../platform/lib/dates.ts';
import { validateDay, dayOf } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { parseGlobalId } from '../../platform/lib/global-id.ts';
import { requireTransition } from '../../platform/errors/state-machine.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { BODY } from '../bodies/body.reads.ts';
import { bodyReference } from '../rules/rule.reads.ts';
import { type Body } from '../bodies/body.type.ts';
import type { BallotTable, CandidacyTable, ElectionTable } from './election.table.ts';
import type {
  AddCandidacyInput,
  CallElectionInput,
  CancelElectionInput,
  RecordVotersInput,
  WithdrawCandidacyInput,
} from './election.input.ts';
import {
  CANDIDACY,
  ELECTION,
  electorCountOf,
  electorsAmong,
  holdsSeat,
  type Electing,
  electingIn,
  isDelegate,
  electingNow,
} from './election.reads.ts';
import { ELECTION_REASONS } from './election.reasons.ts';
import { ELECTION_LIFE, type ElectionEvent, type ElectionKind } from './election.rules.ts';
import type { Candidacy, Election } from './election.type.ts';

const db = queriesOn<typeof BallotTable | typeof CandidacyTable | typeof ElectionTable>();

const PATH = 'input.electionId';
const VOTERS_AT_MOST = 500;
/** The founding assembly elects a board before the body is founded; delegates follow when it is active. */
const HOLDING: Readonly<Record<ElectionKind, readonly Body['state'][]>> = {
  BOARD: ['IN_PREPARATION', 'FOUNDED', 'ACTIVE'],
  DELEGATES: ['FOUNDED', 'ACTIVE'],
};

const pendingElection = ({ regionId, id }: Body, kind: ElectionKind) =>
  db
    .selectFrom('election')
    .select('id')
    .where('region_id', '=', regionId)
    .where('body_id', '=', Number(id))
    .where('kind', '=', kind)
    .where('state', '=', 'CALLED');

/** How many may vote: above the province as many delegates as are due, whoever is elected by then. */
const electorsOf = (write: WriteTransaction, electing: Electing): Promise<number> | number =>
  electing.shares?.reduce((sum, { delegates }) => sum + delegates, 0) ?? electorCountOf(write, electing);

export async function callElection(write: WriteTransaction, input: CallElectionInput): Promise<Election> {
  const { kind } = input;
  const path = 'input.bodyId';
  const body = await write.lock(BODY, input.bodyId, { path });
  const calledOn = dayOf(input.calledOn);
  const faults = new Violations();
  faults.addAll(validateDay(calledOn, 'input.calledOn', kind === 'DELEGATES' ? body.foundedOn : null));
  faults.throwIfAny();
  const holds = HOLDING[kind].includes(body.state);
  faults.addIf(!holds, path, ELECTION_REASONS.NOT_ELECTING, { state: body.state });
  faults.addIf(kind === 'DELEGATES' && body.level === 'NATIONAL', 'input.kind', ELECTION_REASONS.NO_DELEGATES_ABOVE);
  const pending = await write.rows(pendingElection(body, kind));
  faults.addIf(pending.length > 0, path, ELECTION_REASONS.ELECTION_PENDING);
  faults.throwIfAny('CONFLICT');
  const { regionId, provinceId, id: bodyId } = body;
  const electing = await electingNow(write, body);
  const electors = await electorsOf(write, electing);
  const called = { regionId, provinceId, bodyId, kind, state: 'CALLED', calledOn, electors };
  const { shares } = electing;
  return write.insert(ELECTION, shares === null ? called : { ...called, shares: JSON.stringify(shares) });
}

interface Named {
  readonly electionId: string;
  readonly expectedVersion?: number;
}

/** Locks an election to which something is about to happen, with its body; only calling it off needs no body that elects. */
export async function lockedElection(
  write: WriteTransaction,
  { electionId, expectedVersion }: Named,
  event: ElectionEvent,
) {
  const election = await write.lock(ELECTION, electionId, { path: PATH, expectedVersion });
  const state = requireTransition(ELECTION_LIFE, { state: election.state, event, path: PATH });
  const body = await write.lockById(BODY, election.bodyId, { path: PATH, regionId: election.regionId });
  if (event !== 'cancel' && !HOLDING[election.kind].includes(body.state)) {
    const values = { state: body.state };
    throw domainError('CONFLICT', { path: PATH, reason: ELECTION_REASONS.NOT_ELECTING, values });
  }
  return { election, state, body };
}

const numberOf = (globalId: string): number => {
  const named = parseGlobalId(globalId);
  return named?.type === 'Artisan' ? named.id : -1;
};

/** The office that is stood for: needed for a board, and out of place for delegates. */
function officeOf(write: WriteTransaction, { kind }: Election, code: string | null | undefined): number | null {
  const office = bodyReference(write).offices.find((one) => one.code === code);
  const wrong = kind === 'BOARD' ? office === undefined : code != null;
  if (wrong) throw domainError('BAD_USER_INPUT', { path: 'input.office', reason: ELECTION_REASONS.OFFICE_NEEDED });
  return office?.officeId ?? null;
}

export async function addCandidacy(write: WriteTransaction, input: AddCandidacyInput): Promise<Candidacy> {
  const { election, body } = await lockedElection(write, { electionId: input.electionId }, 'change');
  const officeId = officeOf(write, election, input.office);
  const path = 'input.artisanId';
  const id = numberOf(input.artisanId);
  const [person] = await electorsAmong(write, await electingIn(write, election, body), [id]);
  if (person === undefined) throw domainError('BAD_USER_INPUT', { path, reason: ELECTION_REASONS.NO_ELECTOR });
  const { regionId, provinceId, id: electionId, kind } = election;
  const standing = await write.rows(
    db
      .selectFrom('candidacy')
      .select('id')
      .where('region_id', '=', regionId)
      .where('election_id', '=', Number(electionId))
      .where('artisan_id', '=', id),
  );
  const faults = new Violations();
  faults.addIf(standing.length > 0, path, ELECTION_REASONS.STANDS_ALREADY);
  if (kind === 'BOARD') faults.addIf(await holdsSeat(write, body, id), path, ELECTION_REASONS.ONE_SEAT);
  else faults.addIf(await isDelegate(write, body, id), path, ELECTION_REASONS.ONE_DELEGATION);
  faults.throwIfAny('CONFLICT');
  return write.insert(CANDIDACY, { regionId, provinceId, electionId, officeId, ...person });
}

export async function withdrawCandidacy(write: WriteTransaction, input: WithdrawCandidacyInput): Promise<Candidacy> {
  const { candidacyId, expectedVersion } = input;
  const path = 'input.candidacyId';
  const candidacy = await write.lock(CANDIDACY, candidacyId, { path, expectedVersion });
  const election = await write.lockById(ELECTION, candidacy.electionId, { path, regionId: candidacy.regionId });
  requireTransition(ELECTION_LIFE, { state: election.state, event: 'change', path });
  const { withdrawnOn: day } = candidacy;
  if (day !== null) throw domainError('CONFLICT', { path, reason: ELECTION_REASONS.WITHDRAWN, values: { day } });
  return write.update(CANDIDACY, candidacy, { withdrawnOn: today() });
}

/** Those of some artisans who have voted. */
async function votersAmong(
  write: WriteTransaction,
  { regionId, id }: Election,
  ids: readonly number[],
): Promise<Set<number>> {
  const voted = await write.rows(
    db
      .selectFrom('ballot')
      .select('artisan_id as artisanId')
      .where('region_id', '=', regionId)
      .where('election_id', '=', Number(id))
      .where('artisan_id', '=', anyOf(ids, 'int')),
  );
  return new Set(voted.map(({ artisanId }) => artisanId));
}

/** Strikes voters from the roll of those who may still vote; each may vote once. */
export async function recordVoters(write: WriteTransaction, input: RecordVotersInput): Promise<Election> {
  const { election, body } = await lockedElection(write, input, 'change');
  const ids = input.artisanIds.map(numberOf);
  const faults = new Violations();
  faults.addIf(ids.length === 0, 'input.artisanIds', COMMON.NOT_POSITIVE);
  faults.addIf(ids.length > VOTERS_AT_MOST, 'input.artisanIds', COMMON.TOO_MANY, { limit: VOTERS_AT_MOST });
  faults.throwIfAny();
  const electing = await electingIn(write, election, body);
  const electors = new Map((await electorsAmong(write, electing, ids)).map((elector) => [elector.artisanId, elector]));
  const { regionId, provinceId, id: electionId } = election;
  const done = await votersAmong(write, election, ids);
  ids.forEach((id, index) => {
    const path = `input.artisanIds[${String(index)}]`;
    faults.addIf(!electors.has(id), path, ELECTION_REASONS.NO_ELECTOR);
    faults.addIf(done.has(id), path, ELECTION_REASONS.VOTED_ALREADY);
    done.add(id);
  });
  faults.throwIfAny();
  const rows = [...electors.values()].map(({ artisanRegionId, artisanId }) => ({ artisanRegionId, artisanId }));
  await write.rows(sql`
    insert into ballot (region_id, province_id, election_id, artisan_region_id, artisan_id)
    select ${regionId}::smallint, ${provinceId}::smallint, ${electionId}::int, "artisanRegionId", "artisanId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("artisanRegionId" smallint, "artisanId" int)`);
  return write.update(ELECTION, election, { turnout: election.turnout + rows.length });
}

export async function cancelElection(write: WriteTransaction, input: CancelElectionInput): Promise<Election> {
  const { election, state } = await lockedElection(write, input, 'cancel');
  return write.update(ELECTION, election, { state });
}
