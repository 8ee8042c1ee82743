import type { EntitySchema } from '@mikro-orm/postgresql';
import type { ReferenceSource } from '../tenancy/reference.ts';
import type { NodeFinder } from './node.resolver.ts';

/** Loads the tables of a file. */
export type LoadTables = () => Promise<Readonly<Record<string, EntitySchema>>>;

/** What a concept adds to the service, in one place. */
export interface Module {
  /** Its tables. No server loads them: they are compared with what the migrations make. */
  readonly tables?: readonly LoadTables[];
  /** Reference data that each process keeps in memory. */
  readonly reference?: readonly ReferenceSource<unknown>[];
  /** Types whose objects are reference data: their JSON is kept with them. */
  readonly inMemoryTypes?: readonly string[];
  /** How `node` finds a row of each type that has an id. */
  readonly nodes?: Readonly<Record<string, NodeFinder>>;
  /** Resolvers of types and fields, and the mutations that `commands` makes. */
  readonly resolvers: readonly (new () => object)[];
}
