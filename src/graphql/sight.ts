import type { Scope } from '../access/scope.ts';
import { mustHave } from '../access/viewer.ts';
import type { Anchor } from '../database/page.ts';

/** A place to list from: all regions (null), one region, or one province of it. */
export interface Place {
  readonly regionId: number | null;
  readonly provinceId: number | null;
}

export const EVERYWHERE: Place = { regionId: null, provinceId: null };

/**
 * The anchors of a list at a place, as far as the viewer's records reach: none where the place is out of sight.
 * A viewer narrowed to a province is anchored to it by the policy, which also shows the rows of the whole region.
 */
export function anchorsIn(scope: Scope, place: Place): Anchor[] {
  mustHave(scope.viewer, 'READ_RECORDS');
  const { records } = scope.viewer.grants;
  if (place.provinceId !== null) {
    const inSight = place.regionId !== null && records.regions.includes(place.regionId);
    const narrowed = records.province !== null && records.province !== place.provinceId;
    return inSight && !narrowed ? [{ regionId: place.regionId, value: place.provinceId }] : [];
  }
  const regions = records.regions.filter((regionId) => place.regionId === null || regionId === place.regionId);
  return regions.map((regionId) => ({ regionId, value: null }));
}
