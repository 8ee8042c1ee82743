import { sql } from 'kysely';
import { mustReach } from '../../access/viewer.ts';
import type { Write } from '../../access/write.ts';
import { COMMON } from '../../kernel/common.reasons.ts';
import { checkedDay, dayFaults, textFaults } from '../../kernel/facts.ts';
import { Faults } from '../../kernel/faults.ts';
import { mustFollow } from '../../kernel/life-cycle.ts';
import { refuse, type Fault } from '../../kernel/refusal.ts';
import { levelAt, territoryByCode } from '../territory/index.ts';
import { DECISION } from './decision.reads.ts';
import type { MeetingDecision } from './decision.type.ts';
import type {
  CallMeetingInput,
  CancelMeetingInput,
  CompleteDecisionInput,
  HoldMeetingInput,
  RecordDecisionInput,
} from './meeting.input.ts';
import { MEETING } from './meeting.reads.ts';
import { MEETING_REASONS } from './meeting.reasons.ts';
import { MEETING_LIFE, type MeetingEvent } from './meeting.rules.ts';
import type { Meeting } from './meeting.type.ts';

const PATH = 'input.meetingId';
const POINTS_AT_MOST = 50;

const nameFaults = (named: Pick<CallMeetingInput, 'nameAr' | 'nameFr' | 'nameEn'>, path: string): Fault[] =>
  (['nameAr', 'nameFr', 'nameEn'] as const).flatMap((name) => textFaults(named[name], `${path}.${name}`));

function agendaFaults({ agenda }: CallMeetingInput): Faults {
  const faults = new Faults();
  faults.when(agenda.length === 0, 'input.agenda', COMMON.NOT_POSITIVE);
  faults.when(agenda.length > POINTS_AT_MOST, 'input.agenda', COMMON.TOO_MANY, { limit: POINTS_AT_MOST });
  agenda.forEach((point, index) => {
    faults.all(nameFaults(point, `input.agenda[${String(index)}]`));
  });
  return faults;
}

export async function callMeeting(write: Write, input: CallMeetingInput): Promise<Meeting> {
  const { nameAr, nameFr, heldOn, venueAr, venueFr } = input;
  const faults = agendaFaults(input);
  const place = faults.try(() => territoryByCode(write, input.territory, 'input.territory'))?.place;
  faults.all(nameFaults(input, 'input'));
  faults.all([...textFaults(venueAr, 'input.venueAr'), ...textFaults(venueFr, 'input.venueFr')]);
  faults.refuse();
  const at = place ?? { regionId: null, provinceId: null };
  const spot = { regionId: at.regionId ?? 0, provinceId: at.provinceId };
  mustReach(write.viewer, spot, 'input.territory');
  const names = { nameAr, nameFr, nameEn: input.nameEn ?? nameFr };
  const meeting = await write.insert(MEETING, {
    ...spot,
    kind: levelAt(at),
    state: 'CALLED',
    heldOn,
    venueAr,
    venueFr,
    ...names,
  });
  const points = input.agenda.map((point, index) => ({ ...textsOf(point), number: index + 1 }));
  await write.rows(sql`
    insert into agenda_point (region_id, meeting_id, province_id, number, name_ar, name_fr, name_en)
    select ${spot.regionId}::smallint, ${meeting.id}::int, ${spot.provinceId}::smallint, number, "nameAr", "nameFr", "nameEn"
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as r (number smallint, "nameAr" text, "nameFr" text, "nameEn" text)`);
  return meeting;
}

const textsOf = ({ nameAr, nameFr, nameEn }: CallMeetingInput['agenda'][number]) => ({
  nameAr,
  nameFr,
  nameEn: nameEn ?? nameFr,
});

async function locked(write: Write, input: { meetingId: string; expectedVersion?: number }, event: MeetingEvent) {
  const { meetingId, expectedVersion } = input;
  const meeting = await write.lock(MEETING, meetingId, { path: PATH, expectedVersion });
  return { meeting, state: mustFollow(MEETING_LIFE, { state: meeting.state, event, path: PATH }) };
}

export async function holdMeeting(write: Write, input: HoldMeetingInput): Promise<Meeting> {
  const { meeting, state } = await locked(write, input, 'hold');
  const heldOn = input.heldOn ?? meeting.heldOn;
  const faults = new Faults();
  faults.all(dayFaults(heldOn, 'input.heldOn'));
  const kinds = new Set(input.attendance.map(({ kind }) => kind));
  faults.when(kinds.size < input.attendance.length, 'input.attendance', MEETING_REASONS.KIND_REPEATED);
  faults.when(
    input.attendance.some(({ attendees }) => attendees < 0),
    'input.attendance',
    COMMON.NOT_POSITIVE,
  );
  faults.refuse();
  const { regionId, provinceId, id } = meeting;
  const came = input.attendance.map(({ kind, attendees, organiser }) => ({
    kind,
    attendees,
    organiser: organiser ?? false,
  }));
  await write.rows(sql`
    insert into participation (region_id, meeting_id, province_id, kind, organiser, attendees)
    select ${regionId}::smallint, ${id}::int, ${provinceId}::smallint, kind, organiser, attendees
    from jsonb_to_recordset(${JSON.stringify(came)}::jsonb) as r (kind text, organiser boolean, attendees int)`);
  return write.update(MEETING, meeting, { state, heldOn });
}

export async function cancelMeeting(write: Write, input: CancelMeetingInput): Promise<Meeting> {
  const { meeting, state } = await locked(write, input, 'cancel');
  return write.update(MEETING, meeting, { state });
}

export async function recordDecision(write: Write, input: RecordDecisionInput): Promise<MeetingDecision> {
  const { meeting } = await locked(write, { meetingId: input.meetingId }, 'decide');
  const { textAr, textFr, owner, dueOn } = input;
  const faults = new Faults();
  faults.all([...textFaults(textAr, 'input.textAr', 2000), ...textFaults(textFr, 'input.textFr', 2000)]);
  faults.all(textFaults(owner, 'input.owner'));
  faults.when(dueOn < meeting.heldOn, 'input.dueOn', COMMON.DAY_BEFORE, { earliest: meeting.heldOn });
  faults.refuse();
  const { regionId, provinceId, id: meetingId } = meeting;
  return write.insert(DECISION, { regionId, provinceId, meetingId, textAr, textFr, owner, dueOn });
}

export async function completeDecision(write: Write, input: CompleteDecisionInput): Promise<MeetingDecision> {
  const { decisionId, expectedVersion } = input;
  const path = 'input.decisionId';
  const decision = await write.lock(DECISION, decisionId, { path, expectedVersion });
  if (decision.doneOn !== null) {
    throw refuse('CONFLICT', { path, reason: MEETING_REASONS.DONE, values: { day: decision.doneOn } });
  }
  const meeting = await write.find(MEETING, decision.meetingId, { path, regionId: decision.regionId });
  // Nothing is carried out before it is decided: on the day of the meeting at the earliest.
  const doneOn = checkedDay(input.on, meeting.heldOn);
  return write.update(DECISION, decision, { doneOn });
}
