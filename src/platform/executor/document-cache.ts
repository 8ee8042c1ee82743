import { createHash } from 'node:crypto';
import { getOperationAST, GraphQLError, parse, specifiedRules, validate, visit, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { DOCUMENT_LIMITS, type DocumentLimits } from '../config/limits.ts';
import type { PriceList } from './cost/price-list.ts';
import { mustBeWithinLimits } from './limits.ts';
import { Conditions, Plan, type PlanSettings } from './plan.ts';
import type { Variables } from './serializer.ts';
import { invalid, type InvalidOperation, PreparedOperation } from './prepared-operation.ts';

// What is kept is weighed in bytes, by what was measured: a document by its letters, for each token is an object, and a plan
// by its fields, each of which is a few functions.
const BYTES_OF_A_LETTER = 100;
const BYTES_OF_A_FIELD = 2500;
const BYTES_OF_DOCUMENTS = 8_000_000;
const BYTES_OF_PLANS = 22_000_000;
const SEEN_AT_MOST = 10_000;
const PARTS_AT_MOST = 1000;

/** What is kept of a document: its operations and plans, by keys that begin alike. */
interface Kept {
  readonly prefix: string;
  readonly parts: Set<string>;
  /** Whether the document was forgotten meanwhile: then nothing more is kept of it. */
  isGone: boolean;
}

/** A valid document. */
export interface PreparedDocument {
  readonly document: DocumentNode;
  readonly conditions: Conditions;
  readonly bytes: number;
  /** Undefined where nothing is kept of it. */
  readonly kept: Kept | undefined;
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
export class DocumentCache {
  readonly #seen = new LRUCache<string, true>({ max: SEEN_AT_MOST });
  readonly #documents = new LRUCache<string, PreparedDocument>({
    maxSize: BYTES_OF_DOCUMENTS,
    sizeCalculation: ({ bytes }) => bytes,
    // They hold parts of the document.
    dispose: ({ kept }) => {
      if (kept === undefined) return;
      kept.isGone = true;
      for (const key of kept.parts) this.#parts.delete(key);
    },
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
    if (prepared.bytes > BYTES_OF_DOCUMENTS || this.isNew(text)) {
      return { ...prepared, kept: undefined, reading: text.length };
    }
    forgetTokens(document);
    this.#number += 1;
    const kept: Kept = { prefix: `${String(this.#number)} `, parts: new Set(), isGone: false };
    this.#documents.set(text, { ...prepared, kept, reading: 0 });
    return { ...prepared, kept, reading: text.length };
  }

  /** The operation of a name; throws where there is none, or where there are several and no name. */
  operationOf({ document, kept }: PreparedDocument, name: string | null): PreparedOperation {
    return this.keptPart(kept, name === null ? 'operation' : `operation:${name}`, () => {
      const found = getOperationAST(document, name);
      if (found == null) throw noOperation(name);
      if (this.prices.schema.getRootType(found.operation) == null) throw noRoot(found.operation);
      return new PreparedOperation(this.prices, document, found);
    });
  }

  planOf({ kept, conditions }: PreparedDocument, operation: PreparedOperation, variables: Variables): Plan {
    const name = operation.operation.name?.value ?? '';
    return this.keptPart(
      kept,
      `plan:${name}:${conditions.keyOf(variables)}`,
      () => new Plan(this.settings, operation, variables),
    );
  }

  private keptPart<Part extends PreparedOperation | Plan>(
    kept: PreparedDocument['kept'],
    part: string,
    make: () => Part,
  ): Part {
    if (kept === undefined || kept.isGone) return make();
    const key = kept.prefix + part;
    const known = this.#parts.get(key);
    if (known !== undefined) return known as Part;
    const made = make();
    // Each combination of conditions has a plan of its own, and their number is the client's.
    if (kept.parts.size >= PARTS_AT_MOST) return made;
    this.#parts.set(key, made);
    kept.parts.add(key);
    return made;
  }

  /** Whether a text comes for the first time, as far as that is remembered. */
  private isNew(text: string): boolean {
    const hash = createHash('sha256').update(text).digest('base64url');
    if (this.#seen.has(hash)) return false;
    this.#seen.set(hash, true);
    return true;
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
