import { sql } from 'kysely';
import { requireWriteAccess } from '../../platform/auth/viewer.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { requireValidDay, validateDay, validateText } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { requireTransition } from '../../platform/errors/state-machine.ts';
import { domainError, type Violation } from '../../platform/errors/domain-error.ts';
import { levelAt, territoryByCode } from '../territory/territory.reads.ts';
import { DECISION, MEETING } from './meeting.reads.ts';
import type { MeetingDecision, Meeting } from './meeting.type.ts';
import type {
  CallMeetingInput,
  CancelMeetingInput,
  CompleteDecisionInput,
  HoldMeetingInput,
  RecordDecisionInput,
} from './meeting.input.ts';
import { MEETING_REASONS } from './meeting.reasons.ts';
import { MEETING_LIFE, type MeetingEvent } from './meeting.rules.ts';

const PATH = 'input.meetingId';
const POINTS_AT_MOST = 50;

const nameFaults = (named: Pick<CallMeetingInput, 'nameAr' | 'nameFr' | 'nameEn'>, path: string): Violation[] =>
  (['nameAr', 'nameFr', 'nameEn'] as const).flatMap((name) => validateText(named[name], `${path}.${name}`));

function agendaFaults({ agenda }: CallMeetingInput): Violations {
  const faults = new Violations();
  faults.addIf(agenda.length === 0, 'input.agenda', COMMON.NOT_POSITIVE);
  faults.addIf(agenda.length > POINTS_AT_MOST, 'input.agenda', COMMON.TOO_MANY, { limit: POINTS_AT_MOST });
  agenda.forEach((point, index) => {
    faults.addAll(nameFaults(point, `input.agenda[${String(index)}]`));
  });
  return faults;
}

export async function callMeeting(write: WriteTransaction, input: CallMeetingInput): Promise<Meeting> {
  const { nameAr, nameFr, scheduledOn, venueAr, venueFr } = input;
  const faults = agendaFaults(input);
  const place = faults.capture(() => territoryByCode(write, input.territory, 'input.territory'))?.place;
  faults.addAll(nameFaults(input, 'input'));
  faults.addAll([...validateText(venueAr, 'input.venueAr'), ...validateText(venueFr, 'input.venueFr')]);
  faults.throwIfAny();
  const at = place ?? { regionId: null, provinceId: null };
  const spot = { regionId: at.regionId ?? 0, provinceId: at.provinceId };
  requireWriteAccess(write.viewer, spot, 'input.territory');
  const names = { nameAr, nameFr, nameEn: input.nameEn ?? nameFr };
  const meeting = await write.insert(MEETING, {
    ...spot,
    kind: levelAt(at),
    state: 'CALLED',
    scheduledOn,
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

async function locked(
  write: WriteTransaction,
  input: { meetingId: string; expectedVersion?: number },
  event: MeetingEvent,
) {
  const { meetingId, expectedVersion } = input;
  const meeting = await write.lock(MEETING, meetingId, { path: PATH, expectedVersion });
  return { meeting, state: requireTransition(MEETING_LIFE, { state: meeting.state, event, path: PATH }) };
}

export async function holdMeeting(write: WriteTransaction, input: HoldMeetingInput): Promise<Meeting> {
  const { meeting, state } = await locked(write, input, 'hold');
  const heldOn = input.heldOn ?? meeting.scheduledOn;
  const faults = new Violations();
  faults.addAll(validateDay(heldOn, 'input.heldOn'));
  const kinds = new Set(input.attendance.map(({ kind }) => kind));
  faults.addIf(kinds.size < input.attendance.length, 'input.attendance', MEETING_REASONS.KIND_REPEATED);
  faults.addIf(
    input.attendance.some(({ attendees }) => attendees < 0),
    'input.attendance',
    COMMON.NOT_POSITIVE,
  );
  faults.throwIfAny();
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

export async function cancelMeeting(write: WriteTransaction, input: CancelMeetingInput): Promise<Meeting> {
  const { meeting, state } = await locked(write, input, 'cancel');
  return write.update(MEETING, meeting, { state });
}

export async function recordDecision(write: WriteTransaction, input: RecordDecisionInput): Promise<MeetingDecision> {
  const { meeting } = await locked(write, { meetingId: input.meetingId }, 'decide');
  const { textAr, textFr, owner, dueOn } = input;
  const faults = new Violations();
  faults.addAll([...validateText(textAr, 'input.textAr', 2000), ...validateText(textFr, 'input.textFr', 2000)]);
  faults.addAll(validateText(owner, 'input.owner'));
  const earliest = meeting.heldOn ?? meeting.scheduledOn;
  faults.addIf(dueOn < earliest, 'input.dueOn', COMMON.DAY_BEFORE, { earliest });
  faults.throwIfAny();
  const { regionId, provinceId, id: meetingId } = meeting;
  return write.insert(DECISION, { regionId, provinceId, meetingId, textAr, textFr, owner, dueOn });
}

export async function completeDecision(
  write: WriteTransaction,
  input: CompleteDecisionInput,
): Promise<MeetingDecision> {
  const { decisionId, expectedVersion } = input;
  const path = 'input.decisionId';
  const decision = await write.lock(DECISION, decisionId, { path, expectedVersion });
  if (decision.doneOn !== null) {
    throw domainError('CONFLICT', { path, reason: MEETING_REASONS.DONE, values: { day: decision.doneOn } });
  }
  const meeting = await write.lockById(MEETING, decision.meetingId, { path, regionId: decision.regionId });
  // Nothing is carried out before it is decided: on the day of the meeting at the earliest.
  const doneOn = requireValidDay(input.effectiveOn, meeting.heldOn);
  return write.update(DECISION, decision, { doneOn });
}
