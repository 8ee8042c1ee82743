import type { TokenClaims } from '../../src/access/keys.ts';

export const CONTESTANTS = ['hiraf', 'postgraphile', 'floor'] as const;
export type Contestant = (typeof CONTESTANTS)[number];

/** What is sent to a contestant. */
export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

/** How one contestant is asked for a work, and how its answer is brought to the form that all answers are compared in. */
export interface Question {
  readonly request: Request;
  readonly facts: (answer: unknown) => unknown;
}

/** One piece of work that every contestant does. */
export interface Work {
  readonly name: string;
  readonly title: string;
  readonly viewer: Omit<TokenClaims, 'subject'>;
  readonly questions: Readonly<Record<Contestant, Question>>;
}

export const graphql = (query: string, variables: object = {}): Request => ({
  method: 'POST',
  path: '/graphql',
  body: JSON.stringify({ query: query.replace(/\s+/g, ' ').trim(), variables }),
});

export const get = (path: string, query: Readonly<Record<string, string>> = {}): Request => ({
  method: 'GET',
  path: Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`,
});
