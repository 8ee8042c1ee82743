/** What a document may hold. This bounds the work of checking and planning it; its cost bounds the work of running it. */
const DOCUMENT = {
  /** Tokens of the document. */
  tokens: 2000,
  /** Operations and fragments of the document. */
  definitions: 100,
  /** Fields below one another. */
  depth: 12,
  /** Fields below one another where the schema itself is asked for: the query of tools follows a type through nine wrappings. */
  introspectionDepth: 18,
  /** Aliases in an operation, its fragments unfolded. */
  aliases: 30,
  /** Letters of an alias. */
  aliasLength: 100,
  /** Directives in an operation, its fragments unfolded. */
  directives: 30,
  /** Fields and fragments in an operation, its fragments unfolded. */
  fields: 1000,
  /** Selections of one name in one place: whether they can be merged is checked pair by pair. */
  sameName: 50,
} as const;

type DocumentLimit = keyof typeof DOCUMENT;
export type DocumentLimits = Readonly<Record<DocumentLimit, number>>;

/** The limits that hold unless a setting changes them. */
export const DOCUMENT_LIMITS: DocumentLimits = DOCUMENT;

/** Bytes of a request, and of one answer. */
export const REQUEST_BYTES = 100_000;
export const ANSWER_BYTES = 8_000_000;

export const DOCUMENT_LIMIT_NAMES = Object.keys(DOCUMENT) as DocumentLimit[];

export const documentLimitsOf = (changed: Partial<DocumentLimits> | undefined): DocumentLimits => ({
  ...DOCUMENT,
  ...changed,
});
