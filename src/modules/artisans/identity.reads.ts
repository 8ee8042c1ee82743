import { sql } from 'kysely';
import type { Batch } from '../../platform/tenancy/tenant-scope.ts';
import type { Artisan } from './artisan.type.ts';

/** The columns that law 09-08 protects most; the database grants them to the capture role only. */
export interface Identity {
  readonly id: number;
  readonly birthDate: string | null;
  readonly nationalId: string | null;
  readonly companyId: string | null;
  readonly phone: string | null;
}

/** What is sensitive of a person, wherever it is shown. */
export const IDENTITY_FIELDS = ['birthDate', 'nationalId', 'companyId', 'phone'] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

export const identitiesOf: Batch<Artisan, Identity | null> = async (scope, artisans) => {
  const regions = [...new Set(artisans.map(({ regionId }) => regionId))];
  const rows = await scope.rows<Identity>(sql`
    select id, birth_date as "birthDate", national_id as "nationalId", company_id as "companyId", phone
    from artisan where region_id = any(${regions}::smallint[]) and id = any(${artisans.map(({ id }) => id)}::int[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return artisans.map(({ id }) => byId.get(Number(id)) ?? null);
};
