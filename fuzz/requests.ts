import { ErrorCode } from '../src/platform/errors/domain-error.ts';
import type { Random } from '../src/seed/random.ts';
import type { Service } from '../tests/support/service.ts';
import type { Asked } from './drafts.ts';

/** What hiraf refuses with, and what GraphQL over HTTP adds for documents that cannot be run. */
const KNOWN_CODES: ReadonlySet<string> = new Set([
  ...Object.keys(ErrorCode),
  ...['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'INTROSPECTION_DISABLED'],
  'BAD_REQUEST',
]);
const UNAVAILABLE = 'SERVICE_UNAVAILABLE';
const FAULT_STATUS = 500;

export interface Sending {
  readonly method: 'GET' | 'POST';
  readonly accept: string;
  /** Whether the answer is to tell what it costs. */
  readonly reports: boolean;
}

/** One of the ways in which clients ask. */
export const drawnSending = (random: Random): Sending => ({
  method: random.chance(0.2) ? 'GET' : 'POST',
  accept: random.pick(['*/*', 'application/json', 'application/graphql-response+json']),
  reports: random.chance(0.5),
});

export interface Received {
  readonly status: number;
  /** The media type. */
  readonly type: string | undefined;
  readonly text: string;
}

/** Sends an operation; without a token where that is empty. */
export async function sendTo(
  { app }: Pick<Service, 'app'>,
  asked: Asked,
  how: Sending & { readonly token: string },
): Promise<Received> {
  const { query, variables, operationName } = asked;
  const headers = {
    'content-type': 'application/json',
    accept: how.accept,
    ...(how.token === '' ? {} : { authorization: `Bearer ${how.token}` }),
    ...(how.reports ? { 'x-hiraf-cost': 'true' } : {}),
  };
  const named = operationName == null ? {} : { operationName };
  const search = new URLSearchParams({ query, variables, ...named }).toString();
  const name = operationName === undefined ? '' : `, "operationName": ${JSON.stringify(operationName)}`;
  const payload = `{"query": ${JSON.stringify(query)}, "variables": ${variables}${name}}`;
  const response =
    how.method === 'GET'
      ? await app.inject({ method: 'GET', url: `/graphql?${search}`, headers })
      : await app.inject({ method: 'POST', url: '/graphql', headers, payload });
  const type = response.headers['content-type'];
  return { status: response.statusCode, type: type?.toString(), text: response.body };
}

export interface Told {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string; readonly reasons?: readonly { readonly code: string }[] };
  }[];
  readonly extensions?: { readonly cost?: { readonly requested: number } };
}

export function toldIn({ text }: Received): Told | undefined {
  try {
    return JSON.parse(text) as Told;
  } catch {
    return undefined;
  }
}

export const codesOf = ({ errors = [] }: Told): string[] => errors.map(({ extensions }) => extensions?.code ?? 'none');

/** What no answer may be, whatever was asked: a fault of ours, a code that nobody knows, or no answer of GraphQL. */
export function faultIn(received: Received): string | undefined {
  if (received.status >= FAULT_STATUS) return `status ${String(received.status)}`;
  const told = toldIn(received);
  if (told === undefined || (told.data === undefined && told.errors === undefined)) return 'no answer of GraphQL';
  return codesOf(told).find((code) => !KNOWN_CODES.has(code) || code === UNAVAILABLE);
}
