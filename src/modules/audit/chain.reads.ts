import { sql, type RawBuilder } from 'kysely';
import type { QueryRunner } from '../../platform/postgres/sql.ts';
import { CHAIN_START } from '../../platform/lib/hash-chain.ts';
import type { Head, Link } from './chain.rules.ts';

const PAGE = 1000;

// Each field as the text that went into the hash, to the letter: a document that was parsed and written again is another text.
const LINK = sql.raw(`
  region_id::text as "regionId", seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  subject, role, request_id as "requestId", action, type, entity_id::text as "entityId", province_id::text as "provinceId",
  version::text, before::text, after::text, encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash`);

// Ordered by the column and not by its text of the same name.
const pageAfter = (regionId: number, seq: number): RawBuilder<Link> => sql<Link>`
  select ${LINK} from audit_entry e where region_id = ${regionId} and e.seq > ${seq} order by e.seq limit ${PAGE}`;

/** The entries of a region in order, a page in memory at a time. */
export async function* linksOf(run: QueryRunner, regionId: number): AsyncGenerator<Link> {
  let last: Link | undefined;
  do {
    const links = await run(pageAfter(regionId, Number(last?.seq ?? 0)));
    yield* links;
    last = links.length < PAGE ? undefined : links.at(-1);
  } while (last !== undefined);
}

/** Where the chain of a region is said to end; one without entries ends where every chain starts. */
export async function headOf(run: QueryRunner, regionId: number): Promise<Head> {
  const [head] = await run(sql<Head>`
    select seq, encode(hash, 'hex') as hash from audit_head where region_id = ${regionId}`);
  return head ?? { seq: 0, hash: CHAIN_START };
}
