import type { TokenClaims } from '../../src/platform/auth/keys.ts';

export const CONTESTANTS = ['hiraf', 'postgraphile', 'mercurius', 'idiomatic', 'floor'] as const;
export type Contestant = (typeof CONTESTANTS)[number];

/** What is sent to a contestant. */
export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

/** How one contestant is asked for something, and how its answer is brought to the form that all answers are compared in. */
export interface Question {
  readonly request: Request;
  readonly facts: (answer: unknown) => unknown;
}

export type Questions = Readonly<Record<Contestant, Question>>;

/** The same question to a schema whose codes are plain strings. */
export const withPlainCodes = ({ request, facts }: Question): Question => {
  const { body } = request;
  if (body === undefined) return { request, facts };
  return {
    request: { ...request, body: body.replaceAll(/: (?:Territory|BodyClass|Profession)Code/g, ': String') },
    facts,
  };
};

/** Those whose schema has the words of hiraf's are asked as it is. */
export const questions = (own: Readonly<Record<'hiraf' | 'postgraphile' | 'floor', Question>>): Questions => ({
  ...own,
  mercurius: withPlainCodes(own.hiraf),
  idiomatic: withPlainCodes(own.hiraf),
});
export type Asker = Omit<TokenClaims, 'subject'>;

/** Something that a viewer asks, and that every contestant can be asked. */
export interface Ask {
  readonly viewer: Asker;
  readonly questions: Questions;
}

/** One piece of work that every contestant does: one question, or many in turn. */
export interface Work {
  readonly name: string;
  readonly title: string;
  readonly asks: readonly Ask[];
  /** Whether artisans are registered between the questions. */
  readonly writing: boolean;
}

/** What only the filled database can tell: where the middle of the list of a region's artisans is. */
export interface Marks {
  /** The number of the artisan in the middle, by region. */
  readonly middle: ReadonlyMap<number, number>;
  /** The cursor of PostGraphile that stands for it. */
  readonly postgraphileCursor: ReadonlyMap<number, string>;
}

export const CENTRAL: Asker = { role: 'central-service' };
export const REGIONS = Array.from({ length: 12 }, (_, index) => index + 1);
export const codeOf = (region: number): string => `MA-${String(region).padStart(2, '0')}`;
export const viewerOf = (region: number): Asker => ({ role: 'regional-viewer', region: codeOf(region) });

export const graphql = (query: string, variables: object = {}): Request => ({
  method: 'POST',
  path: '/graphql',
  body: JSON.stringify({ query: query.replace(/\s+/g, ' ').trim(), variables }),
});

export const get = (path: string, query: Readonly<Record<string, string>> = {}): Request => ({
  method: 'GET',
  path: Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`,
});
