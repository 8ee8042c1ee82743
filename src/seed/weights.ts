import { dataFile } from './reference.files.ts';
import { weighted, type Random } from './random.ts';

export interface Place {
  readonly id: number;
  readonly regionId: number;
  readonly iso: string;
  readonly name: { readonly ar: string; readonly fr: string; readonly en: string };
  /** The share of the nation's registrants who live here, from 0 to 1. */
  readonly share: number;
}

export interface Craft {
  readonly id: number;
  readonly code: string;
  readonly sector: string;
  readonly bodyClassId: number;
  readonly share: number;
}

export interface Nation {
  readonly places: readonly Place[];
  readonly crafts: readonly Craft[];
  readonly drawPlace: (random: Random) => Place;
  readonly drawCraft: (random: Random) => Craft;
}

// Percent of registrants by sector: service crafts were 39 % of the register in 2025; within that, assumed.
const SECTOR_WEIGHTS: Readonly<Record<string, number>> = {
  ...{ TEX: 22, CLY: 4, MET: 8, LEA: 8, WOO: 8, PLT: 2, FOO: 4, MSP: 2 },
  ...{ VEH: 13, MAC: 6, HAI: 11, BLD: 9, MSS: 3 },
};

const latestRegistered = (
  figures: readonly { territory: string; measure: string; value: number }[],
): Map<string, number> =>
  new Map(figures.filter(({ measure }) => measure === 'REGISTERED').map(({ territory, value }) => [territory, value]));

/** Published registrations where there are any; what is left of a total is spread by population. */
function spread(
  total: number,
  parts: readonly { key: string; population: number }[],
  published: ReadonlyMap<string, number>,
) {
  const known = parts.reduce((sum, { key }) => sum + (published.get(key) ?? 0), 0);
  const open = parts.filter(({ key }) => !published.has(key)).reduce((sum, { population }) => sum + population, 0);
  const left = Math.max(total - known, 0);
  return new Map(parts.map(({ key, population }) => [key, published.get(key) ?? (left * population) / open]));
}

async function places(): Promise<Place[]> {
  const { nation, regions, provinces } = await dataFile('territory');
  const published = latestRegistered((await dataFile('published-figures')).figures);
  const total = published.get(nation.iso) ?? nation.population;
  const ofRegions = spread(
    total,
    regions.map(({ iso, population }) => ({ key: iso, population })),
    published,
  );
  return regions.flatMap((region) => {
    const own = provinces.filter((province) => province.region === region.id);
    const parts = own.map(({ iso, population }) => ({ key: iso, population }));
    const ofProvinces = spread(ofRegions.get(region.iso) ?? 0, parts, published);
    return own.map(({ id, iso, name }) => {
      const share = (ofProvinces.get(iso) ?? 0) / total;
      return { id, regionId: region.id, iso, name, share };
    });
  });
}

async function crafts(): Promise<Craft[]> {
  const { sectors, activities } = await dataFile('professions');
  const { classes } = await dataFile('body-classes');
  const classOf = new Map(classes.flatMap(({ id, professions }) => professions.map((code) => [code, id] as const)));
  return sectors.flatMap(({ code: sector }) => {
    const own = activities.filter((activity) => activity.sector === sector);
    // The first of a sector are the commonest, as the decree lists them.
    const weights = own.map((_, rank) => 1 / (rank + 2) ** 0.7);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return own.map((activity, rank) => ({
      id: activities.indexOf(activity) + 1,
      code: activity.code,
      sector,
      bodyClassId: classOf.get(activity.code) ?? 0,
      share: ((SECTOR_WEIGHTS[sector] ?? 1) / 100) * ((weights[rank] ?? 0) / sum),
    }));
  });
}

/** Where people live and what they do, in proportion to what is published. */
export async function nationWeights(): Promise<Nation> {
  const [allPlaces, allCrafts] = [await places(), await crafts()];
  return {
    places: allPlaces,
    crafts: allCrafts,
    drawPlace: weighted(allPlaces.map((place) => [place, place.share])),
    drawCraft: weighted(allCrafts.map((craft) => [craft, craft.share])),
  };
}
