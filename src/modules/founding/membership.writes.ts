import type { Fields } from '../../platform/postgres/entity-mapping.ts';
import { anyOf, queriesOn, type Statement } from '../../platform/postgres/sql.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { validateDay, dayOf } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { parseGlobalId } from '../../platform/lib/global-id.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import type { ArtisanTable } from '../artisans/artisan.table.ts';
import type { DelegateTable, SeatTable } from '../bodies/body.table.ts';
import type { Body } from '../bodies/body.type.ts';
import { nomenclatureOf } from '../professions/profession.reads.ts';
import { holdersAmong } from '../register/register.writes.ts';
import type { MembersInput } from './founding.input.ts';
import { FOUNDING } from './founding.reasons.ts';
import { lockedBody } from './founding.writes.ts';
import { REGISTER } from '../register/register.reasons.ts';

const db = queriesOn<typeof ArtisanTable | typeof DelegateTable | typeof SeatTable>();

const AT_MOST = 500;

interface Person {
  readonly id: number;
  readonly provinceId: number;
  readonly professionId: number;
  readonly registerState: string;
  readonly practising: boolean;
  readonly bodyId: number | null;
  readonly memberSince: string | null;
}

interface Changed {
  readonly id: number;
  readonly provinceId: number;
  readonly version: number;
}

const CHANGED = ['id', 'province_id as provinceId', 'version'] as const;

/** Notes a change of memberships that one statement made, for each artisan. */
async function change(
  write: WriteTransaction,
  { regionId, statement }: { regionId: number; statement: Statement<Changed> },
  change: (id: number) => { before: Fields; after: Fields },
): Promise<void> {
  for (const { id, provinceId, version } of await write.rows(statement)) {
    write.recordAudit({ type: 'Artisan', id, regionId, provinceId, version, ...change(id) });
  }
}

const numbersOf = (globalIds: readonly string[]): (number | null)[] =>
  globalIds.map((globalId) => {
    const named = parseGlobalId(globalId);
    return named?.type === 'Artisan' ? named.id : null;
  });

/** Locks the artisans in the order of their numbers, so that two officers do not wait for each other crosswise. */
async function lockedPeople(
  write: WriteTransaction,
  regionId: number,
  ids: readonly (number | null)[],
): Promise<Map<number, Person>> {
  const known = ids.filter((id) => id !== null);
  const rows = await write.rows(
    db
      .selectFrom('artisan')
      .select(['id', 'province_id as provinceId', 'profession_id as professionId', 'register_state as registerState'])
      .select(['practising', 'body_id as bodyId', 'member_since as memberSince'])
      .where('region_id', '=', regionId)
      .where('id', '=', anyOf(known, 'int'))
      .orderBy('id')
      .forUpdate(),
  );
  return new Map(rows.map((person) => [person.id, person]));
}

interface Joining {
  readonly body: Body;
  readonly people: readonly (Person | undefined)[];
  readonly day: string;
}

/** Each artisan has a path of its own, and all violations are returned at once. */
function checked(joining: Joining, fault: (faults: Violations, person: Person, path: string) => void): void {
  const faults = new Violations();
  faults.addAll(validateDay(joining.day, 'input.effectiveOn', joining.body.foundedOn));
  faults.addIf(joining.people.length === 0, 'input.artisanIds', COMMON.NOT_POSITIVE);
  joining.people.forEach((person, index) => {
    const path = `input.artisanIds[${String(index)}]`;
    if (person === undefined) faults.add(path, COMMON.NOT_FOUND);
    else fault(faults, person, path);
  });
  faults.throwIfAny();
}

async function joiningOf(write: WriteTransaction, input: MembersInput): Promise<Joining & { ids: number[] }> {
  const { body } = await lockedBody(write, input, 'affiliate');
  if (body.level !== 'PROVINCIAL')
    throw domainError('CONFLICT', { path: 'input.bodyId', reason: FOUNDING.PROVINCIAL_ONLY });
  if (input.artisanIds.length > AT_MOST) {
    throw domainError('BAD_USER_INPUT', {
      path: 'input.artisanIds',
      reason: COMMON.TOO_MANY,
      values: { limit: AT_MOST },
    });
  }
  const numbers = numbersOf(input.artisanIds);
  const found = await lockedPeople(write, body.regionId, numbers);
  const people = numbers.map((id) => (id === null ? undefined : found.get(id)));
  return { body, people, day: dayOf(input.effectiveOn), ids: [...found.keys()] };
}

