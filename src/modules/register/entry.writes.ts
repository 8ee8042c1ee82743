import type { Fields } from '../../platform/postgres/entity-mapping.ts';
import { requireWriteAccess } from '../../platform/auth/viewer.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { today } from '../../platform/lib/dates.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { foldName } from '../../platform/lib/search-key.ts';
import { ageBandOf, type AgeBand, type ArtisanKind } from '../artisans/artisan.rules.ts';
import { ARTISAN } from '../artisans/artisan.reads.ts';
import { type Artisan } from '../artisans/artisan.type.ts';
import { endCase, entering, holdUp, numberChange } from '../issues/case.writes.ts';
import { professionByCode } from '../professions/profession.reads.ts';
import { provinceByCode } from '../territory/territory.reads.ts';
import type { CorrectArtisanInput, RegisterArtisanInput } from './entry.input.ts';
import { mustBeInRegister } from './register.writes.ts';
import { entryFaults, isPerson, missingFaults, tidied, type Entry } from './entry.rules.ts';

/** The name with its last word first: it is found by the family name as well. */
function turned(key: string, person: boolean): string | null {
  const words = key.split(' ');
  const last = words.pop();
  return person && last !== undefined && words.length > 0 ? [last, ...words].join(' ') : null;
}

/** The keys of search that follow from the names that are given. */
function searchKeys({ nameAr, nameLatin }: Entry, person: boolean): Fields {
  const arabic = nameAr == null ? null : foldName(nameAr);
  const latin = nameLatin == null ? null : foldName(nameLatin);
  return {
    ...(arabic === null ? {} : { searchAr: arabic, searchArTurned: turned(arabic, person) }),
    ...(latin === null ? {} : { searchLatin: latin, searchLatinTurned: turned(latin, person) }),
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
