import { sql, type RawBuilder } from 'kysely';
import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import { expression, type ColumnsOf } from '../../platform/postgres/columns.ts';
import { idsOf, queriesOn, regionsOf } from '../../platform/postgres/sql.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import type { PageArgs } from '../../platform/graphql/page.args.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, EVERYWHERE, type TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { bodyClassByCode } from '../professions/profession.reads.ts';
import { territoryByCode } from '../territory/territory.reads.ts';
import type {
  CampaignTable,
  OutreachAttendanceTable,
  OutreachReachTable,
  OutreachSessionTable,
} from './outreach.table.ts';
import {
  OutreachSessionOrder,
  type OutreachSessionFilter,
  type OutreachSessionListArgs,
  type Campaign,
  type OutreachSession,
  type Attendance,
} from './outreach.type.ts';
import { inRanges, oneOf } from '../../platform/graphql/filter.input.ts';
import { LOCALIZED_NAME_SQL } from '../../platform/graphql/localized-name.type.ts';

const db = queriesOn<typeof OutreachAttendanceTable | typeof OutreachReachTable>();

const SESSION_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  bodyClassId: 't.body_class_id',
  campaignId: 't.campaign_id',
  kind: 't.kind',
  state: 't.state',
  plannedOn: 't.planned_on',
  heldOn: 't.held_on',
  venue: expression(`json_build_object('ar', t.venue_ar, 'fr', t.venue_fr, 'en', t.venue_fr)`),
  attendees: 't.attendees',
  womenAttendees: 't.women_attendees',
  version: 't.version',
} as const satisfies ColumnsOf<typeof OutreachSessionTable, OutreachSession>;

/** How it is changed. */
export const SESSION: EntityMapping<OutreachSession> = {
  type: 'OutreachSession',
  table: 'outreach_session',
  columns: SESSION_COLUMNS,
  writeOnly: { venueAr: 't.venue_ar', venueFr: 't.venue_fr' } satisfies ColumnsOf<
    typeof OutreachSessionTable,
    Record<'venueAr' | 'venueFr', string>
  >,
};

const sessionColumns: Record<string, string> = { ...SESSION_COLUMNS, __typename: `'OutreachSession'` };

function conditionsOf(scope: TenantScope, filter: OutreachSessionFilter): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [];
  if (filter.bodyClass) {
    const { bodyClassId } = bodyClassByCode(scope, filter.bodyClass, 'filter.bodyClass');
    where.push(sql`t.body_class_id = ${bodyClassId}`);
  }
  const { plannedOn, heldOn } = filter;
  const days = inRanges({ plannedOn: ['planned_on', plannedOn], heldOn: ['held_on', heldOn] });
  return [...where, ...oneOf({ state: filter.states }), ...days];
}

export function sessionsIn(
  scope: TenantScope,
  place: TerritoryScope,
  args: OutreachSessionListArgs,
): LazyConnection<OutreachSession> {
  const anchor = place.provinceId === null ? null : 'province_id';
  const filter = args.filter ?? {};
  const where = conditionsOf(scope, filter);
  const ordering = OutreachSessionOrder.orderingOf(args.orderBy);
  const spec = {
    table: 'outreach_session',
    columns: sessionColumns,
    anchor,
    ordering,
    where,
    cut: JSON.stringify(filter),
  };
  return listOf<OutreachSession>(scope, { ...spec, anchors: visibleAnchors(scope, place) }, args);
}

export function sessionsOf(scope: TenantScope, args: OutreachSessionListArgs): LazyConnection<OutreachSession> {
  const code = args.filter?.territory;
  return sessionsIn(scope, code ? territoryByCode(scope, code, 'filter.territory').place : EVERYWHERE, args);
}

export function sessionsOfCampaign(
  scope: TenantScope,
  campaign: Campaign,
  args: PageArgs,
): LazyConnection<OutreachSession> {
  const anchors = [{ regionId: campaign.regionId, value: Number(campaign.id) }];
  const ordering = OutreachSessionOrder.orderingOf(null);
  const spec = {
    table: 'outreach_session',
    columns: sessionColumns,
    anchor: 'campaign_id',
    ordering,
    where: [],
    cut: '',
  };
  return listOf<OutreachSession>(scope, { ...spec, anchors }, args);
}

/** Sessions by number, in any region that the viewer may read; null where there is none. */
export const sessionsByIds: Batch<number, OutreachSession | null> = rowsByIds('outreach_session', sessionColumns);

/** Who came to sessions, by profession. */
export const attendancesOf: Batch<OutreachSession, Attendance[]> = async (scope, sessions) => {
  const rows = await scope.rows(
    db
      .selectFrom('outreach_attendance')
      .select(['session_id as sessionId', 'profession_id as professionId', 'women', 'men'])
      .where('region_id', '=', regionsOf(sessions))
      .where('session_id', '=', idsOf(sessions))
      .orderBy('profession_id'),
  );
  return sessions.map(({ id }) => rows.filter(({ sessionId }) => sessionId === id));
};

/** How many artisans sessions reached. */
export const reachedOf: Batch<OutreachSession, number> = async (scope, sessions) => {
  const rows = await scope.rows(
    db
      .selectFrom('outreach_reach')
      .select(['session_id as sessionId', sql<number>`count(*)::int`.as('reached')])
      .where('region_id', '=', regionsOf(sessions))
      .where('session_id', '=', idsOf(sessions))
      .groupBy('session_id'),
  );
  const bySession = new Map(rows.map(({ sessionId, reached }) => [sessionId, reached]));
  return sessions.map(({ id }) => bySession.get(Number(id)) ?? 0);
};

const CAMPAIGN_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  name: expression(LOCALIZED_NAME_SQL),
  waveNumber: 't.wave_id',
  plannedFrom: 't.planned_from',
  plannedTo: 't.planned_to',
  version: 't.version',
} as const satisfies ColumnsOf<typeof CampaignTable, Campaign>;

/** How it is changed. */
export const CAMPAIGN: EntityMapping<Campaign> = {
  type: 'Campaign',
  table: 'campaign',
  columns: CAMPAIGN_COLUMNS,
  writeOnly: { nameAr: 't.name_ar', nameFr: 't.name_fr', nameEn: 't.name_en' } satisfies ColumnsOf<
    typeof CampaignTable,
    Record<'nameAr' | 'nameFr' | 'nameEn', string>
  >,
};

const campaignColumns: Record<string, string> = { ...CAMPAIGN_COLUMNS, __typename: `'Campaign'` };
const BY_ID = { name: 'ID', column: 'id', cast: 'int', descending: false } as const;

export function campaignsOf(scope: TenantScope, args: PageArgs): LazyConnection<Campaign> {
  const spec = { table: 'campaign', columns: campaignColumns, anchor: null, ordering: BY_ID, where: [], cut: '' };
  return listOf<Campaign>(scope, { ...spec, anchors: visibleAnchors(scope, EVERYWHERE) }, args);
}

/** Campaigns by number, in any region that the viewer may read; null where there is none. */
export const campaignsByIds: Batch<number, Campaign | null> = rowsByIds('campaign', campaignColumns);