/** Makes artisans members of a provincial body. */
export async function affiliateMembers(write: WriteTransaction, input: MembersInput): Promise<Body> {
  const joining = await joiningOf(write, input);
  const { body, day, ids } = joining;
  const { classOfProfession } = nomenclatureOf(write);
  checked(joining, (faults, person, path) => {
    const practises = person.registerState === 'REGISTERED' && person.practising;
    const ofClass = classOfProfession.get(person.professionId) === body.bodyClassId;
    const eligible = practises && ofClass && person.provinceId === body.provinceId;
    faults.addIf(!eligible, path, FOUNDING.NOT_ELIGIBLE);
    faults.addIf(person.bodyId !== null, path, FOUNDING.MEMBER_ELSEWHERE);
  });
  const { regionId, id: bodyId } = body;
  const statement = db
    .updateTable('artisan')
    .set((eb) => ({ body_id: Number(bodyId), member_since: day, version: eb('version', '+', 1) }))
    .where('region_id', '=', regionId)
    .where('id', '=', anyOf(ids, 'int'))
    .returning(CHANGED);
  await change(write, { regionId, statement }, () => ({
    before: { bodyId: null, memberSince: null },
    after: { bodyId, memberSince: day },
  }));
  return body;
}

/** Ends the membership of artisans in a body. */
export async function withdrawMembers(write: WriteTransaction, input: MembersInput): Promise<Body> {
  const joining = await joiningOf(write, input);
  const { body, ids } = joining;
  checked(joining, (faults, person, path) => {
    faults.addIf(person.bodyId !== Number(body.id), path, FOUNDING.NO_MEMBER);
  });
  await mustHoldNothing(write, body, joining.people);
  await end(write, body, membersEnded(body).where('id', '=', anyOf(ids, 'int')));
  return body;
}

/** A board and delegates are of the members: whoever holds a seat or a delegation leaves that first. */
async function mustHoldNothing(
  write: WriteTransaction,
  { regionId }: Body,
  people: readonly (Person | undefined)[],
): Promise<void> {
  const ids = people.map((person) => person?.id ?? -1);
  const holders = await holdersAmong(write, regionId, ids);
  const faults = new Violations();
  ids.forEach((id, index) => {
    faults.addIf(holders.has(id), `input.artisanIds[${String(index)}]`, REGISTER.HOLDS_OFFICE);
  });
  faults.throwIfAny('CONFLICT');
}

const membersEnded = ({ regionId, id }: Body) =>
  db
    .updateTable('artisan')
    .set((eb) => ({ body_id: null, member_since: null, version: eb('version', '+', 1) }))
    .where('region_id', '=', regionId)
    .where('body_id', '=', Number(id))
    .returning(CHANGED);

const end = (write: WriteTransaction, { regionId, id: bodyId }: Body, statement: Statement<Changed>): Promise<void> =>
  change(write, { regionId, statement }, () => ({ before: { bodyId }, after: { bodyId: null } }));

/** Ends all memberships of a body. */
export const endMembershipsOf = (write: WriteTransaction, body: Body): Promise<void> =>
  end(write, body, membersEnded(body));

/** Ends the seats and the delegations of a body. */
export async function endBoardOf(write: WriteTransaction, { regionId, id: bodyId, provinceId }: Body): Promise<void> {
  for (const [type, table] of [
    ['Seat', 'seat'],
    ['Delegate', 'delegate'],
  ] as const) {
    const gone = await write.rows(
      db
        .deleteFrom(table)
        .where('region_id', '=', regionId)
        .where('body_id', '=', Number(bodyId))
        .returning(['id', 'version', 'name_latin as nameLatin']),
    );
    for (const { id, version, nameLatin } of gone) {
      write.recordAudit({ type, id, regionId, provinceId, version, before: { bodyId, nameLatin }, after: null });
    }
  }
}
