import { createHash } from 'node:crypto';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  isNonNullType,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  TypeInfo,
  validate,
  ValidationContext,
  visit,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { DOCUMENT_LIMITS, type DocumentLimits } from '../config/limits.ts';
import { OperationCost } from './cost/cost.ts';
import type { PriceList } from './cost/price-list.ts';
import { askedBy } from './introspection.ts';
import { mustBeWithinLimits } from './limits.ts';
import { Conditions, Plan, type PlanSettings } from './plan/plan.ts';
import type { Variables } from './plan/write.ts';

// What is kept is weighed in bytes, by what was measured: a document by its letters, for each token is an object; an operation
// by its fields, each of which has a price; and a plan by its fields, each of which is a few functions.
const BYTES_OF_A_LETTER = 100;
const BYTES_OF_A_PRICE = 300;
const BYTES_OF_A_FIELD = 2500;
const BYTES_OF_DOCUMENTS = 8_000_000;
const BYTES_OF_PLANS = 22_000_000;
const SEEN_AT_MOST = 10_000;
const PARTS_AT_MOST = 1000;

/** Why a document or its variables cannot be run; told to the client, before anything was run. */
export class InvalidOperation extends Error {
  override readonly name = 'InvalidOperation';

  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors[0]?.message ?? 'The operation is not valid.');
  }
}

const SUGGESTION = / ?Did you mean .*\?$/;

/** Of several errors the first: the others often follow from it, and finding them takes as long as the client wishes. */
function invalid(code: string, [first]: readonly GraphQLError[]): InvalidOperation {
  // The schema is not for guessing.
  const message = (first?.message ?? 'The operation is not valid.').replace(SUGGESTION, '');
  const { nodes = null, source = null, positions = null } = first ?? {};
  return new InvalidOperation([new GraphQLError(message, { nodes, source, positions, extensions: { code } })]);
}

/** One operation of a valid document. */
export class PreparedOperation {
  readonly cost: OperationCost;
  readonly asksForSchema: boolean;
  /** Variables that may be left out, for they have a default, but not be null. */
  readonly #neverNull: ReadonlySet<string>;

  constructor(
    private readonly prices: PriceList,
    readonly document: DocumentNode,
    readonly operation: OperationDefinitionNode,
  ) {
    this.cost = new OperationCost(prices, document, operation);
    this.asksForSchema = askedBy(document, operation).schema;
    this.#neverNull = neverNullIn(prices, document, operation);
  }

