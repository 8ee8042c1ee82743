import {
  ageBandOf,
  type AgeBand,
  type ArtisanKind,
  type RegisterState,
  type Sex,
} from '../modules/artisans/artisan.rules.ts';
import { daysFrom, REFERENCE_DAY, REFERENCE_YEAR, REGISTER_OPENED } from './calendar.ts';
import type { Cell } from './copy.ts';
import type { FullName, Names } from './names.ts';
import { Random, weighted } from './random.ts';
import type { Craft, Nation, Place } from './weights.ts';

export interface Person {
  readonly id: number;
  readonly kind: ArtisanKind;
  readonly place: Place;
  readonly craft: Craft;
  readonly name: FullName;
  readonly sex: Sex | null;
  readonly birthDate: string | null;
  readonly ageBand: AgeBand | null;
  readonly practising: boolean;
  readonly state: RegisterState;
  readonly appliedOn: string;
  readonly registeredOn: string | null;
  readonly deletedOn: string | null;
}

const drawKind = weighted<ArtisanKind>([
  ['ARTISAN', 90],
  ['MASTER', 6],
  ['COOPERATIVE', 2],
  ['ENTERPRISE', 2],
]);
const drawState = weighted<RegisterState>([
  ['REGISTERED', 88],
  ['APPLIED', 6],
  ['SUSPENDED', 2],
  ['DELETED', 4],
]);
const WOMEN_IN_SECTOR: Readonly<Record<string, number>> = {
  ...{ TEX: 0.65, CLY: 0.12, MET: 0.06, LEA: 0.15, WOO: 0.03, PLT: 0.4, FOO: 0.6, MSP: 0.4 },
  ...{ VEH: 0.02, MAC: 0.03, HAI: 0.5, BLD: 0.01, MSS: 0.25 },
};
const WOMEN_IN_CRAFT: Readonly<Record<string, number>> = {
  ...{ 'HAI-01': 0.04, 'HAI-02': 0.96, 'HAI-03': 0.9, 'HAI-04': 0.97, 'HAI-06': 0.98, 'TEX-18': 0.12, 'TEX-20': 0.2 },
};
const DAYS = daysFrom(REGISTER_OPENED, REFERENCE_DAY);
const LONGEST_DECISION = 45;
const YOUNGEST = 18;
const AGE_RANGE = 58;
// Whoever was born 16 calendar years before the year of the application is at least 15 on its day.
const YEARS_BEFORE_APPLYING = 16;
const DAYS_OF_MONTH = 28;

const two = (value: number): string => (value < 10 ? `0${String(value)}` : String(value));

// A prime modulus: multiplying by a number below it keeps different ids different. For each kind of number the largest
// prime that its digits hold.
const PRIME = { register: 2_147_483_647, national: 675_999_967, company: 999_999_937, phone: 99_999_989 } as const;
const scattered = (id: number, factor: number, kind: keyof typeof PRIME): number => (id * factor) % PRIME[kind];

const registerNumber = (id: number): string => `N${String(scattered(id, 48_271, 'register')).padStart(10, '0')}`;

function nationalId(id: number): string {
  const number = scattered(id, 16_807, 'national');
  const letters = String.fromCharCode(65 + (number % 26), 65 + (Math.floor(number / 26) % 26));
  return `${letters}${String(Math.floor(number / 676)).padStart(6, '0')}`;
}

// The common company identifier: 9 digits, 4 for the establishment, and 2 that make the whole divisible by 97.
function companyId(id: number): string {
  const base = scattered(id, 69_621, 'company') * 1_000_000;
  return String(base + (97 - (base % 97))).padStart(15, '0');
}

function datesOf(random: Random, state: RegisterState): Pick<Person, 'appliedOn' | 'registeredOn' | 'deletedOn'> {
  // The register grew fastest in its first years.
  const first = Math.floor(random.next() ** 1.4 * (DAYS.length - LONGEST_DECISION - 1));
  const applied = state === 'APPLIED' ? DAYS.length - 1 - random.below(LONGEST_DECISION) : first;
  const registered = applied + random.between(5, LONGEST_DECISION);
  const deleted = random.between(registered, DAYS.length - 1);
  const at = (index: number): string => DAYS[Math.min(index, DAYS.length - 1)] ?? REFERENCE_DAY;
  return {
    appliedOn: at(applied),
    registeredOn: state === 'APPLIED' ? null : at(registered),
    deletedOn: state === 'DELETED' ? at(deleted) : null,
  };
}

