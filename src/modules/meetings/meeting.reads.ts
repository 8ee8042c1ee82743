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
} from './meeting.type.ts';
import { inRanges, oneOf } from '../../platform/graphql/filter.input.ts';

type Row = Omit<Meeting, 'id'> & { id: number };

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
} as const satisfies Record<keyof Row, string>;

/** How it is changed. */
export const MEETING: EntityMapping<Meeting> = {
  type: 'Meeting',
  table: 'meeting',
  columns: MEETING_COLUMNS,
  writeOnly: { nameAr: 'name_ar', nameFr: 'name_fr', nameEn: 'name_en', venueAr: 'venue_ar', venueFr: 'venue_fr' },
};

const columns: Record<string, string> = { ...MEETING_COLUMNS, __typename: `'Meeting'` };

export function meetingsIn(scope: TenantScope, place: TerritoryScope, args: MeetingListArgs): LazyConnection<Meeting> {
  const anchor = place.provinceId === null ? null : 'province_id';
  const filter = args.filter ?? {};
  const where = [
    ...oneOf({ state: filter.states }),
    ...inRanges({ scheduledOn: ['scheduled_on', filter.scheduledOn] }),
  ];
  const ordering = MeetingOrder.orderingOf(args.orderBy);
  const spec = { table: 'meeting', columns, anchor, ordering, where, cut: JSON.stringify(filter) };
  return listOf<Meeting>(scope, { ...spec, anchors: visibleAnchors(scope, place) }, args);
}

export function meetingsOf(scope: TenantScope, args: MeetingListArgs): LazyConnection<Meeting> {
  const code = args.filter?.territory;
  return meetingsIn(scope, code ? territoryByCode(scope, code, 'filter.territory').place : EVERYWHERE, args);
}

/** Meetings by number, in any region that the viewer may read; null where there is none. */
export const meetingsByIds: Batch<number, Meeting | null> = rowsByIds('meeting', columns);

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
