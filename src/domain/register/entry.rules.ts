import { Faults } from '../../kernel/faults.ts';
import { COMMON } from '../../kernel/common.reasons.ts';
import type { Fault } from '../../kernel/refusal.ts';
import { isArabic } from '../../kernel/search-key.ts';
import type { ArtisanKind } from '../artisans/index.ts';
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
const NAME_AT_MOST = 120;
const YOUNGEST = 15;
const NATIONAL_ID = /^[A-Z]{1,2}\d{4,7}$/;
const PHONE = /^\+?\d{9,15}$/;
const CONTROL = 97n;

export const isPerson = (kind: ArtisanKind): boolean => kind === 'ARTISAN' || kind === 'MASTER';

/** The common company identifier: 15 digits whose number is divisible by 97. */
const isCompanyId = (text: string): boolean => /^\d{15}$/.test(text) && BigInt(text) % CONTROL === 0n;

const trimmed = (text: string | null | undefined): string | null | undefined => text?.trim();
const compact = (text: string | null | undefined): string | null | undefined => text?.replaceAll(/[\s.-]/g, '');

/** An entry as it is kept: without blanks around names and inside numbers. */
export const tidied = <Given extends Entry>(given: Given): Given => ({
  ...given,
  nameAr: trimmed(given.nameAr),
  nameLatin: trimmed(given.nameLatin),
  nationalId: compact(given.nationalId)?.toUpperCase(),
  companyId: compact(given.companyId),
  phone: compact(given.phone),
});

function nameFaults(name: string | null | undefined, path: string, arabic: boolean): Fault[] {
  if (name == null) return [];
  const faults = new Faults();
  faults.when(name === '', path, COMMON.EMPTY_TEXT);
  faults.when(name.length > NAME_AT_MOST, path, COMMON.TEXT_TOO_LONG, { limit: NAME_AT_MOST });
  const script = arabic ? 'Arabic / عربية / arabes' : 'Latin / لاتينية / latines';
  faults.when(name !== '' && isArabic(name) !== arabic, path, REGISTER.WRONG_SCRIPT, { script });
  return faults.found;
}

/** The fifteenth birthday of somebody born on a day. */
const oldEnoughOn = (birthDate: string): string =>
  `${String(Number(birthDate.slice(0, 4)) + YOUNGEST)}${birthDate.slice(4)}`;

function formFaults(entry: Entry, today: string): Fault[] {
  const faults = new Faults();
  const { nationalId, companyId, phone, birthDate, workerCount } = entry;
  const wrong = (value: string | null | undefined, form: RegExp): boolean => value != null && !form.test(value);
  faults.when(wrong(nationalId, NATIONAL_ID), 'input.nationalId', REGISTER.NATIONAL_ID_MALFORMED);
  faults.when(companyId != null && !isCompanyId(companyId), 'input.companyId', REGISTER.COMPANY_ID_MALFORMED);
  faults.when(wrong(phone, PHONE), 'input.phone', REGISTER.PHONE_MALFORMED);
  const young = birthDate != null && oldEnoughOn(birthDate) > today;
  faults.when(young, 'input.birthDate', REGISTER.TOO_YOUNG, { age: YOUNGEST });
  faults.when(workerCount != null && workerCount < 1, 'input.workerCount', COMMON.NOT_POSITIVE);
  return faults.found;
}

/** What is wrong with what an entry says, whether it is new or to be corrected. */
export function entryFaults(kind: ArtisanKind, entry: Entry, today: string): Fault[] {
  const faults = new Faults();
  const foreign = isPerson(kind) ? OF_ORGANISATIONS : OF_PERSONS;
  const reason = isPerson(kind) ? REGISTER.ORGANISATIONS_ONLY : REGISTER.PERSONS_ONLY;
  for (const field of foreign) faults.when(entry[field] != null, `input.${field}`, reason);
  faults.all(nameFaults(entry.nameAr, 'input.nameAr', true));
  faults.all(nameFaults(entry.nameLatin, 'input.nameLatin', false));
  faults.all(formFaults(entry, today));
  return faults.found;
}

/** What a new entry must say and does not. */
export function missingFaults(kind: ArtisanKind, entry: Entry): Fault[] {
  const faults = new Faults();
  const own = isPerson(kind) ? OF_PERSONS : OF_ORGANISATIONS;
  const reason = isPerson(kind) ? REGISTER.PERSON_NEEDS : REGISTER.ORGANISATION_NEEDS;
  for (const field of own) faults.when(entry[field] == null, `input.${field}`, reason);
  return faults.found;
}
