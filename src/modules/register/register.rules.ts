import { COMMON } from '../../platform/errors/common.reasons.ts';
import { yearsAfter } from '../../platform/lib/dates.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { nameFaults } from '../../platform/errors/names.ts';
import { phoneOf } from '../../platform/lib/phone.ts';
import type { Violation } from '../../platform/errors/domain-error.ts';
import { compactNumber } from '../../platform/lib/texts.ts';
import type { ArtisanKind } from '../artisans/artisan.rules.ts';
import { REGISTER } from './register.reasons.ts';

/** What an entry of the register says of its holder; undefined and null say nothing. */
export interface Entry {
  readonly nameAr?: string | null | undefined;
  readonly nameLatin?: string | null | undefined;
  readonly sex?: string | null | undefined;
  readonly birthDate?: string | null | undefined;
  readonly nationalId?: string | null | undefined;
  readonly qualification?: string | null | undefined;
  readonly companyId?: string | null | undefined;
  readonly workerCount?: number | null | undefined;
  readonly phone?: string | null | undefined;
}

const OF_PERSONS = ['sex', 'birthDate', 'nationalId', 'qualification'] as const;
const OF_ORGANISATIONS = ['companyId', 'workerCount'] as const;
const YOUNGEST = 15;
const OLDEST = 110;
const NATIONAL_ID = /^[A-Z]{1,2}\d{4,7}$/;
// Nine digits of the enterprise, four of the establishment and two of control; no enterprise has the number zero.
const COMPANY_ID = /^(?!0{9})\d{15}$/;
const CONTROL = 97n;

export const isPerson = (kind: ArtisanKind): boolean => kind === 'ARTISAN' || kind === 'MASTER';

/** The common company identifier (ICE): its number as a whole is divisible by 97. */
const isCompanyId = (text: string): boolean => COMPANY_ID.test(text) && BigInt(text) % CONTROL === 0n;

// ASCII only: the upper case of some other letters is ASCII (ß, ı, ſ), and would pass for a number that was not typed.
const upperCase = (text: string): string => text.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());
const given = <Kept>(text: string | null | undefined, of: (text: string) => Kept): Kept | null =>
  text == null ? null : of(text);

/** An entry as it is kept: each number in its one form. A telephone that is none stays as it is, to be refused. */
export const tidied = <Given extends Entry>(entry: Given): Given => ({
  ...entry,
  nationalId: given(entry.nationalId, (text) => upperCase(compactNumber(text))),
  companyId: given(entry.companyId, compactNumber),
  phone: given(entry.phone, (text) => phoneOf(text) ?? text),
});

/** What is wrong with the age of the applicant on the day of the application. */
function ageFaults(birthDate: string, appliedOn: string): Violation[] {
  const faults = new Violations();
  const young = yearsAfter(birthDate, YOUNGEST) > appliedOn;
  faults.addIf(young, 'input.birthDate', REGISTER.TOO_YOUNG, { age: YOUNGEST, appliedOn });
  const old = yearsAfter(birthDate, OLDEST) < appliedOn;
  faults.addIf(old, 'input.birthDate', REGISTER.TOO_OLD, { age: OLDEST, appliedOn });
  return faults.found;
}

function formFaults(entry: Entry, appliedOn: string): Violation[] {
  const faults = new Violations();
  const { nationalId, companyId, phone, birthDate, workerCount } = entry;
  const wrongId = nationalId != null && !NATIONAL_ID.test(nationalId);
  faults.addIf(wrongId, 'input.nationalId', REGISTER.NATIONAL_ID_MALFORMED);
  faults.addIf(companyId != null && !isCompanyId(companyId), 'input.companyId', REGISTER.COMPANY_ID_MALFORMED);
  faults.addIf(phone != null && phoneOf(phone) === null, 'input.phone', REGISTER.PHONE_MALFORMED);
  if (birthDate != null) faults.addAll(ageFaults(birthDate, appliedOn));
  faults.addIf(workerCount != null && workerCount < 1, 'input.workerCount', COMMON.NOT_POSITIVE);
  return faults.found;
}

/** What is wrong with what an entry says, whether it is new or to be corrected, by the day of its application. */
export function entryFaults(kind: ArtisanKind, entry: Entry, appliedOn: string): Violation[] {
  const faults = new Violations();
  const foreign = isPerson(kind) ? OF_ORGANISATIONS : OF_PERSONS;
  const reason = isPerson(kind) ? REGISTER.ORGANISATIONS_ONLY : REGISTER.PERSONS_ONLY;
  for (const field of foreign) faults.addIf(entry[field] != null, `input.${field}`, reason);
  const of = { isPerson: isPerson(kind) };
  faults.addAll(nameFaults(entry.nameAr, { ...of, path: 'input.nameAr', script: 'ARABIC' }));
  faults.addAll(nameFaults(entry.nameLatin, { ...of, path: 'input.nameLatin', script: 'LATIN' }));
  faults.addAll(formFaults(entry, appliedOn));
  return faults.found;
}

/** What a new entry must say and does not. */
export function missingFaults(kind: ArtisanKind, entry: Entry): Violation[] {
  const faults = new Violations();
  const own = isPerson(kind) ? OF_PERSONS : OF_ORGANISATIONS;
  const reason = isPerson(kind) ? REGISTER.PERSON_NEEDS : REGISTER.ORGANISATION_NEEDS;
  for (const field of own) faults.addIf(entry[field] == null, `input.${field}`, reason);
  return faults.found;
}
