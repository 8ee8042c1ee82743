import {
  getVariableValues,
  GraphQLError,
  isNonNullType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  ValidationContext,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { OperationCost } from './cost/cost.ts';
import type { PriceList } from './cost/price-list.ts';
import type { Variables } from './serializer.ts';

// Each field has a price, which was measured to take so much.
const BYTES_OF_A_PRICE = 300;

/** Why a document or its variables cannot be run; the client gets it before anything runs. */
export class InvalidOperation extends Error {
  override readonly name = 'InvalidOperation';

  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors[0]?.message ?? 'The operation is not valid.');
  }
}

const SUGGESTION = / ?Did you mean .*\?$/;

/** Of several errors the first: the others often follow from it, and finding them takes as long as the client wishes. */
export function invalid(code: string, [first]: readonly GraphQLError[]): InvalidOperation {
  // The schema is not for guessing.
  const message = (first?.message ?? 'The operation is not valid.').replace(SUGGESTION, '');
  const { nodes = null, source = null, positions = null } = first ?? {};
  return new InvalidOperation([new GraphQLError(message, { nodes, source, positions, extensions: { code } })]);
}

/** One operation of a valid document. */
export class PreparedOperation {
  readonly cost: OperationCost;
  /** Variables that may be left out, for they have a default, but not be null. */
  readonly #neverNull: ReadonlySet<string>;

  constructor(
    private readonly prices: PriceList,
    readonly document: DocumentNode,
    readonly operation: OperationDefinitionNode,
  ) {
    this.cost = new OperationCost(prices, document, operation);
    this.#neverNull = neverNullIn(prices, document, operation);
  }

  get bytes(): number {
    return BYTES_OF_A_PRICE * (this.cost.fields + 1);
  }

  get asksForSchema(): boolean {
    return this.cost.asksForSchema;
  }

  get isMutation(): boolean {
    return this.operation.operation === OperationTypeNode.MUTATION;
  }

  /** The variables as the schema understands them; throws where they are wrong. */
  variablesOf(given: Variables): Variables {
    const { variableDefinitions = [] } = this.operation;
    if (variableDefinitions.length === 0) return {};
    const { coerced, errors } = getVariableValues(this.prices.schema, variableDefinitions, given, { maxErrors: 1 });
    if (coerced === undefined) throw invalid('BAD_USER_INPUT', errors);
    for (const name of this.#neverNull) {
      if (coerced[name] !== null) continue;
      const message = `Variable "$${name}" must not be null where it is used. Leave it out for its default.`;
      throw invalid('BAD_USER_INPUT', [new GraphQLError(message, { nodes: variableDefinitions })]);
    }
    return coerced;
  }
}

/** The variables whose type allows null, used where null is not allowed: valid, for there is a default. */
function neverNullIn(
  { schema }: PriceList,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlySet<string> {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.every(({ type }) => type.kind === Kind.NON_NULL_TYPE)) return new Set();
  const context = new ValidationContext(schema, document, new TypeInfo(schema), () => undefined);
  const needed = context.getRecursiveVariableUsages(operation).filter(({ type }) => isNonNullType(type));
  return new Set(needed.map(({ node }) => node.name.value));
}
