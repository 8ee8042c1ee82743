import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { LARGEST_PAGE } from './page.args.ts';

export const LIMITS = {
  /** Tokens of a document. */
  tokens: 2000,
  /** Fields below one another. */
  depth: 12,
  /** Aliases in an operation, its fragments unfolded. */
  aliases: 30,
  /** Directives in an operation, its fragments unfolded. */
  directives: 30,
  /** Fields in an operation, its fragments unfolded. */
  fields: 1000,
  /** Rows that an operation can ask for: "first" of each list times that of the lists around it. */
  rows: 25_000,
  /** Bytes of a request. */
  bytes: 100_000,
} as const;

interface Tally {
  depth: number;
  aliases: number;
  directives: number;
  fields: number;
  rows: number;
}
type Counted = keyof Tally;

const SAYS: Readonly<Record<Counted, string>> = {
  depth: 'nests its fields too deep',
  aliases: 'has too many aliases',
  directives: 'has too many directives',
  fields: 'has too many fields',
  rows: 'can ask for too many rows; lower "first"',
};
const LISTS_WITHOUT_PAGES = new Map([
  ['regions', 12],
  ['provinces', 10],
]);

/** How many rows a field can answer; a variable counts as the largest page. */
function breadth(field: FieldNode): number {
  const first = field.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (first?.kind === Kind.INT) return Math.max(1, Math.min(Number(first.value), LARGEST_PAGE));
  if (first?.kind === Kind.VARIABLE) return LARGEST_PAGE;
  return LISTS_WITHOUT_PAGES.get(field.name.value) ?? 1;
}

/** Where a selection stands: how deep, for how many rows, and inside which fragments. */
interface Position {
  readonly depth: number;
  readonly rows: number;
  readonly path: readonly string[];
}

class Counter {
  readonly tally: Tally = { depth: 0, aliases: 0, directives: 0, fields: 0, rows: 0 };

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  /** Stops as soon as one bound is passed, so that unfolding fragments cannot take long. */
  exceeded(): Counted | undefined {
    return (Object.keys(this.tally) as Counted[]).find((name) => this.tally[name] > LIMITS[name]);
  }

  count(selections: SelectionSetNode, at: Position): void {
    for (const selection of selections.selections) {
      if (this.exceeded() !== undefined) return;
      this.tally.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) this.countField(selection, at);
      else if (selection.kind === Kind.INLINE_FRAGMENT) this.count(selection.selectionSet, at);
      else this.countSpread(selection.name.value, at);
    }
  }

  private countField(field: FieldNode, { depth, rows, path }: Position): void {
    this.tally.fields += 1;
    this.tally.depth = Math.max(this.tally.depth, depth);
    if (field.alias !== undefined) this.tally.aliases += 1;
    const within = rows * breadth(field);
    if (within > rows) this.tally.rows += within;
    if (field.selectionSet !== undefined) this.count(field.selectionSet, { depth: depth + 1, rows: within, path });
  }

  private countSpread(name: string, at: Position): void {
    const fragment = this.fragments.get(name);
    if (fragment === undefined || at.path.includes(name)) return;
    this.count(fragment.selectionSet, { ...at, path: [...at.path, name] });
  }
}

/** Refuses operations whose cost has no reasonable bound, before anything is run. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of context.getDocument().definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return {
    OperationDefinition: (operation) => {
      // The introspection query of tools is deep, and guarded by role.
      const counter = new Counter(fragments);
      const own = operation.selectionSet.selections.filter(
        (selection) => selection.kind !== Kind.FIELD || !selection.name.value.startsWith('__'),
      );
      counter.tally.directives += operation.directives?.length ?? 0;
      counter.count({ kind: Kind.SELECTION_SET, selections: own }, { depth: 1, rows: 1, path: [] });
      const name = counter.exceeded();
      if (name === undefined) return false;
      const message = `The operation ${SAYS[name]}: at most ${String(LIMITS[name])}.`;
      context.reportError(
        new GraphQLError(message, { nodes: operation, extensions: { code: 'OPERATION_TOO_COSTLY', limit: name } }),
      );
      return false;
    },
  };
}
