import { sql, type RawBuilder } from 'kysely';
import type { Kind } from '../../access/kind.ts';
import type { Batch, Scope } from '../../access/scope.ts';
import { listOf, type List, type ListSpec } from '../../graphql/list.ts';
import type { PageArgs } from '../../graphql/page.args.ts';
import { rowsByIds } from '../../graphql/rows.ts';
import { anchorsIn, EVERYWHERE, type Place } from '../../graphql/sight.ts';
import { bodyClassByCode } from '../professions/index.ts';
import { territoryByCode } from '../territory/index.ts';
import type {
  OutreachSessionFilter,
  OutreachSessionListArgs,
  OutreachSessionOrder,
  OutreachSessionOrderField,
} from './outreach.args.ts';
import type { Campaign, OutreachSession } from './outreach.type.ts';

type Row = Omit<OutreachSession, 'id'> & { id: number };

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
  venue: `json_build_object('ar', t.venue_ar, 'fr', t.venue_fr, 'en', t.venue_fr)`,
  attendees: 't.attendees',
  womenAttendees: 't.women_attendees',
  version: 't.version',
} as const satisfies Record<keyof Row, string>;

/** How it is changed. */
export const SESSION: Kind<OutreachSession> = {
  type: 'OutreachSession',
  table: 'outreach_session',
  columns: SESSION_COLUMNS,
  sealed: { venueAr: 'venue_ar', venueFr: 'venue_fr' },
};

const columns: Record<string, string> = { ...SESSION_COLUMNS, __typename: `'OutreachSession'` };

const ORDERINGS: Record<OutreachSessionOrderField, Pick<ListSpec['ordering'], 'column' | 'cast'>> = {
  ID: { column: 'id', cast: 'int' },
  PLANNED_ON: { column: 'planned_on', cast: 'date' },
};

const orderingOf = (order: OutreachSessionOrder | null | undefined): ListSpec['ordering'] => {
  const field = order?.field ?? 'ID';
  const direction = order?.direction ?? 'ASC';
  return { name: `${field}:${direction}`, ...ORDERINGS[field], descending: direction === 'DESC' };
};

function conditionsOf(scope: Scope, filter: OutreachSessionFilter): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [];
  if (filter.bodyClass) {
    const { bodyClassId } = bodyClassByCode(scope, filter.bodyClass, 'filter.bodyClass');
    where.push(sql`t.body_class_id = ${bodyClassId}`);
  }
  if (filter.state) where.push(sql`t.state = ${filter.state}`);
  return where;
}

export function sessionsIn(scope: Scope, place: Place, args: OutreachSessionListArgs): List<OutreachSession> {
  const anchor = place.provinceId === null ? null : 'province_id';
  const filter = args.filter ?? {};
  const where = conditionsOf(scope, filter);
  const ordering = orderingOf(args.orderBy);
  const spec = { table: 'outreach_session', columns, anchor, ordering, where, cut: JSON.stringify(filter) };
  return listOf<OutreachSession>(scope, { ...spec, anchors: anchorsIn(scope, place) }, args);
}

export function sessionsOf(scope: Scope, args: OutreachSessionListArgs): List<OutreachSession> {
  const code = args.filter?.territory;
  return sessionsIn(scope, code ? territoryByCode(scope, code, 'filter.territory').place : EVERYWHERE, args);
}

export function sessionsOfCampaign(scope: Scope, campaign: Campaign, args: PageArgs): List<OutreachSession> {
  const anchors = [{ regionId: campaign.regionId, value: Number(campaign.id) }];
  const ordering = orderingOf(null);
  const spec = { table: 'outreach_session', columns, anchor: 'campaign_id', ordering, where: [], cut: '' };
  return listOf<OutreachSession>(scope, { ...spec, anchors }, args);
}

/** Sessions by number, in any region in sight; null where there is none in sight. */
export const sessionsByIds: Batch<number, OutreachSession | null> = rowsByIds('outreach_session', columns);
