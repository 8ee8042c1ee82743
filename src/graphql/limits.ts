import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { breadthOf, fieldOf, isIntrospection, type Composite, type Parent } from './breadth.ts';

export const LIMITS = {
  /** Tokens of a document. */
  tokens: 2000,
  /** Fields below one another. */
  depth: 12,
  /** Fields below one another where the schema itself is asked for: the query of tools follows a type through nine wrappings. */
  introspectionDepth: 18,
  /** Aliases in an operation, its fragments unfolded. */
  aliases: 30,
  /** Directives in an operation, its fragments unfolded. */
  directives: 30,
  /** Fields and fragments in an operation, its fragments unfolded. */
  fields: 1000,
  /** Rows that an operation can ask for: the size of each list times that of the lists around it. */
  rows: 25_000,
  /** Bytes of a request. */
  bytes: 100_000,
} as const;

const SAYS = {
  depth: 'nests its fields too deep',
  introspectionDepth: 'nests its questions about the schema too deep',
  aliases: 'has too many aliases',
  directives: 'has too many directives',
  fields: 'has too many fields',
  rows: 'can ask for too many rows; lower "first"',
} as const;
type Counted = keyof typeof SAYS;
const COUNTED = Object.keys(SAYS) as Counted[];

/** Where a selection stands: in which type and list, how deep, for how many rows, and inside which fragments. */
interface Position extends Parent {
  readonly depth: number;
  readonly rows: number;
  readonly path: readonly string[];
}

class Counter {
  readonly tally: Record<Counted, number> = {
    depth: 0,
    introspectionDepth: 0,
    aliases: 0,
    directives: 0,
    fields: 0,
    rows: 0,
  };

  constructor(
    private readonly context: ValidationContext,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  /** Counting stops as soon as one bound is passed, so that unfolding fragments cannot take long. */
  exceeded(): Counted | undefined {
    return COUNTED.find((name) => this.tally[name] > LIMITS[name]);
  }

  count(selections: SelectionSetNode, at: Position): void {
    for (const selection of selections.selections) {
      if (this.exceeded() !== undefined) return;
      this.tally.directives += selection.directives?.length ?? 0;
      // Fragments count as fields: some that spread one another could else be walked for ever without meeting a field.
      this.tally.fields += 1;
      if (selection.kind === Kind.FIELD) this.countField(selection, at);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) this.countSpread(selection.name.value, at);
      else this.count(selection.selectionSet, this.narrowed(at, selection.typeCondition?.name.value));
    }
  }

  private countField(node: FieldNode, at: Position): void {
    const field = fieldOf(this.context.getSchema(), at.type, node.name.value);
    this.measureDepth(at, field);
    if (node.alias !== undefined) this.tally.aliases += 1;
    const { breadth, type } = breadthOf(node, field, at);
    const rows = at.rows * breadth;
    if (breadth > 1) this.tally.rows += rows;
    if (node.selectionSet === undefined) return;
    this.count(node.selectionSet, { type, around: field, depth: at.depth + 1, rows, path: at.path });
  }

  private measureDepth({ depth, type }: Position, field: GraphQLField<unknown, unknown> | undefined): void {
    const kind = isIntrospection(type, field) ? 'introspectionDepth' : 'depth';
    this.tally[kind] = Math.max(this.tally[kind], depth);
  }

  private countSpread(name: string, at: Position): void {
    const fragment = this.fragments.get(name);
    if (fragment === undefined || at.path.includes(name)) return;
    const within = this.narrowed(at, fragment.typeCondition.name.value);
    this.count(fragment.selectionSet, { ...within, path: [...at.path, name] });
  }

  private narrowed(at: Position, condition: string | undefined): Position {
    if (condition === undefined) return at;
    return { ...at, type: this.context.getSchema().getType(condition) as Composite | undefined };
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
      const counter = new Counter(context, fragments);
      counter.tally.directives += operation.directives?.length ?? 0;
      const type = context.getSchema().getRootType(operation.operation) ?? undefined;
      counter.count(operation.selectionSet, { type, around: undefined, depth: 1, rows: 1, path: [] });
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
