import { globalId } from '../src/platform/lib/global-id.ts';
import { dayFrom, done, key } from '../tests/support/commands.ts';
import { VIEWERS, type Service, type Who } from '../tests/support/service.ts';
import type { Codes } from './scenes.ts';
import type { Things } from './things.ts';

const CENTRE = VIEWERS['central-officer'];
/** What a provincial body needs: with the thresholds of the law no random walk of a few thousand steps leads to a foundation. */
const EASED = {
  ELIGIBLE_REGISTRANTS: 1,
  BOARD_ELECTED: 1,
  COMMITTEE_MEMBERS: 1,
  COMMITTEE_ARTISANS: 1,
  OUTREACH_SESSIONS: 0,
  WAVE_OPEN: 0,
};
/** How far the places are led, one after the other: some to where nothing but the foundation is missing. */
const STEPS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8];
const PLACES = 3 * STEPS.length;

interface Ground {
  readonly service: Service;
  readonly things: Things;
  readonly codes: Codes;
}

/** A place with a class that has neither body nor committee, and registrants of it. */
interface Place {
  readonly province: string;
  readonly bodyClass: string;
  readonly people: readonly string[];
}

async function freePlaces({ things }: Ground): Promise<Place[]> {
  const rows = await things.ask<{ province: string; bodyClass: string; people: number[] }>(`
    select p.iso as province, c.code as "bodyClass", (array_agg(a.id order by a.id))[1:8] as people
    from artisan a join body_class_profession m on m.profession_id = a.profession_id
      join body_class c on c.id = m.body_class_id join province p on p.id = a.province_id
    where a.register_state = 'REGISTERED' and a.practising
      and not exists (select from body b where b.province_id = a.province_id and b.body_class_id = c.id)
    group by p.iso, c.code having count(*) >= 8 order by p.iso, c.code limit ${String(PLACES)}`);
  return rows.map(({ people, ...place }) => ({ ...place, people: people.map((id) => globalId('Artisan', id)) }));
}

type Act = (name: string, input: object) => Promise<{ readonly id: string }>;
type Step = (act: Act, ids: Record<string, string>) => Promise<unknown>;

const VENUE = { venueAr: 'دار الصانع', venueFr: 'Maison de l’artisan' };

const seated = (people: readonly string[]): object[] =>
  people.map((artisanId, index) => ({ artisanId, chair: index === 0, capacity: 'ARTISAN' }));

/** The steps of a class at a place towards its foundation with the people of its register. */
const stepsWith = (people: readonly string[]): readonly Step[] => [
  (act, { committeeId }) => {
    const members = seated(people.slice(0, 4));
    return act('formCommittee', { committeeId, expectedVersion: 1, members, formedOn: dayFrom(-120) });
  },
  (act, { bodyId }) => act('prepareBody', { bodyId, expectedVersion: 1 }),
  (act, { committeeId }) =>
    act('draftStatutes', { committeeId, expectedVersion: 2, present: 4, draftedOn: dayFrom(-90) }),
  async (act, ids) => {
    const call = { bodyId: ids['bodyId'], calledOn: dayFrom(-60), scheduledOn: dayFrom(-30), convened: 8, ...VENUE };
    ids['assemblyId'] = (await act('callFoundingAssembly', { ...key(), ...call })).id;
  },
  (act, { assemblyId }) =>
    act('recordAssemblyMinutes', { assemblyId, expectedVersion: 1, present: 8, statutesAdopted: true }),
  async (act, ids) => {
    const call = { bodyId: ids['bodyId'], kind: 'BOARD', calledOn: dayFrom(-20) };
    ids['electionId'] = (await act('callElection', { ...key(), ...call })).id;
  },
  async (act, ids) => {
    const { electionId } = ids;
    const standing = { electionId, artisanId: people[0], office: 'PRESIDENT' };
    ids['candidacyId'] = (await act('addCandidacy', { ...key(), ...standing })).id;
    await act('recordVoters', { electionId, expectedVersion: 1, artisanIds: people });
  },
  (act, { electionId, candidacyId }) => {
    const counts = [{ candidacyId, votes: people.length }];
    return act('closeElection', { electionId, expectedVersion: 2, counts, heldOn: dayFrom(-10) });
  },
];

/** Leads the class of a place towards its foundation, and stops after so many steps. */
async function lead(service: Service, { province: territory, bodyClass, people }: Place, steps: number): Promise<void> {
  const act: Act = (name, input) => done(service, CENTRE, { name, input });
  const { id: committeeId } = await act('planCommittee', { ...key(), territory, bodyClass });
  const { id: bodyId } = await act('planBody', { ...key(), territory, bodyClass });
  const ids: Record<string, string> = { committeeId, bodyId };
  for (const step of stepsWith(people).slice(0, steps)) await step(act, ids);
}

const applicant = (province: string, index: number) => ({
  ...{ ...key(), province, profession: 'VEH-01', kind: 'ARTISAN', nameAr: 'أحمد الفاسي', nameLatin: 'Ahmed El Fassi' },
  ...{ sex: 'MALE', birthDate: '1985-01-02', qualification: 'PRACTICE', nationalId: `ZQ${String(1000 + index)}` },
});

/** Opens cases of duplicates: the same number in two regions. */
async function openCases({ service, codes }: Ground): Promise<void> {
  for (let index = 0; index < 12; index += 1) {
    const regions = [1 + (index % 12), 1 + ((index + 5) % 12)];
    for (const region of regions) {
      const province = codes.provinces.find(({ regionId }) => regionId === region)?.code ?? '';
      const who: Who = { ...CENTRE, subject: `centre-${String(index)}` };
      await done(service, who, { name: 'registerArtisan', input: applicant(province, index) });
    }
  }
}

/** Cases of which one entry alone is left: they end by themselves today, and did not when they were opened. */
async function plantOldCases({ things }: Ground): Promise<void> {
  await things.ask(`
    insert into register_issue (region_id, province_id, kind, state, description, opened_on, artisan_region_id, artisan_id, case_number)
    select region_id, province_id, 'DUPLICATE', 'OPEN', 'CNIE en double', current_date, region_id, id, nextval('register_case_seq')
    from artisan where national_id is not null and register_state = 'REGISTERED' order by id desc limit 12`);
}

/** Makes beginnings of what takes many steps, so that a random walk can go on with it. */
export async function beginWalks(ground: Ground): Promise<void> {
  const source = 'Circulaire';
  for (const [code, value] of Object.entries(EASED)) {
    const input = { ...key(), code, level: 'PROVINCIAL', value, source };
    await done(ground.service, CENTRE, { name: 'changeRule', input, fields: 'code' });
  }
  const places = await freePlaces(ground);
  for (const [index, place] of places.entries()) {
    await lead(ground.service, place, STEPS[index % STEPS.length] ?? 0);
  }
  await openCases(ground);
  await plantOldCases(ground);
}
