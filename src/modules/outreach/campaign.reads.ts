import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { LOCALIZED_NAME_SQL } from '../../platform/graphql/localized-name.type.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import type { PageArgs } from '../../platform/graphql/page.args.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, EVERYWHERE } from '../../platform/tenancy/visibility.ts';
import type { Campaign } from './outreach.type.ts';

type Row = Omit<Campaign, 'id'> & { id: number };

const CAMPAIGN_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  name: LOCALIZED_NAME_SQL,
  waveNumber: 't.wave_id',
  plannedFrom: 't.planned_from',
  plannedTo: 't.planned_to',
  version: 't.version',
} as const satisfies Record<keyof Row, string>;

/** How it is changed. */
export const CAMPAIGN: EntityMapping<Campaign> = {
  type: 'Campaign',
  table: 'campaign',
  columns: CAMPAIGN_COLUMNS,
  writeOnly: { nameAr: 'name_ar', nameFr: 'name_fr', nameEn: 'name_en' },
};

const columns: Record<string, string> = { ...CAMPAIGN_COLUMNS, __typename: `'Campaign'` };
const BY_ID = { name: 'ID', column: 'id', cast: 'int', descending: false } as const;

export function campaignsOf(scope: TenantScope, args: PageArgs): LazyConnection<Campaign> {
  const spec = { table: 'campaign', columns, anchor: null, ordering: BY_ID, where: [], cut: '' };
  return listOf<Campaign>(scope, { ...spec, anchors: visibleAnchors(scope, EVERYWHERE) }, args);
}

/** Campaigns by number, in any region that the viewer may read; null where there is none. */
export const campaignsByIds: Batch<number, Campaign | null> = rowsByIds('campaign', columns);
