import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { requireWriteAccess } from '../../platform/auth/viewer.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { requireValidDay, validateDay, dayOf, validateText } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { requireTransition } from '../../platform/errors/state-machine.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { ARTISAN } from '../artisans/artisan.reads.ts';
import {
  REGISTER_LIFE,
  type RegisterEvent,
  ageBandOf,
  type AgeBand,
  type ArtisanKind,
} from '../artisans/artisan.rules.ts';
import type { Artisan } from '../artisans/artisan.type.ts';
import {
  endCase,
  followMove,
  requireNoOpenCase,
  namesakesOf,
  numberOf,
  entering,
  holdUp,
  numberChange,
} from '../cases/case.writes.ts';
import { nomenclatureOf, professionByCode } from '../professions/profession.reads.ts';
import { provinceByCode } from '../territory/territory.reads.ts';
import { REGISTER } from './register.reasons.ts';
import type {
  ChangeProfessionInput,
  MoveArtisanInput,
  RegisterStepInput,
  DeleteArtisanInput,
  CorrectArtisanInput,
  RegisterArtisanInput,
} from './register.input.ts';
import type { Fields } from '../../platform/postgres/entity-mapping.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { today } from '../../platform/lib/dates.ts';
import { foldName } from '../../platform/lib/search-key.ts';
import { entryFaults, isPerson, missingFaults, tidied, type Entry } from './register.rules.ts';

const PATH = 'input.artisanId';
const DIGITS = 10;
/** A membership that has ended. */
export const NO_MEMBERSHIP = { bodyId: null, memberSince: null };

interface Named {
  readonly artisanId: string;
  readonly expectedVersion: number;
}

/** Locks an entry to which something is about to happen; answers the state that follows. */
async function locked(write: WriteTransaction, { artisanId, expectedVersion }: Named, event: RegisterEvent) {
  const artisan = await write.lock(ARTISAN, artisanId, { path: PATH, expectedVersion });
  return { artisan, state: requireTransition(REGISTER_LIFE, { state: artisan.registerState, event, path: PATH }) };
}

/** The day of a step of an entry: not before it was registered, or applied for. */
const dayOfStep = ({ effectiveOn }: RegisterStepInput, { registeredOn, appliedOn }: Artisan): string =>
  requireValidDay(effectiveOn, registeredOn ?? appliedOn);

/** A number that was never given before: opaque, unique for ever, and never parsed (decree 2.21.437, art. 17). */
function registerNumber(): string {
  const digits = Array.from({ length: DIGITS }, () => String(randomInt(10)));
  return `N${digits.join('')}`;
}

export async function acceptRegistration(write: WriteTransaction, input: RegisterStepInput): Promise<Artisan> {
  const { artisan, state } = await locked(write, input, 'accept');
  const registeredOn = dayOfStep(input, artisan);
  await requireNoOpenCase(write, artisan, PATH);
  return write.update(ARTISAN, artisan, { registerState: state, registerNumber: registerNumber(), registeredOn });
}

export async function suspendArtisan(write: WriteTransaction, input: RegisterStepInput): Promise<Artisan> {
  const { artisan, state } = await locked(write, input, 'suspend');
  dayOfStep(input, artisan);
  return write.update(ARTISAN, artisan, { registerState: state });
}

export async function reinstateArtisan(write: WriteTransaction, input: RegisterStepInput): Promise<Artisan> {
  const { artisan, state } = await locked(write, input, 'reinstate');
  dayOfStep(input, artisan);
  return write.update(ARTISAN, artisan, { registerState: state });
}

/** Those of some artisans of a region who hold a seat or a delegation anywhere. */
export async function holdersAmong(
  write: WriteTransaction,
  regionId: number,
  ids: readonly number[],
): Promise<Set<number>> {
  const rows = await write.rows<{ id: number }>(sql`
    select artisan_id as id from seat where artisan_region_id = ${regionId} and artisan_id = any(${ids}::int[])
    union select artisan_id from delegate where artisan_region_id = ${regionId} and artisan_id = any(${ids}::int[])`);
  return new Set(rows.map(({ id }) => id));
}

/** Who holds a seat or a delegation leaves it first: an office of a body does not end in silence. */
export async function requireNoOffice(write: WriteTransaction, { regionId, id }: Artisan, path = PATH): Promise<void> {
  const holders = await holdersAmong(write, regionId, [Number(id)]);
  if (holders.size > 0) throw domainError('CONFLICT', { path, reason: REGISTER.HOLDS_OFFICE });
}

/** An entry that is deleted stays as it was: re-entry is a new application. */
export function mustBeInRegister({ registerState }: Artisan, path: string): void {
  if (registerState === 'DELETED') throw domainError('CONFLICT', { path, reason: REGISTER.ENTRY_DELETED });
}

export async function deleteArtisan(write: WriteTransaction, input: DeleteArtisanInput): Promise<Artisan> {
  const { artisan, state } = await locked(write, input, 'strikeOff');
  const deletedOn = dayOf(input.effectiveOn);
  const faults = new Violations();
  faults.addAll(validateDay(deletedOn, 'input.effectiveOn', artisan.registeredOn ?? artisan.appliedOn));
  faults.addAll(validateText(input.reason, 'input.reason'));
  faults.throwIfAny();
  await requireNoOffice(write, artisan);
  const left = await namesakesOf(write, numberOf(write, artisan), Number(artisan.id));
  const { ground: deletionGround, reason: deletionReason } = input;
  const patch = { registerState: state, deletedOn, deletionGround, deletionReason, ...NO_MEMBERSHIP };
  const deleted = await write.update(ARTISAN, artisan, patch);
  await endCase(write, deleted, left);
  return deleted;
}

