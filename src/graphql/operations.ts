import { parse, specifiedRules, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { asksForSchema } from './introspection.ts';
import { LIMITS, limitsRule } from './limits.ts';
import { Plan } from './plan/plan.ts';

const DOCUMENTS_AT_MOST = 1000;
const LETTERS_AT_MOST = 2_000_000;

/** A document that may be run as it is, with the plans of its operations; undefined where it may not. */
interface Prepared {
  readonly document: DocumentNode;
  readonly plans: Map<string, Plan | undefined>;
}

/**
 * The operations that clients send, each parsed, checked and planned once. What is not valid, or asks for the schema, is
 * not for a plan: whoever asks takes the other way, which tells what is wrong.
 */
export class Operations {
  readonly #documents = new LRUCache<string, Prepared | 'none'>({
    max: DOCUMENTS_AT_MOST,
    maxSize: LETTERS_AT_MOST,
    sizeCalculation: (_prepared, text) => text.length + 1,
  });

  constructor(
    private readonly schema: GraphQLSchema,
    /** The types whose objects stay in memory. */
    private readonly held: ReadonlySet<string>,
  ) {}

  planOf(text: string, operationName: string | null): Plan | undefined {
    const prepared = this.#documents.get(text) ?? this.prepare(text);
    if (prepared === 'none') return undefined;
    const key = operationName ?? '';
    if (prepared.plans.has(key)) return prepared.plans.get(key);
    const { schema, held } = this;
    const plan = Plan.of({ schema, held }, prepared.document, operationName);
    // Names that no operation has are the client's own, and could be any number.
    if (plan !== undefined) prepared.plans.set(key, plan);
    return plan;
  }

  private prepare(text: string): Prepared | 'none' {
    const document = this.valid(text);
    const prepared = document === undefined ? 'none' : { document, plans: new Map<string, Plan | undefined>() };
    this.#documents.set(text, prepared);
    return prepared;
  }

  private valid(text: string): DocumentNode | undefined {
    let document: DocumentNode;
    try {
      document = parse(text, { maxTokens: LIMITS.tokens });
    } catch {
      return undefined;
    }
    const problems = validate(this.schema, document, [...specifiedRules, limitsRule], { maxErrors: 1 });
    return problems.length > 0 || asksForSchema(document) ? undefined : document;
  }
}
