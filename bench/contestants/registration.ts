import type pg from 'pg';
import type { Viewer } from '../../src/platform/auth/viewer.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { openingOf } from './reading.ts';

const INSERT = `
  insert into artisan (region_id, province_id, profession_id, kind, name_ar, name_latin, search_ar, search_ar_reversed,
    search_latin, search_latin_reversed, sex, age_band, qualification, practising, register_state, applied_on, birth_date, national_id)
  values ($1, $2, $3, $4, $5, $6, $5, $5, $6, $6, $7, 'FROM_35_TO_44', $8, true, 'APPLIED', current_date, $9, $10)
  returning id`;

/** The fields of an application that the bench sends. */
export interface Application {
  readonly province: string;
  readonly profession: string;
  readonly kind: string;
  readonly nameAr: string;
  readonly nameLatin: string;
  readonly sex: string;
  readonly qualification: string;
  readonly birthDate: string;
  readonly nationalId: string;
}

export interface Placed {
  readonly regionId: number;
  readonly provinceId: number;
  readonly professionId: number;
}
export type PlaceOf = (application: Application) => Placed;

/** The numbers of provinces, with their region, and of professions, by code. */
export function numbersOf(databaseUrl: string): Promise<Map<string, number[]>> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ code: string; numbers: number[] }>(`
      select iso as code, array[region_id::int, id::int] as numbers from province
      union all select code, array[id::int] from profession`);
    return new Map(rows.map((row) => [row.code, row.numbers]));
  });
}

/** Where an application belongs, told from what was read once. */
export async function placesOf(databaseUrl: string): Promise<PlaceOf> {
  const numbers = await numbersOf(databaseUrl);
  return ({ province, profession }) => {
    const [regionId = 0, provinceId = 0] = numbers.get(province) ?? [];
    const [professionId = 0] = numbers.get(profession) ?? [];
    return { regionId, provinceId, professionId };
  };
}

/** One insert in one transaction with the viewer's role, sent in one go. */
export async function inserted(
  pool: pg.Pool,
  viewer: Viewer,
  { application, placed }: { application: Application; placed: Placed },
): Promise<number> {
  const { kind, nameAr, nameLatin, sex, qualification, birthDate, nationalId } = application;
  const { regionId, provinceId, professionId } = placed;
  const place = [regionId, provinceId, professionId];
  const values = [...place, kind, nameAr, nameLatin, sex, qualification, birthDate, nationalId];
  const client = await pool.connect();
  try {
    const opening = client.query(openingOf(viewer, 'read committed'));
    const insert = client.query<{ id: number }>({ text: INSERT, values, name: 'insert' });
    const [, { rows }] = await Promise.all([opening, insert, client.query('commit')]);
    return rows[0]?.id ?? 0;
  } finally {
    client.release();
  }
}
