import { getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import type { Language } from './language.ts';

interface Refused {
  readonly message: string;
}

export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly Refused[];
}

export interface Caller {
  readonly token: string | null;
  readonly language: Language;
}

export interface Operation {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null | undefined;
}

/** Asks our own server and nobody else. What it answers to a wrong token is GraphQL too, and told as it is. */
export async function ask<Data>(caller: Caller, operation: Operation): Promise<Answer<Data>> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'accept-language': caller.language,
      ...(caller.token === null ? {} : { authorization: `Bearer ${caller.token}` }),
    },
    body: JSON.stringify(operation),
  });
  if (!(response.headers.get('content-type') ?? '').includes('json')) {
    throw new Error(`${String(response.status)} ${response.statusText}`);
  }
  return (await response.json()) as Answer<Data>;
}

export const askSchema = (caller: Caller): Promise<Answer<IntrospectionQuery>> =>
  ask(caller, { query: getIntrospectionQuery({ inputValueDeprecation: true }) });
