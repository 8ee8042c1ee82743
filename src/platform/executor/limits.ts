import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DocumentLimits } from '../config/limits.ts';
import type { ErrorReason } from '../errors/reason.ts';
import { domainError, type DomainError } from '../errors/domain-error.ts';
import { isOfSchema } from './introspection.ts';
import { LIMIT_REASONS } from '../graphql/limits.reasons.ts';
import { fragmentsOf, type Fragments } from '../graphql/selection.ts';

type Limit = Exclude<keyof DocumentLimits, 'tokens'>;

const REASONS: Readonly<Record<Limit, ErrorReason>> = {
  definitions: LIMIT_REASONS.TOO_MANY_DEFINITIONS,
  depth: LIMIT_REASONS.TOO_DEEP,
  introspectionDepth: LIMIT_REASONS.TOO_DEEP,
  aliases: LIMIT_REASONS.TOO_MANY_ALIASES,
  aliasLength: LIMIT_REASONS.NAME_TOO_LONG,
  directives: LIMIT_REASONS.TOO_MANY_DIRECTIVES,
  fields: LIMIT_REASONS.TOO_MANY_FIELDS,
  sameName: LIMIT_REASONS.TOO_MANY_OF_ONE_NAME,
};

function tooMuchOf(limit: Limit, most: number, name = ''): DomainError {
  const fault = { path: '', reason: REASONS[limit], values: { limit: most, name } };
  return domainError('OPERATION_TOO_COSTLY', fault, { details: { limit } });
}

/** Where selections are made: how deep, and whether of the schema itself. */
interface Position {
  readonly depth: number;
  readonly isIntrospection: boolean;
}

/** Counts what one operation holds, its fragments unfolded; throws as soon as one bound is passed. */
class CostCounter {
  #aliases = 0;
  #directives = 0;
  #fields = 0;

  constructor(
    private readonly limits: DocumentLimits,
    private readonly fragments: Fragments,
    /** The fragments that were met so far. */
    private readonly met: Set<string>,
  ) {}

  definition({ selectionSet, directives = [] }: OperationDefinitionNode | FragmentDefinitionNode): void {
    this.#directives += directives.length;
    this.place([selectionSet], { depth: 1, isIntrospection: false });
  }

  /** The selections of one place of the answer: those of several fields of one name are merged there. */
  private place(sets: readonly SelectionSetNode[], at: Position): void {
    const byName = new Map<string, FieldNode[]>();
    for (const set of sets) this.collect(set, byName, new Set());
    if (byName.size === 0) return;
    const depth = at.isIntrospection ? 'introspectionDepth' : 'depth';
    this.bound(depth, at.depth);
    for (const [name, nodes] of byName) {
      this.bound('sameName', nodes.length, name);
      const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      const isIntrospection = at.isIntrospection || nodes.some(({ name: { value } }) => isOfSchema(value));
      if (inner.length > 0) this.place(inner, { depth: at.depth + 1, isIntrospection });
    }
  }

  /** Unfolds fragments; each is walked once for each way to it, and never inside itself. */
  private collect(set: SelectionSetNode, into: Map<string, FieldNode[]>, within: ReadonlySet<string>): void {
    for (const selection of set.selections) {
      this.count(selection);
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const nodes = into.get(name);
        if (nodes === undefined) into.set(name, [selection]);
        else nodes.push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.collect(selection.selectionSet, into, within);
      } else {
        const { value: name } = selection.name;
        this.met.add(name);
        const fragment = within.has(name) ? undefined : this.fragments[name];
        if (fragment !== undefined) this.collect(fragment.selectionSet, into, new Set([...within, name]));
      }
    }
  }

  private count(selection: SelectionNode): void {
    // Fragments count as fields: some that spread one another could else be walked for ever without meeting a field.
    this.#fields += 1;
    this.#directives += selection.directives?.length ?? 0;
    this.bound('fields', this.#fields);
    this.bound('directives', this.#directives);
    if (selection.kind !== Kind.FIELD || selection.alias === undefined) return;
    this.#aliases += 1;
    this.bound('aliases', this.#aliases);
    this.bound('aliasLength', selection.alias.value.length);
  }

  private bound(limit: Limit, number: number, name?: string): void {
    if (number > this.limits[limit]) throw tooMuchOf(limit, this.limits[limit], name);
  }
}

/** Throws a refusal where a document is too large to be checked against the schema: of the document alone, in one walk. */
export function mustBeWithinLimits(document: DocumentNode, limits: DocumentLimits): void {
  const { definitions } = document;
  if (definitions.length > limits.definitions) throw tooMuchOf('definitions', limits.definitions);
  const fragments = fragmentsOf(document);
  const met = new Set<string>();
  for (const definition of definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) new CostCounter(limits, fragments, met).definition(definition);
  }
  // A fragment that no operation spreads is not valid, and is checked all the same.
  for (const [name, fragment] of Object.entries(fragments))
    if (!met.has(name)) new CostCounter(limits, fragments, met).definition(fragment);
}
