import { sql } from 'kysely';
import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { LOCALIZED_NAME_SQL, type LocalizedName } from '../../platform/graphql/localized-name.type.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, EVERYWHERE, type TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { territoryByCode } from '../territory/territory.reads.ts';
import type { AgendaPointTable, MeetingDecisionTable, MeetingTable, ParticipationTable } from './meeting.table.ts';
import {
  MeetingOrder,
  type MeetingListArgs,
  type Meeting,
  type AgendaPoint,
  type Participation,
  type MeetingDecision,
} from './meeting.type.ts';
import { inRanges, oneOf } from '../../platform/graphql/filter.input.ts';
import { expression, selectList, type ColumnsOf } from '../../platform/postgres/columns.ts';
import { idsOf, queriesOn, regionsOf } from '../../platform/postgres/sql.ts';

const db = queriesOn<typeof AgendaPointTable | typeof ParticipationTable>();

// A venue that is known in one language only is given in it: a blank would hide that it is known.
const VENUE = expression(`case when coalesce(t.venue_ar, t.venue_fr) is not null then json_build_object(
  'ar', coalesce(t.venue_ar, t.venue_fr), 'fr', coalesce(t.venue_fr, t.venue_ar), 'en', coalesce(t.venue_fr, t.venue_ar)) end`);

const MEETING_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  kind: 't.kind',
  state: 't.state',
  name: expression(LOCALIZED_NAME_SQL),
  scheduledOn: 't.scheduled_on',
  heldOn: 't.held_on',
  venue: VENUE,
  source: 't.source',
  version: 't.version',
} as const satisfies ColumnsOf<typeof MeetingTable, Meeting>;

/** How it is changed. */
export const MEETING: EntityMapping<Meeting> = {
  type: 'Meeting',
  table: 'meeting',
  columns: MEETING_COLUMNS,
  writeOnly: {
    nameAr: 't.name_ar',
    nameFr: 't.name_fr',
    nameEn: 't.name_en',
    venueAr: 't.venue_ar',
    venueFr: 't.venue_fr',
  } satisfies ColumnsOf<
    typeof MeetingTable,
    Record<'nameAr' | 'nameFr' | 'nameEn' | 'venueAr' | 'venueFr', string | null>
  >,
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

function perMeeting<Part extends { meetingId: number }>(
  meetings: readonly Meeting[],
  parts: readonly Part[],
): Part[][] {
  const lists = new Map<number, Part[]>(meetings.map(({ id }) => [Number(id), []]));
  for (const part of parts) lists.get(part.meetingId)?.push(part);
  return meetings.map(({ id }) => lists.get(Number(id)) ?? []);
}

export const agendasOf: Batch<Meeting, AgendaPoint[]> = async (scope, meetings) => {
  const points = await scope.rows(
    db
      .selectFrom('agenda_point as t')
      .select(['t.meeting_id as meetingId', 't.number', sql.raw<LocalizedName>(LOCALIZED_NAME_SQL).as('name')])
      .where('t.region_id', '=', regionsOf(meetings))
      .where('t.meeting_id', '=', idsOf(meetings))
      .orderBy('t.meeting_id')
      .orderBy('t.number')
      .orderBy('t.id'),
  );
  return perMeeting(meetings, points);
};

/** Everybody at a meeting, those who called it and the others. */
export const participationsOf: Batch<Meeting, Participation[]> = async (scope, meetings) => {
  const participations = await scope.rows(
    db
      .selectFrom('participation')
      .select(['meeting_id as meetingId', 'kind', 'institution_id as institutionId', 'organiser', 'attendees'])
      .where('region_id', '=', regionsOf(meetings))
      .where('meeting_id', '=', idsOf(meetings))
      .orderBy('meeting_id')
      .orderBy('id'),
  );
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
} as const satisfies ColumnsOf<typeof MeetingDecisionTable, MeetingDecision>;

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
  const rows = await scope.rows<MeetingDecision>(sql`
    select ${selectList(decisionColumns)} from meeting_decision t
    where t.region_id = ${regionsOf(meetings)} and t.meeting_id = ${idsOf(meetings)}
    order by t.id`);
  return meetings.map(({ id }) => rows.filter(({ meetingId }) => meetingId === id));
};