/** Members of a body practise in its province: who moves is a member no more. */
export async function moveArtisan(write: WriteTransaction, input: MoveArtisanInput): Promise<Artisan> {
  const { artisan } = await locked(write, input, 'correct');
  const { regionId, provinceId } = provinceByCode(write, input.province, 'input.province');
  if (regionId !== artisan.regionId)
    throw domainError('BAD_USER_INPUT', { path: 'input.province', reason: REGISTER.OTHER_REGION });
  requireWriteAccess(write.viewer, { regionId, provinceId }, 'input.province');
  if (provinceId === artisan.provinceId) return artisan;
  await requireNoOffice(write, artisan);
  await followMove(write, artisan, provinceId);
  return write.update(ARTISAN, artisan, { provinceId, ...NO_MEMBERSHIP });
}

/** A membership ends where the new profession is of another class. */
export async function changeProfession(write: WriteTransaction, input: ChangeProfessionInput): Promise<Artisan> {
  const { artisan } = await locked(write, input, 'correct');
  const { professionId } = professionByCode(write, input.profession, 'input.profession');
  const { classOfProfession } = nomenclatureOf(write);
  const stays = classOfProfession.get(professionId) === classOfProfession.get(artisan.professionId);
  if (!stays) await requireNoOffice(write, artisan);
  return write.update(ARTISAN, artisan, { professionId, ...(stays ? {} : NO_MEMBERSHIP) });
}

/** The name with its last word first: it is found by the family name as well. */
function reversed(key: string, person: boolean): string | null {
  const words = key.split(' ');
  const last = words.pop();
  return person && last !== undefined && words.length > 0 ? [last, ...words].join(' ') : null;
}

/** The keys of search that follow from the names that are given. */
function searchKeys({ nameAr, nameLatin }: Entry, person: boolean): Fields {
  const arabic = nameAr == null ? null : foldName(nameAr);
  const latin = nameLatin == null ? null : foldName(nameLatin);
  return {
    ...(arabic === null ? {} : { searchAr: arabic, searchArReversed: reversed(arabic, person) }),
    ...(latin === null ? {} : { searchLatin: latin, searchLatinReversed: reversed(latin, person) }),
  };
}

const bandOf = (birthDate: string | null | undefined): AgeBand | null =>
  birthDate == null ? null : ageBandOf(Number(birthDate.slice(0, 4)), Number(today().slice(0, 4)));

/** What is written of an entry: what was given, and what follows from it. */
const fieldsOf = (entry: Entry, kind: ArtisanKind): Fields => {
  const { nameAr, nameLatin, sex, birthDate, nationalId, qualification, companyId, workerCount, phone } = entry;
  return {
    ...{ nameAr, nameLatin, sex, birthDate, nationalId, qualification, companyId, workerCount, phone },
    ...{ ageBand: bandOf(birthDate), ...searchKeys(entry, isPerson(kind)) },
  };
};

const stated = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));

/** Takes an application into the register of the province, to be decided (decree 2.21.437, art. 13 to 16). */
export async function registerArtisan(write: WriteTransaction, input: RegisterArtisanInput): Promise<Artisan> {
  const { kind } = input;
  const practising = input.practising ?? true;
  const entry = tidied(input);
  const day = today();
  const appliedOn = input.appliedOn ?? day;
  const faults = new Violations();
  const province = faults.capture(() => provinceByCode(write, input.province, 'input.province'));
  const profession = faults.capture(() => professionByCode(write, input.profession, 'input.profession'));
  faults.addAll(missingFaults(kind, entry));
  faults.addAll(entryFaults(kind, entry, appliedOn));
  faults.addIf(appliedOn > day, 'input.appliedOn', COMMON.DAY_IN_FUTURE);
  faults.throwIfAny();
  const spot = { regionId: province?.regionId ?? 0, provinceId: province?.provinceId ?? null };
  requireWriteAccess(write.viewer, spot, 'input.province');
  const [others, artisan] = await Promise.all([
    entering(write, entry.nationalId ?? null),
    write.insert(ARTISAN, {
      ...{ ...spot, professionId: profession?.professionId, kind, practising, registerState: 'APPLIED', appliedOn },
      ...fieldsOf(entry, kind),
    }),
  ]);
  await holdUp(write, artisan, others);
  return artisan;
}

/** Puts an entry right (art. 9); one that is deleted stays as it was. */
export async function correctArtisan(write: WriteTransaction, input: CorrectArtisanInput): Promise<Artisan> {
  const { artisanId, expectedVersion, practising } = input;
  const artisan = await write.lock(ARTISAN, artisanId, { path: 'input.artisanId', expectedVersion });
  mustBeInRegister(artisan, 'input.artisanId');
  const entry = tidied(input);
  const faults = new Violations();
  faults.addAll(entryFaults(artisan.kind, entry, artisan.appliedOn));
  faults.throwIfAny();
  const { left, met } = await numberChange(write, artisan, entry.nationalId ?? null);
  const corrected = await write.update(ARTISAN, artisan, stated({ practising, ...fieldsOf(entry, artisan.kind) }));
  await endCase(write, corrected, left);
  await holdUp(write, corrected, met);
  return corrected;
}
