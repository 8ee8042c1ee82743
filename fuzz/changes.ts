import { addDays, today } from '../src/platform/lib/dates.ts';
import type { Random } from '../src/seed/random.ts';
import type { Codes, Scene } from './scenes.ts';
import { list, raw, text, type Slot, type Value } from './values.ts';

/** What the id in a field of an input names. */
export const TYPES_OF_IDS: Readonly<Record<string, string>> = {
  ...{ artisanId: 'Artisan', assemblyId: 'FoundingAssembly', bodyId: 'Body', campaignId: 'Campaign' },
  ...{ candidacyId: 'Candidacy', committeeId: 'Committee', decisionId: 'MeetingDecision', delegateId: 'Delegate' },
  ...{ electionId: 'Election', handOverId: 'HandOver', issueId: 'RegisterIssue', meetingId: 'Meeting' },
  ...{
    memberId: 'CommitteeMember',
    milestoneId: 'Milestone',
    phaseId: 'Phase',
    seatId: 'Seat',
    sessionId: 'OutreachSession',
  },
};

const dayFrom = (days: number): string => addDays(today(), days);

const OFFICES = ['PRESIDENT', 'PRESIDENT', 'VICE_PRESIDENT', 'SECRETARY', 'TREASURER', 'COUNSELLOR', 'COUNSELLOR'];
const ARABIC = ['سعيد بناني', 'فاطمة الزهراء العلوي', 'محمد أمين التازي', 'خديجة بنعلي', 'إدريس الفاسي'];
const LATIN = ['Said Bennani', 'Fatima Zahra Alaoui', 'Mohamed Amine Tazi', 'Khadija Benali', 'Driss El Fassi'];
const TEXTS = ['دار الصانع', 'Chambre d’artisanat', 'Réunion régionale', 'حملة التحسيس', 'Circulaire n° 7'];
const DAYS_PAST = [0, 0, 0, -1, -7, -20, -30, -60, -90, -120];
const DAYS_TO_COME = [1, 7, 21, 30, 60, 120];
const SMALL = [0, 1, 1, 2, 3, 5, 8, 12, 30];

const letters = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String.fromCharCode(65 + random.below(26))).join('');
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String(random.below(10))).join('');

/** A common company identifier: its number as a whole is divisible by 97. */
function companyId(random: Random): string {
  const number = BigInt(`1${digits(random, 12)}00`);
  return String(number - (number % 97n) + 97n).padStart(15, '0');
}

let keys = 0;
/** A key that was not used before. */
function freshKey(random: Random): string {
  keys += 1;
  return `fuzz-${letters(random, 6)}-${String(keys).padStart(6, '0')}`;
}

type Suggest = (random: Random, scene: Scene, codes: Codes) => Value | undefined;

const oneOf =
  (words: readonly string[]): Suggest =>
  (random) =>
    text(random.pick(words));
const number: Suggest = (random) => raw(String(random.pick(SMALL)));
const past: Suggest = (random) => text(dayFrom(random.pick(DAYS_PAST)));
const day =
  (...days: readonly number[]): Suggest =>
  (random) =>
    text(dayFrom(random.pick(days)));
const toCome: Suggest = (random) => text(dayFrom(random.pick(DAYS_TO_COME)));
const person: Suggest = (random, { people }) => (people.length === 0 ? undefined : text(random.pick(people)));

const persons: Suggest = (random, { people }) => {
  const from = people.length === 0 ? 0 : random.below(people.length);
  return list(people.slice(from, from + random.between(1, 8)).map(text));
};

/** A province of the region, or of another one where the change leads there. */
const province: Suggest = (random, { mutation, regionId, provinceId }, { provinces }) => {
  const leaves = mutation === 'offerHandOver';
  const own = provinces.find(({ id }) => id === provinceId);
  if (own !== undefined && !leaves && mutation !== 'moveArtisan') return text(own.code);
  const fitting = provinces.filter((one) => (one.regionId === regionId) !== leaves);
  return text(random.pick(fitting.length > 0 ? fitting : provinces).code);
};

const territory: Suggest = (_random, { regionId, provinceId }, { provinces, regions }) => {
  const own = provinces.find(({ id }) => id === provinceId);
  return text(own?.code ?? regions.get(regionId) ?? 'MA');
};

const classOf = ({ bodyClassId }: Scene, { classes }: Codes) => classes.find(({ id }) => id === bodyClassId);
const bodyClass: Suggest = (random, scene, codes) => text((classOf(scene, codes) ?? random.pick(codes.classes)).code);
const profession: Suggest = (random, scene, codes) =>
  text(random.pick((classOf(scene, codes) ?? random.pick(codes.classes)).professions));

const version: Suggest = (random, { focus }) => raw(String((focus?.version ?? 1) - (random.chance(0.05) ? 1 : 0)));

const object = (fields: Readonly<Record<string, Value>>): Value => ({ kind: 'object', fields: Object.entries(fields) });
const named = (name: string): Value => ({ kind: 'enum', name });

/** A committee: artisans of the class, one of them its chair, and others by their names. */
const members: Suggest = (random, { people }) => {
  const artisans = people.slice(0, random.between(3, 5));
  const others = [0, 1].map(() =>
    object({ capacity: named('CHAMBER'), nameAr: text(random.pick(ARABIC)), nameLatin: text(random.pick(LATIN)) }),
  );
  const seated = artisans.map((id, index) =>
    object({ capacity: named('ARTISAN'), artisanId: text(id), chair: raw(String(index === 0)) }),
  );
  return list([...seated, ...others]);
};

