import type { Words } from './language.ts';
import type { Viewer } from './viewer.ts';

/** Where the ready questions of a viewer are asked. */
export interface Place {
  /** The code of the region. */
  readonly region: string;
  /** The code of the viewer's own territory: the province of a provincial officer, else the region. */
  readonly territory: string;
  /** The name of that territory. */
  readonly name: Words;
  /** Two provinces of the region by their codes, to be tried as one. */
  readonly neighbours: readonly string[];
}

/** For viewers of the whole nation, or of nothing: the region whose regional meeting was reported in the press. */
export const DEFAULT_PLACE: Place = {
  region: 'MA-03',
  territory: 'MA-03',
  name: { ar: 'فاس-مكناس', fr: 'Fès-Meknès', en: 'Fez-Meknes' },
  neighbours: ['MA-HAJ', 'MA-IFR'],
};

export function placeOf(viewer: Viewer | null): Place {
  const [region, another] = viewer?.regions ?? [];
  if (region === undefined || another !== undefined) return DEFAULT_PLACE;
  const territory = viewer?.grants.records[0] ?? region;
  return {
    region: region.code,
    territory: territory.code,
    name: territory.name,
    neighbours: region.provinces.slice(-2).map(({ code }) => code),
  };
}
