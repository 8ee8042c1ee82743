import { z } from 'zod';

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

type Numbers<Name extends string> = Readonly<Partial<Record<Name, number>>>;

/** A setting such as `depth=14,aliases=60`: numbers by name; what is left out keeps its default. */
export const numbersBy = <Name extends string>(names: readonly Name[]) =>
  z.string().transform((text, context): Numbers<Name> => {
    const found: Partial<Record<Name, number>> = {};
    for (const part of text.split(',').filter((one) => one.trim() !== '')) {
      const [, name, digits] = /^\s*([A-Za-z-]+)\s*=\s*(\d{1,10})\s*$/.exec(part) ?? [];
      const known = names.find((one) => one === name);
      if (known === undefined || Number(digits) < 1) {
        const message = `"${part.trim()}" is not <name>=<number>, such as ${String(names[0])}=500. Names: ${names.join(', ')}`;
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      }
      found[known] = Number(digits);
    }
    return found;
  });

const KILOBYTE = 1000;

export const limitSettings = {
  DOCUMENT_LIMITS: numbersBy(Object.keys(DOCUMENT) as DocumentLimit[]),
  REQUEST_BYTES: z.coerce.number().int().min(KILOBYTE).max(10_000_000),
  ANSWER_BYTES: z.coerce.number().int().min(KILOBYTE).max(100_000_000),
} as const;

/** Bytes of a request, and of one answer. */
export const REQUEST_BYTES = 100_000;
export const ANSWER_BYTES = 8_000_000;

export const documentLimitsOf = (changed: Numbers<DocumentLimit> | undefined): DocumentLimits => ({
  ...DOCUMENT,
  ...changed,
});
