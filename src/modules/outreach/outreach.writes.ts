import { sql } from 'kysely';
import { requireWriteAccess } from '../../platform/auth/viewer.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { anyOf, queriesOn } from '../../platform/postgres/sql.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { validateDay, dayOf, validateText } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { parseGlobalId } from '../../platform/lib/global-id.ts';
import { requireTransition } from '../../platform/errors/state-machine.ts';
import type { ArtisanTable } from '../artisans/artisan.table.ts';
import { bodyClassByCode, professionByCode, waveOf } from '../professions/profession.reads.ts';
import { provinceByCode, territoryByCode } from '../territory/territory.reads.ts';
import { CAMPAIGN, SESSION } from './outreach.reads.ts';
import type {
  AttendanceInput,
  CancelOutreachSessionInput,
  HoldOutreachSessionInput,
  PlanCampaignInput,
  PlanOutreachSessionInput,
  RecordReachedArtisansInput,
} from './outreach.input.ts';
import { OUTREACH } from './outreach.reasons.ts';
import { SESSION_LIFE, type OutreachEvent } from './outreach.rules.ts';
import type { Campaign, OutreachSession } from './outreach.type.ts';
import { NOMENCLATURE } from '../professions/profession.reasons.ts';
import { TERRITORY } from '../territory/territory.reasons.ts';

const db = queriesOn<typeof ArtisanTable>();

const PATH = 'input.sessionId';
const REACHED_AT_MOST = 500;
// More than ever came to one session, and few enough that their sums fit wherever they are kept.
const CAME_AT_MOST = 1_000_000;

export async function planCampaign(write: WriteTransaction, input: PlanCampaignInput): Promise<Campaign> {
  const { nameAr, nameFr, plannedFrom, plannedTo, wave } = input;
  const faults = new Violations();
  const place = faults.capture(() => territoryByCode(write, input.territory, 'input.territory'))?.place;
  faults.addIf(place !== undefined && place.provinceId !== null, 'input.territory', TERRITORY.NOT_A_REGION);
  faults.addIf(waveOf(write, wave) === null, 'input.wave', NOMENCLATURE.NO_SUCH_WAVE, { wave });
  faults.addAll([...validateText(nameAr, 'input.nameAr'), ...validateText(nameFr, 'input.nameFr')]);
  faults.addAll(validateText(input.nameEn, 'input.nameEn'));
  faults.addIf(plannedTo < plannedFrom, 'input.plannedTo', COMMON.DAY_BEFORE, { earliest: plannedFrom });
  faults.throwIfAny();
  const regionId = place?.regionId ?? 0;
  requireWriteAccess(write.viewer, { regionId, provinceId: null }, 'input.territory');
  const names = { nameAr, nameFr, nameEn: input.nameEn ?? nameFr };
  return write.insert(CAMPAIGN, { regionId, waveNumber: wave, plannedFrom, plannedTo, ...names });
}

export async function planOutreachSession(
  write: WriteTransaction,
  input: PlanOutreachSessionInput,
): Promise<OutreachSession> {
  const { plannedOn, kind, venueAr, venueFr } = input;
  const campaign = await write.requireVisible(CAMPAIGN, input.campaignId, 'input.campaignId');
  const faults = new Violations();
  const { province: code, bodyClass: classCode } = input;
  const province = code == null ? null : faults.capture(() => provinceByCode(write, code, 'input.province'));
  const bodyClass =
    classCode == null ? null : faults.capture(() => bodyClassByCode(write, classCode, 'input.bodyClass'));
  const { regionId, plannedFrom: from, plannedTo: to } = campaign;
  faults.addIf(province !== null && province.regionId !== regionId, 'input.province', TERRITORY.PROVINCE_ELSEWHERE);
  faults.addIf(plannedOn < from || plannedOn > to, 'input.plannedOn', OUTREACH.OUT_OF_CAMPAIGN, { from, to });
  faults.addAll([...validateText(venueAr, 'input.venueAr'), ...validateText(venueFr, 'input.venueFr')]);
  faults.throwIfAny();
  const spot = { regionId, provinceId: province?.provinceId ?? null };
  requireWriteAccess(write.viewer, spot, 'input.province');
  const venue = { venueAr, venueFr };
  const planned = { campaignId: campaign.id, bodyClassId: bodyClass?.bodyClassId ?? null, plannedOn };
  return write.insert(SESSION, { ...spot, ...planned, ...venue, kind, state: 'PLANNED' });
}

interface Named {
  readonly sessionId: string;
  readonly expectedVersion: number;
}