function birthOf(random: Random, appliedOn: string): { birthDate: string; ageBand: AgeBand } {
  // The middle of two draws: most are in their forties.
  const age = YOUNGEST + Math.floor(((random.next() + random.next()) / 2) * AGE_RANGE);
  const year = Math.min(REFERENCE_YEAR - age, Number(appliedOn.slice(0, 4)) - YEARS_BEFORE_APPLYING);
  const birthDate = `${String(year)}-${two(random.between(1, 12))}-${two(random.between(1, DAYS_OF_MONTH))}`;
  return { birthDate, ageBand: ageBandOf(year, REFERENCE_YEAR) };
}

/** One registrant; the draws come in a fixed order, so that the same seed gives the same person. */
function personOf(id: number, random: Random, { nation, names }: { nation: Nation; names: Names }): Person {
  const [place, craft, kind, state] = [
    nation.drawPlace(random),
    nation.drawCraft(random),
    drawKind(random),
    drawState(random),
  ];
  const natural = kind === 'ARTISAN' || kind === 'MASTER';
  const woman = random.chance(WOMEN_IN_CRAFT[craft.code] ?? WOMEN_IN_SECTOR[craft.sector] ?? 0.2);
  const dates = datesOf(random, state);
  return {
    ...{ id, kind, place, craft, state },
    ...dates,
    ...(natural ? birthOf(random, dates.appliedOn) : { birthDate: null, ageBand: null }),
    name: natural ? names.person(random, woman) : names.house(random, kind === 'COOPERATIVE'),
    sex: natural ? (woman ? 'FEMALE' : 'MALE') : null,
    practising: random.chance(0.86),
  };
}

export function* people(count: number, seed: number, sources: { nation: Nation; names: Names }): Generator<Person> {
  const random = new Random(seed);
  for (let id = 1; id <= count; id += 1) yield personOf(id, random, sources);
}

export const isEligible = (person: Person): boolean => person.state === 'REGISTERED' && person.practising;

export const ARTISAN_COLUMNS = [
  ...['id', 'region_id', 'province_id', 'profession_id', 'kind', 'register_number', 'name_ar', 'name_latin'],
  ...['search_ar', 'search_ar_reversed', 'search_latin', 'search_latin_reversed', 'sex', 'age_band', 'qualification'],
  ...['practising', 'worker_count', 'register_state', 'applied_on', 'registered_on', 'deleted_on', 'deletion_ground'],
  ...['body_id', 'member_since', 'birth_date', 'national_id', 'company_id', 'phone'],
];

const qualificationOf = ({ id, sex }: Person): Cell => {
  if (sex === null) return null;
  return id % 3 === 0 ? 'DIPLOMA' : 'PRACTICE';
};

const groundOf = ({ id, deletedOn }: Person): Cell => {
  if (deletedOn === null) return null;
  return id % 4 === 0 ? 'EX_OFFICIO' : 'ON_REQUEST';
};

/** The row of a person, in the order of the columns. */
export function artisanRow(person: Person, membership: { bodyId: number; since: string } | null): Cell[] {
  const { id, place, craft, kind, name, sex, ageBand, state } = person;
  const natural = sex !== null;
  return [
    ...[id, place.regionId, place.id, craft.id, kind, person.registeredOn === null ? null : registerNumber(id)],
    ...[name.ar, name.latin, name.searchAr, name.searchArReversed, name.searchLatin, name.searchLatinReversed],
    ...[sex, ageBand, qualificationOf(person), person.practising],
    ...[natural ? null : 2 + (id % 14), state, person.appliedOn, person.registeredOn, person.deletedOn],
    ...[groundOf(person)],
    ...[membership?.bodyId ?? null, membership?.since ?? null, person.birthDate],
    ...[natural ? nationalId(id) : null, natural ? null : companyId(id)],
    `+2126${String(scattered(id, 39_373, 'phone')).padStart(8, '0')}`,
  ];
}
