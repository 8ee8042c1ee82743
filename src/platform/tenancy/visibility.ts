import type { TenantScope } from './tenant-scope.ts';
import { requireGrant } from '../auth/viewer.ts';
import type { Anchor } from '../postgres/keyset.ts';

/** A place to list from: all regions (null), one region, or one province of it. */
export interface TerritoryScope {
  readonly regionId: number | null;
  readonly provinceId: number | null;
}

export const EVERYWHERE: TerritoryScope = { regionId: null, provinceId: null };

/**
 * The anchors of a list at a place, as far as the viewer may read records: none where the viewer may read none there.
 * A viewer narrowed to a province is anchored to it by the policy, which also shows the rows of the whole region.
 */
export function visibleAnchors(scope: TenantScope, place: TerritoryScope): Anchor[] {
  requireGrant(scope.viewer, 'READ_RECORDS');
  const { records } = scope.viewer.grants;
  if (place.provinceId !== null) {
    const inSight = place.regionId !== null && records.regions.includes(place.regionId);
    const narrowed = records.province !== null && records.province !== place.provinceId;
    return inSight && !narrowed ? [{ regionId: place.regionId, value: place.provinceId }] : [];
  }
  const regions = records.regions.filter((regionId) => place.regionId === null || regionId === place.regionId);
  return regions.map((regionId) => ({ regionId, value: null }));
}