async function locked(write: WriteTransaction, { sessionId, expectedVersion }: Named, event: OutreachEvent) {
  const session = await write.lock(SESSION, sessionId, { path: PATH, expectedVersion });
  return { session, state: requireTransition(SESSION_LIFE, { state: session.state, event, path: PATH }) };
}

interface Came {
  readonly professionId: number;
  readonly women: number;
  readonly men: number;
}

/** Who came, with every fault under the path of its line. */
function attendanceOf(write: WriteTransaction, attendance: readonly AttendanceInput[], faults: Violations): Came[] {
  const seen = new Set<number>();
  return attendance.map(({ profession: code, women, men }, index) => {
    const path = `input.attendance[${String(index)}]`;
    const profession = faults.capture(() => professionByCode(write, code, `${path}.profession`));
    const professionId = profession?.professionId ?? 0;
    faults.addIf(seen.has(professionId), `${path}.profession`, OUTREACH.PROFESSION_REPEATED, { code });
    faults.addIf(women < 0 || men < 0, path, OUTREACH.NEGATIVE);
    if (profession !== null) seen.add(professionId);
    return { professionId, women, men };
  });
}

export async function holdOutreachSession(
  write: WriteTransaction,
  input: HoldOutreachSessionInput,
): Promise<OutreachSession> {
  const { session, state } = await locked(write, input, 'hold');
  const heldOn = dayOf(input.heldOn);
  const faults = new Violations();
  faults.addAll(validateDay(heldOn, 'input.heldOn'));
  const came = attendanceOf(write, input.attendance, faults);
  const womenAttendees = came.reduce((sum, { women }) => sum + women, 0);
  const attendees = came.reduce((sum, { men }) => sum + men, womenAttendees);
  faults.addIf(attendees > CAME_AT_MOST, 'input.attendance', COMMON.TOO_MANY, { limit: CAME_AT_MOST });
  faults.throwIfAny();
  const { regionId, provinceId, id } = session;
  await write.rows(sql`
    insert into outreach_attendance (region_id, session_id, province_id, profession_id, women, men)
    select ${regionId}::smallint, ${id}::int, ${provinceId}::smallint, "professionId", women, men
    from jsonb_to_recordset(${JSON.stringify(came)}::jsonb) as r ("professionId" smallint, women int, men int)`);
  return write.update(SESSION, session, { state, heldOn, attendees, womenAttendees });
}

export async function cancelOutreachSession(
  write: WriteTransaction,
  input: CancelOutreachSessionInput,
): Promise<OutreachSession> {
  const { session, state } = await locked(write, input, 'cancel');
  return write.update(SESSION, session, { state });
}

/** The artisans of a region that are named, each that is not there under its own path. */
async function namedIn(write: WriteTransaction, regionId: number, artisanIds: readonly string[]): Promise<number[]> {
  const numbers = artisanIds.map((globalId) => parseGlobalId(globalId));
  const ids = numbers.map((named) => (named?.type === 'Artisan' ? named.id : -1));
  const found = await write.rows(
    db.selectFrom('artisan').select('id').where('region_id', '=', regionId).where('id', '=', anyOf(ids, 'int')),
  );
  const there = new Set(found.map(({ id }) => id));
  const faults = new Violations();
  faults.addIf(ids.length === 0, 'input.artisanIds', COMMON.NOT_POSITIVE);
  faults.addIf(ids.length > REACHED_AT_MOST, 'input.artisanIds', COMMON.TOO_MANY, { limit: REACHED_AT_MOST });
  ids.forEach((id, index) => {
    faults.addIf(!there.has(id), `input.artisanIds[${String(index)}]`, COMMON.NOT_FOUND);
  });
  faults.throwIfAny();
  return [...there];
}

/** Records whom a session reached; who is recorded already is no fault, and is not counted twice. */
export async function recordReachedArtisans(
  write: WriteTransaction,
  input: RecordReachedArtisansInput,
): Promise<OutreachSession> {
  const { session } = await locked(write, input, 'reach');
  const { regionId, provinceId, id } = session;
  const people = await namedIn(write, regionId, input.artisanIds);
  const made = await write.rows<{ artisanId: number }>(sql`
    insert into outreach_reach (region_id, session_id, province_id, artisan_region_id, artisan_id)
    select ${regionId}::smallint, ${id}::int, ${provinceId}::smallint, ${regionId}::smallint, a from unnest(${people}::int[]) a
    on conflict do nothing returning artisan_id as "artisanId"`);
  if (made.length === 0) return session;
  const reached = made.map(({ artisanId }) => artisanId);
  const { version } = session;
  write.recordAudit({
    type: 'OutreachSession',
    id: Number(id),
    regionId,
    provinceId,
    version,
    before: null,
    after: { reached },
  });
  return session;
}