  get bytes(): number {
    return BYTES_OF_A_PRICE * (this.cost.fields + 1);
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

/** A valid document. */
export interface PreparedDocument {
  readonly document: DocumentNode;
  readonly conditions: Conditions;
  readonly bytes: number;
  /** The names under which its operations and plans are kept, each beginning with its own; undefined where they are not. */
  readonly kept: { readonly as: string; readonly parts: Set<string> } | undefined;
  /** What reading it has cost: its letters, and nothing where it is known. */
  readonly reading: number;
}

function noOperation(name: string | null): InvalidOperation {
  const message =
    name === null
      ? 'The document has several operations: say which by "operationName".'
      : `The document has no operation named "${name}".`;
  return invalid('OPERATION_RESOLUTION_FAILURE', [new GraphQLError(message)]);
}

const noRoot = (operation: string): InvalidOperation =>
  invalid('GRAPHQL_VALIDATION_FAILED', [new GraphQLError(`The schema has no ${operation}.`)]);

/**
 * The documents that clients send, each parsed and checked once, and the plans of their operations. What comes for the first
 * time is not kept: it may be one of any number. From the second time on it is, as long as there is room.
 */
export class Documents {
  readonly #seen = new LRUCache<string, true>({ max: SEEN_AT_MOST });
  readonly #documents = new LRUCache<string, PreparedDocument>({
    maxSize: BYTES_OF_DOCUMENTS,
    sizeCalculation: ({ bytes }) => bytes,
    // They hold parts of the document.
    dispose: ({ kept }) => kept?.parts.forEach((key) => this.#parts.delete(key)),
  });
  /** Their operations and plans. */
  readonly #parts = new LRUCache<string, PreparedOperation | Plan>({
    maxSize: BYTES_OF_PLANS,
    sizeCalculation: (one) => (one instanceof Plan ? BYTES_OF_A_FIELD * (one.fields + 1) : one.bytes),
  });
  #number = 0;

  constructor(
    private readonly prices: PriceList,
    private readonly settings: PlanSettings,
    private readonly limits: DocumentLimits = DOCUMENT_LIMITS,
  ) {}

  /** How many bytes all that is kept takes, as it is weighed. */
  get weight(): number {
    return this.#documents.calculatedSize + this.#parts.calculatedSize;
  }

  /** The document of a text; throws where it cannot be parsed, is too large, or is not valid. */
  prepare(text: string): PreparedDocument {
    const known = this.#documents.get(text);
    if (known !== undefined) return known;
    const document = this.valid(text);
    const prepared = { document, conditions: new Conditions(document), bytes: BYTES_OF_A_LETTER * (text.length + 1) };
    const hash = createHash('sha256').update(text).digest('base64url');
    if (!this.#seen.has(hash)) {
      this.#seen.set(hash, true);
      return { ...prepared, kept: undefined, reading: text.length };
    }
    forgetTokens(document);
    this.#number += 1;
    const kept = { as: String(this.#number), parts: new Set<string>() };
    this.#documents.set(text, { ...prepared, kept, reading: 0 });
    return { ...prepared, kept, reading: text.length };
  }

  /** The operation of a name; throws where there is none, or where there are several and no name. */
  operationOf({ document, kept }: PreparedDocument, name: string | null): PreparedOperation {
    return this.keptPart(kept, `:${name ?? ''}`, () => {
      const found = getOperationAST(document, name);
      if (found == null) throw noOperation(name);
      if (this.prices.schema.getRootType(found.operation) == null) throw noRoot(found.operation);
      return new PreparedOperation(this.prices, document, found);
    });
  }

  planOf({ kept, conditions }: PreparedDocument, operation: PreparedOperation, variables: Variables): Plan {
    const part = `:${operation.operation.name?.value ?? ''}:${conditions.keyOf(variables)}`;
    return this.keptPart(kept, part, () => new Plan(this.settings, operation, variables));
  }

  private keptPart<Part extends PreparedOperation | Plan>(
    kept: PreparedDocument['kept'],
    part: string,
    make: () => Part,
  ): Part {
    if (kept === undefined) return make();
    const key = kept.as + part;
    const known = this.#parts.get(key);
    if (known !== undefined) return known as Part;
    const made = make();
    // Each combination of conditions has a plan of its own, and their number is the client's.
    if (kept.parts.size >= PARTS_AT_MOST) return made;
    this.#parts.set(key, made);
    kept.parts.add(key);
    return made;
  }

  private valid(text: string): DocumentNode {
    const document = parsed(text, this.limits.tokens);
    mustBeWithinLimits(document, this.limits);
    const problems = validate(this.prices.schema, document, specifiedRules, { maxErrors: 1, hideSuggestions: true });
    if (problems.length > 0) throw invalid('GRAPHQL_VALIDATION_FAILED', problems);
    return document;
  }
}

/**
 * Each node of a parsed document leads to all of its tokens, comments included, and a plan keeps some of the nodes. Where a
 * node stands in the text is all that an error needs to know.
 */
function forgetTokens(document: DocumentNode): void {
  visit(document, {
    enter: (node) => {
      if (node.loc === undefined) return;
      const { start, end, source } = node.loc;
      Object.assign(node, { loc: { start, end, source } });
    },
  });
}

function parsed(text: string, maxTokens: number): DocumentNode {
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    throw error instanceof GraphQLError ? invalid('GRAPHQL_PARSE_FAILED', [error]) : error;
  }
}
