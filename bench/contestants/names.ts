import { withClient } from '../../src/platform/postgres/open.ts';

export interface Named {
  readonly id: number;
  readonly code: string;
  readonly regionId: number;
  readonly ar: string;
  readonly fr: string;
}
export type Names = ReadonlyMap<number, Named>;

/** The names of what every reply names and nobody changes. */
export interface Reference {
  readonly regions: Names;
  readonly provinces: Names;
  readonly professions: Names;
  readonly classes: Names;
}

const NAMES = 'name_ar as ar, name_fr as fr';
const TABLES = {
  regions: `select id, iso as code, id as "regionId", ${NAMES} from region order by id`,
  provinces: `select id, iso as code, region_id as "regionId", ${NAMES} from province order by id`,
  professions: `select id, code, 0 as "regionId", ${NAMES} from profession order by id`,
  classes: `select id, code, 0 as "regionId", ${NAMES} from body_class order by id`,
};

/** Read once, as hiraf reads them once; by the owner, whom no policy keeps from reference data. */
export function referenceOf(databaseUrl: string): Promise<Reference> {
  return withClient(databaseUrl, async (client) => {
    const of = async (text: string): Promise<Names> => {
      const { rows } = await client.query<Named>(text);
      return new Map(rows.map((row) => [row.id, row]));
    };
    return {
      regions: await of(TABLES.regions),
      provinces: await of(TABLES.provinces),
      professions: await of(TABLES.professions),
      classes: await of(TABLES.classes),
    };
  });
}
