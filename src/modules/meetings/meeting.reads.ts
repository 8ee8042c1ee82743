import { sql, type RawBuilder } from 'kysely';
import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { LOCALIZED_NAME_SQL } from '../../platform/graphql/localized-name.type.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, EVERYWHERE, type TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { territoryByCode } from '../territory/territory.reads.ts';
import {
  MeetingOrder,
  type MeetingListArgs,
  type Meeting,
  type AgendaPoint,
  type Participation,
  type MeetingDecision,
} from './meeting.type.ts';
import { inRanges, oneOf } from '../../platform/graphql/filter.input.ts';
import { selectList } from '../../platform/postgres/columns.ts';

type MeetingRow = Omit<Meeting, 'id'> & { id: number };

// A venue that is known in one language only is given in it: a blank would hide that it is known.
const VENUE = `case when coalesce(t.venue_ar, t.venue_fr) is not null then json_build_object(
  'ar', coalesce(t.venue_ar, t.venue_fr), 'fr', coalesce(t.venue_fr, t.venue_ar), 'en', coalesce(t.venue_fr, t.venue_ar)) end`;

const MEETING_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  kind: 't.kind',
  state: 't.state',
  name: LOCALIZED_NAME_SQL,
  scheduledOn: 't.scheduled_on',
  heldOn: 't.held_on',
  venue: VENUE,
  source: 't.source',
  version: 't.version',
} as const satisfies Record<keyof MeetingRow, string>;

/** How it is changed. */
export const MEETING: EntityMapping<Meeting> = {
  type: 'Meeting',
  table: 'meeting',
  columns: MEETING_COLUMNS,
  writeOnly: { nameAr: 'name_ar', nameFr: 'name_fr', nameEn: 'name_en', venueAr: 'venue_ar', venueFr: 'venue_fr' },
};

const meetingColumns: Record<string, string> = { ...MEETING_COLUMNS, __typename: `'Meeting'` };

export function meetingsIn(scope: TenantScope, place: TerritoryScope, args: MeetingListArgs): LazyConnection<Meeting> {
  const anchor = place.provinceId === null ? null : 'province_id';
  const filter = args.filter ?? {};
  const where = [
    ...oneOf({ state: filter.states }),
    ...inRanges({ scheduledOn: ['scheduled_on', filter.scheduledOn] }),
  ];
  const ordering = MeetingOrder.orderingOf(args.orderBy);
  const spec = { table: 'meeting', columns: meetingColumns, anchor, ordering, where, cut: JSON.stringify(filter) };
  return listOf<Meeting>(scope, { ...spec, anchors: visibleAnchors(scope, place) }, args);
}

export function meetingsOf(scope: TenantScope, args: MeetingListArgs): LazyConnection<Meeting> {
  const code = args.filter?.territory;
  return meetingsIn(scope, code ? territoryByCode(scope, code, 'filter.territory').place : EVERYWHERE, args);
}

/** Meetings by number, in any region that the viewer may read; null where there is none. */
export const meetingsByIds: Batch<number, Meeting | null> = rowsByIds('meeting', meetingColumns);

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

const DECISION_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  meetingId: 't.meeting_id',
  textAr: 't.text_ar',
  textFr: 't.text_fr',
  owner: 't.owner',
  dueOn: 't.due_on',
  doneOn: 't.done_on',
  version: 't.version',
} as const satisfies Record<keyof MeetingDecision, string>;

/** How a decision is changed. */
export const DECISION: EntityMapping<MeetingDecision> = {
  type: 'MeetingDecision',
  table: 'meeting_decision',
  columns: DECISION_COLUMNS,
};
const decisionColumns: Record<string, string> = { ...DECISION_COLUMNS, __typename: `'MeetingDecision'` };

export const decisionsByIds: Batch<number, MeetingDecision | null> = rowsByIds('meeting_decision', decisionColumns);

/** What meetings decided, in the order in which it was recorded. */
export const decisionsOf: Batch<Meeting, MeetingDecision[]> = async (scope, meetings) => {
  const regions = [...new Set(meetings.map(({ regionId }) => regionId))];
  const rows = await scope.rows<MeetingDecision>(sql`
    select ${selectList(decisionColumns)} from meeting_decision t
    where t.region_id = any(${regions}::smallint[]) and t.meeting_id = any(${meetings.map(({ id }) => id)}::int[])
    order by t.id`);
  return meetings.map(({ id }) => rows.filter(({ meetingId }) => meetingId === id));
};