/** A count of all who stand, that those who voted can have cast. */
const counts: Suggest = (random, { candidacies, turnout }) =>
  list(
    candidacies.map(({ id }) =>
      object({ candidacyId: text(id), votes: raw(String(random.between(Math.min(1, turnout), turnout))) }),
    ),
  );

const elected: Suggest = (random, { candidacies }) =>
  list(candidacies.filter(() => random.chance(0.4)).map(({ id }) => text(id)));

const kept: Suggest = (random, scene, codes) =>
  scene.namesake === undefined ? person(random, scene, codes) : text(scene.namesake.id);
const keptVersion: Suggest = (_random, { namesake }) => namesake && raw(String(namesake.version));
const ruleValue: Suggest = (_random, { rule: { value } }) =>
  raw(String(value < 1 ? value : Math.max(1, Math.round(value / 2))));

/** Whether a candidacy needs an office depends on what is elected. */
const office: Suggest = (random, { focus }) =>
  focus?.state.includes('DELEGATES') === true ? raw('null') : text(random.pick(OFFICES));

const SUGGESTIONS: Readonly<Record<string, Suggest>> = {
  idempotencyKey: (random) => text(freshKey(random)),
  ...{ expectedVersion: version, keptId: kept, keptVersion, members, counts, elected, office },
  ...{ artisanIds: persons, province, territory, bodyClass, profession },
  ...{ effectiveOn: past, appliedOn: past, heldOn: past, validFrom: day(0, 0, 0, 0, 1, 7) },
  ...{
    formedOn: day(-150, -120, -120, -30, 0),
    draftedOn: day(-90, -60, -60, -30, 0),
    calledOn: day(-45, -45, -20, -10, 0),
  },
  ...{ plannedOn: toCome, dueOn: toCome, plannedTo: toCome, mandateEndsOn: toCome, plannedFrom: past },
  'CallFoundingAssemblyInput.scheduledOn': day(-25, -25, -5, 0, 21),
  'CallMeetingInput.scheduledOn': toCome,
  'RecordDecisionInput.dueOn': toCome,
  ...{
    nameAr: oneOf(ARABIC),
    nameLatin: oneOf(LATIN),
    nameFr: oneOf(TEXTS),
    nameEn: oneOf(TEXTS),
    venueAr: oneOf(TEXTS),
  },
  ...{ venueFr: oneOf(TEXTS), textAr: oneOf(TEXTS), textFr: oneOf(TEXTS), owner: oneOf(TEXTS), reason: oneOf(TEXTS) },
  ...{ description: oneOf(TEXTS), resolution: oneOf(TEXTS), assignee: oneOf(LATIN), source: oneOf(TEXTS) },
  birthDate: (random) => text(`${String(random.between(1950, 2005))}-0${String(random.between(1, 9))}-15`),
  // Few enough that some are in the register already.
  nationalId: (random) => text(random.chance(0.5) ? `ZQ000${String(random.below(4))}` : `Z${digits(random, 7)}`),
  companyId: (random) => text(companyId(random)),
  phone: (random) => text(`06${digits(random, 8)}`),
  workerCount: (random) => raw(String(random.between(1, 60))),
  ...{ women: number, men: number, attendees: number, blank: (random) => raw(String(random.pick([0, 0, 1]))) },
  ...{
    convened: (random) => raw(String(random.pick([3, 8, 30, 42]))),
    present: (random, { called }) => raw(String(random.pick([called, called, Math.ceil(called / 2), 2, 30]))),
  },
  wave: (random) => raw(String(random.between(1, 2))),
  'ChangeRuleInput.code': (_random, { rule }) => text(rule.code),
  'ChangeRuleInput.level': (_random, { rule }) => named(rule.level),
  'ChangeRuleInput.value': ruleValue,
  'RegisterArtisanInput.kind': (_random, { kind }) => named(kind),
};

/** Values that fit the scene, so that many changes succeed; undefined where any value does. */
export function suggested(
  { name, owner }: Slot,
  scene: Scene,
  of: { random: Random; codes: Codes },
): Value | undefined {
  const { random, codes } = of;
  const type = TYPES_OF_IDS[name];
  if (type !== undefined && type === scene.focus?.type && owner !== 'CommitteeMemberInput') return text(scene.focus.id);
  if (name === 'artisanId') return person(random, scene, codes);
  return (SUGGESTIONS[`${owner}.${name}`] ?? SUGGESTIONS[name])?.(random, scene, codes);
}

const OF_PERSONS = { sex: 1, birthDate: 1, nationalId: 1, qualification: 1, companyId: 0.01, workerCount: 0.01 };
const OF_ORGANISATIONS = {
  sex: 0.01,
  birthDate: 0.01,
  nationalId: 0.01,
  qualification: 0.01,
  companyId: 1,
  workerCount: 1,
};

const OFTEN = {
  office: 1,
  convened: 0.9,
  givenUp: 0.8,
  artisanId: 0.7,
  mandateEndsOn: 0.2,
  tieResolution: 0.3,
  heldOn: 0.8,
};
const RARELY = { sex: 0.1, birthDate: 0.1, nationalId: 0.2, qualification: 0.1, companyId: 0.05, workerCount: 0.05 };
const OF_CHANGES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  addCommitteeMember: { ...OFTEN, nameAr: 0.9, nameLatin: 0.9, artisanId: 1, chair: 0.1 },
  correctArtisan: RARELY,
  acceptRegistration: { effectiveOn: 0.1 },
};

/** How often fields that may be left out are given, where a change needs some of them. */
export function givenFor({ mutation, kind }: Scene): Readonly<Record<string, number>> {
  if (mutation !== 'registerArtisan') return OF_CHANGES[mutation] ?? OFTEN;
  return kind === 'ARTISAN' || kind === 'MASTER' ? OF_PERSONS : OF_ORGANISATIONS;
}
