import { sql, type RawBuilder } from 'kysely';
import type { Author } from './audit-log.ts';

/** A sensitive value that an answer shows: of which thing, standing where. */
export interface SensitiveRead {
  readonly type: string;
  readonly id: number;
  readonly regionId: number;
  readonly provinceId: number | null;
  readonly field: string;
}

/** What an answer shows of one type in one region, as the audit log keeps it. */
interface AccessRecord {
  readonly type: string;
  readonly regionId: number;
  /** The one province of all of it; null where there are several. */
  readonly provinceId: number | null;
  /** The one thing of all of it, so that its history finds the read; null where there are several. */
  readonly id: number | null;
  readonly after: { readonly read: Readonly<Record<string, readonly number[]>> };
}

/** The one value of all, if there is but one. */
const only = <Value>(values: ReadonlySet<Value>): Value | null => {
  const [one] = values;
  return one === undefined || values.size > 1 ? null : one;
};

/** What is shown of one type in one region. */
class ReadsOfRegion {
  readonly #ids = new Set<number>();
  readonly #provinces = new Set<number | null>();
  readonly #read = new Map<string, Set<number>>();

  constructor(
    readonly regionId: number,
    private readonly type: string,
  ) {}

  add({ id, provinceId, field }: SensitiveRead): void {
    this.#ids.add(id);
    this.#provinces.add(provinceId);
    const read = this.#read.get(field) ?? new Set();
    this.#read.set(field, read.add(id));
  }

  note(): AccessRecord {
    const { type, regionId } = this;
    const read = Object.fromEntries([...this.#read].map(([field, ids]) => [field, [...ids]]));
    return { type, regionId, provinceId: only(this.#provinces), id: only(this.#ids), after: { read } };
  }
}

/** The sensitive values that the answer to one operation shows. */
export class SensitiveReadLog {
  readonly #shown = new Map<string, ReadsOfRegion>();

  add(disclosure: SensitiveRead): void {
    const { regionId, type } = disclosure;
    const key = `${String(regionId)}:${type}`;
    const shown = this.#shown.get(key) ?? new ReadsOfRegion(regionId, type);
    this.#shown.set(key, shown);
    shown.add(disclosure);
  }

  /** One note for each region and type, in the order of regions; what was taken is not given again. */
  drain(): AccessRecord[] {
    const shown = [...this.#shown.values()].sort((one, other) => one.regionId - other.regionId);
    this.#shown.clear();
    return shown.map((each) => each.note());
  }
}

/** Writes that something was read; nothing changed, so nothing is published of it. */
export const insertAccessRecords = (
  notes: readonly AccessRecord[],
  { viewer, requestId, action }: Author,
): RawBuilder<unknown> => sql`
  insert into audit_entry (region_id, subject, role, request_id, action, type, entity_id, province_id, after)
  select "regionId", ${viewer.subject ?? ''}, ${viewer.role ?? ''}, ${requestId}, ${action}, type, id, "provinceId", after
  from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb)
    as n ("regionId" smallint, "provinceId" smallint, type text, id int, after jsonb)`;
