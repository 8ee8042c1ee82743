import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Context } from '../context.ts';
import { conditionsIn, type Source } from './collect.ts';
import { objectOf, serialObjectOf } from './object.ts';
import { Planner } from './planner.ts';
import { orNull, type Run, type Variables, type Write } from './write.ts';

/** The outcome of an operation: its data as JSON text, and what went wrong. */
export interface Outcome {
  readonly data: string;
  readonly errors: readonly GraphQLError[];
}

interface Settings {
  readonly schema: GraphQLSchema;
  /** The types whose objects stay in memory, so that their text is kept. */
  readonly held: ReadonlySet<string>;
}

const CONDITIONS_AT_MOST = 4;

/** An operation of a valid document, made ready to be run: for each request only its variables and its viewer are new. */
export class Plan {
  readonly #writers = new Map<string, Write>();
  readonly #conditions: readonly string[];

  private constructor(
    private readonly settings: Settings,
    private readonly operation: OperationDefinitionNode,
    private readonly document: DocumentNode,
  ) {
    this.#conditions = conditionsIn(document);
  }

  /** Undefined where there is no such operation, or so many conditions that interpreting it is the better way. */
  static of(settings: Settings, document: DocumentNode, operationName: string | null): Plan | undefined {
    const operation = getOperationAST(document, operationName);
    if (operation == null || operation.operation === OperationTypeNode.SUBSCRIPTION) return undefined;
    const plan = new Plan(settings, operation, document);
    return plan.#conditions.length > CONDITIONS_AT_MOST ? undefined : plan;
  }

  get isMutation(): boolean {
    return this.operation.operation === OperationTypeNode.MUTATION;
  }

  /** The variables as the schema understands them; undefined where they are wrong. */
  variablesOf(given: Variables): Variables | undefined {
    const { variableDefinitions = [] } = this.operation;
    if (variableDefinitions.length === 0) return {};
    return getVariableValues(this.settings.schema, variableDefinitions, given, { maxErrors: 1 }).coerced;
  }

  async run(context: Context, variables: Variables): Promise<Outcome> {
    const run: Run = { context, variables, errors: [], args: new Map() };
    const written = await this.writerFor(variables)(undefined, run, undefined);
    return { data: orNull(written, run), errors: run.errors };
  }

  private writerFor(variables: Variables): Write {
    const key = this.#conditions.map((name) => String(variables[name])).join();
    const known = this.#writers.get(key);
    if (known !== undefined) return known;
    const made = this.writerUnder(variables);
    this.#writers.set(key, made);
    return made;
  }

  private writerUnder(conditions: Variables): Write {
    const { schema, held } = this.settings;
    const { operation, document } = this;
    const fragments: Record<string, FragmentDefinitionNode> = {};
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    }
    const source: Source = { schema, operation, fragments, conditions };
    const root = schema.getRootType(operation.operation);
    if (root == null) throw new GraphQLError(`The schema has no ${operation.operation}.`);
    const fields = new Planner(source, held).fieldsOf(root, [operation.selectionSet]);
    return this.isMutation ? serialObjectOf(fields) : objectOf(fields);
  }
}
