import { withClient } from '../../src/platform/postgres/open.ts';
import type { TestDatabase } from '../support/database.ts';

/** Each is a statement that answers the oid and the name of tables; the catalogue tells which they are. */
export const TABLES = `select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname !~ '^migration'`;

// Everybody reads reference data, of whatever region it tells; figures have a grant of their own.
const REFERENCE_OF_REGIONS = `('region', 'province', 'institution', 'published_figure')`;
const FIGURES = `('register_cell', 'register_figure', 'class_figure', 'body_figure')`;
// What is only ever added to: who did what and how often, and what is to be told.
const TRAILS = `('audit_entry', 'audit_head', 'outbox_event', 'idempotency_key', 'number_count')`;
const HAS_REGION = `exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'region_id')`;

export const OF_REGION = `select t.* from (${TABLES}) t where ${HAS_REGION} and t.name not in ${REFERENCE_OF_REGIONS}`;
export const FIGURE = `select r.* from (${OF_REGION}) r where r.name in ${FIGURES}`;
export const TRAIL = `select r.* from (${OF_REGION}) r where r.name in ${TRAILS}`;
export const TENANT = `select r.* from (${OF_REGION}) r where r.name not in ${FIGURES} and r.name not in ${TRAILS}`;
// What the API counts for itself.
const OPERATIONAL = `('budget')`;

export const WITHOUT_REGION = `select t.* from (${TABLES}) t where not ${HAS_REGION} and t.name not in ${OPERATIONAL}`;
export const REFERENCE = `select t.* from (${TABLES}) t
  where (not ${HAS_REGION} and t.name not in ${OPERATIONAL}) or t.name in ${REFERENCE_OF_REGIONS}`;

export interface Catalogue {
  rows<Row extends object>(sql: string): Promise<Row[]>;
  /** The `name` column of the answer, in order. */
  names(sql: string): Promise<string[]>;
}

/** Reads as the owner, who stands outside the wall. */
export function catalogueOf({ url }: TestDatabase): Catalogue {
  const rows = <Row extends object>(sql: string): Promise<Row[]> =>
    withClient(url, async (client) => (await client.query<Row>(sql)).rows);
  return {
    rows,
    names: async (sql) =>
      (await rows<{ name: string }>(`select name from (${sql}) n order by name`)).map(({ name }) => name),
  };
}
