import type { Kind } from '../../access/kind.ts';
import type { Batch, Scope } from '../../access/scope.ts';
import { LOCALIZED_NAME_SQL } from '../../graphql/localized-name.type.ts';
import { listOf, type List } from '../../graphql/list.ts';
import type { PageArgs } from '../../graphql/page.args.ts';
import { rowsByIds } from '../../graphql/rows.ts';
import { anchorsIn, EVERYWHERE } from '../../graphql/sight.ts';
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
export const CAMPAIGN: Kind<Campaign> = {
  type: 'Campaign',
  table: 'campaign',
  columns: CAMPAIGN_COLUMNS,
  sealed: { nameAr: 'name_ar', nameFr: 'name_fr', nameEn: 'name_en' },
};

const columns: Record<string, string> = { ...CAMPAIGN_COLUMNS, __typename: `'Campaign'` };
const BY_ID = { name: 'ID', column: 'id', cast: 'int', descending: false } as const;

export function campaignsOf(scope: Scope, args: PageArgs): List<Campaign> {
  const spec = { table: 'campaign', columns, anchor: null, ordering: BY_ID, where: [], cut: '' };
  return listOf<Campaign>(scope, { ...spec, anchors: anchorsIn(scope, EVERYWHERE) }, args);
}

/** Campaigns by number, in any region in sight; null where there is none in sight. */
export const campaignsByIds: Batch<number, Campaign | null> = rowsByIds('campaign', columns);
