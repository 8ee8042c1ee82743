import type { QueryRunner } from '../postgres/sql.ts';

/** A small list that nearly every page reads, such as the territory: loaded once and held in memory. */
export interface ReferenceSource<Value> {
  readonly name: string;
  readonly load: (run: QueryRunner) => Promise<Value>;
}

export type ReferenceSnapshot = ReadonlyMap<ReferenceSource<unknown>, unknown>;

export async function loadReference(
  sources: readonly ReferenceSource<unknown>[],
  run: QueryRunner,
): Promise<ReferenceSnapshot> {
  const snapshot = new Map<ReferenceSource<unknown>, unknown>();
  for (const source of sources) snapshot.set(source, await source.load(run));
  return snapshot;
}

export function referenceOf<Value>(snapshot: ReferenceSnapshot, source: ReferenceSource<Value>): Value {
  if (!snapshot.has(source)) throw new Error(`The reference data "${source.name}" was not loaded.`);
  return snapshot.get(source) as Value;
}
