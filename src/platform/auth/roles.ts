/** The regions 1 to 12 and the nation, tenant 0. */
const REGIONS = Array.from({ length: 12 }, (_, index) => index + 1);
const NATION = 0;
const EVERYWHERE: readonly number[] = [NATION, ...REGIONS];

/** The ISO code of a region such as MA-03; MA for the nation. */
export const regionCode = (regionId: number): string =>
  regionId === NATION ? 'MA' : `MA-${String(regionId).padStart(2, '0')}`;

/** Where a grant reaches: regions, perhaps narrowed to one province of the one region. */
export interface Area {
  readonly regions: readonly number[];
  readonly province: number | null;
}

/** Three grants that do not imply one another: to change, to see people, to see figures. */
export interface Grants {
  readonly capture: Area;
  readonly records: Area;
  readonly figures: Area;
}

export const Role = {
  PROVINCIAL_OFFICER: 'PROVINCIAL_OFFICER',
  REGIONAL_OFFICER: 'REGIONAL_OFFICER',
  REGIONAL_VIEWER: 'REGIONAL_VIEWER',
  CENTRAL_OFFICER: 'CENTRAL_OFFICER',
  CENTRAL_SERVICE: 'CENTRAL_SERVICE',
  ANALYST: 'ANALYST',
} as const;
export type Role = keyof typeof Role;

/** What a token may say about where its bearer stands. */
export interface TokenTerritory {
  readonly region?: number | undefined;
  readonly province?: { readonly id: number; readonly regionId: number } | undefined;
}

const NOWHERE: Area = { regions: [], province: null };
const NATIONWIDE: Area = { regions: EVERYWHERE, province: null };

// Whoever checks a token has refused one that lacks them, with the reason.
const regionOf = ({ region }: TokenTerritory): number => {
  if (region === undefined) throw new Error('This role needs a region.');
  return region;
};

const provinceOf = ({ province }: TokenTerritory): { id: number; regionId: number } => {
  if (province === undefined) throw new Error('This role needs a province.');
  return province;
};

// Rows of the nation (tenant 0) are read by everyone who reads records; only central officers change them.
const readArea = (region: number, province: number | null): Area => ({ regions: [region, NATION], province });
const writeArea = (region: number, province: number | null): Area => ({ regions: [region], province });

const GRANTS: Readonly<Record<Role, (posting: TokenTerritory) => Grants>> = {
  PROVINCIAL_OFFICER: (posting) => {
    const { id, regionId } = provinceOf(posting);
    return { capture: writeArea(regionId, id), records: readArea(regionId, id), figures: NATIONWIDE };
  },
  REGIONAL_OFFICER: (posting) => {
    const region = regionOf(posting);
    return { capture: writeArea(region, null), records: readArea(region, null), figures: NATIONWIDE };
  },
  REGIONAL_VIEWER: (posting) => ({ capture: NOWHERE, records: readArea(regionOf(posting), null), figures: NATIONWIDE }),
  CENTRAL_OFFICER: () => ({ capture: NATIONWIDE, records: NATIONWIDE, figures: NATIONWIDE }),
  CENTRAL_SERVICE: () => ({ capture: NOWHERE, records: NATIONWIDE, figures: NATIONWIDE }),
  ANALYST: () => ({ capture: NOWHERE, records: NOWHERE, figures: NATIONWIDE }),
};

export const NO_GRANTS: Grants = { capture: NOWHERE, records: NOWHERE, figures: NOWHERE };

export const grantsOf = (role: Role, posting: TokenTerritory): Grants => GRANTS[role](posting);

/** Whether an area reaches a place; a row of the region as a whole (province null) is reached from each province of it. */
export function covers(area: Area, regionId: number, provinceId: number | null = null): boolean {
  if (!area.regions.includes(regionId)) return false;
  return area.province === null || provinceId === null || area.province === provinceId;
}
