import { sql, type RawBuilder } from 'kysely';
import type { Batch } from '../../platform/tenancy/tenant-scope.ts';
import { LOCALIZED_NAME_SQL } from '../../platform/graphql/localized-name.type.ts';
import type { AgendaPoint, Meeting, Participation } from './meeting.type.ts';

const within = (meetings: readonly Meeting[]): RawBuilder<unknown> => sql`
  t.region_id = any(${[...new Set(meetings.map(({ regionId }) => regionId))]}::smallint[])
  and t.meeting_id = any(${meetings.map(({ id }) => id)}::int[])`;

function perMeeting<Part extends { meetingId: number }>(
  meetings: readonly Meeting[],
  parts: readonly Part[],
): Part[][] {
  const lists = new Map<number, Part[]>(meetings.map(({ id }) => [Number(id), []]));
  for (const part of parts) lists.get(part.meetingId)?.push(part);
  return meetings.map(({ id }) => lists.get(Number(id)) ?? []);
}

export const agendasOf: Batch<Meeting, AgendaPoint[]> = async (scope, meetings) => {
  const points = await scope.rows<AgendaPoint>(sql`
    select t.meeting_id as "meetingId", t.number, ${sql.raw(LOCALIZED_NAME_SQL)} as name
    from agenda_point t where ${within(meetings)}
    order by t.meeting_id, t.number, t.id`);
  return perMeeting(meetings, points);
};

/** Everybody at a meeting, those who called it and the others. */
export const participationsOf: Batch<Meeting, Participation[]> = async (scope, meetings) => {
  const participations = await scope.rows<Participation>(sql`
    select t.meeting_id as "meetingId", t.kind, t.institution_id as "institutionId", t.organiser, t.attendees
    from participation t where ${within(meetings)}
    order by t.meeting_id, t.id`);
  return perMeeting(meetings, participations);
};
