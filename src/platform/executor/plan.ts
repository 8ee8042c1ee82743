import {
  OperationTypeNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Context } from '../graphql/context.ts';
import { fragmentsOf } from '../graphql/selection.ts';
import { conditionsIn, type Source } from './collect-fields.ts';
import { objectOf, serialObjectOf } from './object.ts';
import { Planner } from './planner.ts';
import { NullPropagation, mustFit, nullOnError, runOf, type Variables, type Serializer } from './serializer.ts';

// Making the functions of a field takes as many microseconds.
const POINTS_OF_A_FIELD = 5;

/** The outcome of an operation: its data as JSON text, and what went wrong. */
export interface Outcome {
  readonly data: string;
  readonly errors: readonly GraphQLError[];
}

export interface PlanSettings {
  readonly schema: GraphQLSchema;
  /** The types whose objects stay in memory, so that their text is kept. */
  readonly held: ReadonlySet<string>;
  /** Bytes that an answer may have. */
  readonly answerBytes: number;
}

/** An operation of a valid document. */
export interface PlannedOperation {
  readonly operation: OperationDefinitionNode;
  readonly document: DocumentNode;
}

/** The variables that decide what is selected, so that each combination of their values has a plan of its own. */
export class Conditions {
  readonly #names: readonly string[];

  constructor(document: DocumentNode) {
    this.#names = conditionsIn(document);
  }

  keyOf(variables: Variables): string {
    return this.#names.length === 0 ? '' : this.#names.map((name) => String(variables[name])).join();
  }
}

/** An operation made ready to be run: for each request only its variables and its viewer are new. */
export class Plan {
  readonly #write: Serializer;
  /** How many fields it holds: what it takes of the memory. */
  readonly fields: number;
  #isPaid = false;

  constructor(
    private readonly settings: PlanSettings,
    { operation, document }: PlannedOperation,
    conditions: Variables,
  ) {
    const { schema, held } = settings;
    const source: Source = { schema, operation, fragments: fragmentsOf(document), conditions };
    const root = schema.getRootType(operation.operation);
    if (root == null) throw new Error(`The schema has no ${operation.operation}.`);
    const planner = new Planner(source, held);
    const fields = planner.fieldsOf(root, [operation.selectionSet]);
    this.#write = operation.operation === OperationTypeNode.MUTATION ? serialObjectOf(fields) : objectOf(fields);
    this.fields = planner.planned;
  }

  /** What making it has cost, in points; asked for the first time, and 0 from then on. */
  takePrice(): number {
    const price = this.#isPaid ? 0 : POINTS_OF_A_FIELD * this.fields;
    this.#isPaid = true;
    return price;
  }

  /** Bytes that an answer may have. */
  get answerBytes(): number {
    return this.settings.answerBytes;
  }

  /** Throws a refusal where the answer is larger than one may be. */
  async run(context: Context, variables: Variables): Promise<Outcome> {
    const run = runOf({ context, variables, most: this.settings.answerBytes });
    const written = nullOnError(await this.#write(undefined, run, undefined), run);
    if (written instanceof NullPropagation) throw written.why;
    mustFit(written, run.most);
    return { data: written, errors: run.errors };
  }
}
