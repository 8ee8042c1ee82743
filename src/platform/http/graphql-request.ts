import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { readingOnce } from './headers.ts';

const JSON_TYPE = 'application/json';
export const RESPONSE_TYPE = 'application/graphql-response+json';

type Given = Readonly<Record<string, unknown>>;

/** Whether a client wants to know what its operation costs, and whether it wants nothing else. */
export type CostReport = 'none' | 'report' | 'dry-run';

/** What a request asks, as far as it has the form of GraphQL over HTTP. */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Given;
  /** The media type of the answer. */
  readonly type: typeof JSON_TYPE | typeof RESPONSE_TYPE;
  readonly costReport: CostReport;
  /** How long the body or the URL is that it came in. */
  readonly bytes: number;
}

const isRecord = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';
const isNullOr = <Of>(is: (value: unknown) => value is Of, value: unknown): value is Of | null =>
  value === null || is(value);

const preferredType = readingOnce<GraphqlRequest['type'] | undefined>((accept) => {
  // Where both are as welcome, the older one: it is what a client that names no type expects.
  const [type] = new Negotiator({ headers: { accept } }).mediaTypes([JSON_TYPE, RESPONSE_TYPE]);
  return ([JSON_TYPE, RESPONSE_TYPE] as const).find((one) => one === type);
}, JSON_TYPE);

/** The type of the answer; undefined where a client takes neither of the two. */
const typeFor = (accept: string | undefined): GraphqlRequest['type'] | undefined =>
  accept === undefined || accept === '*/*' || accept === JSON_TYPE ? JSON_TYPE : preferredType(accept);

/** Headers that no other site can send without asking first: with one of them a GET is meant. */
export const MEANT = ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'];

const isMeant = ({ headers }: FastifyRequest): boolean =>
  MEANT.some((name) => headers[name] !== undefined && headers[name] !== '') ||
  (headers['content-type'] ?? '').startsWith(JSON_TYPE);

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The members of a request, wherever they are; undefined where there are none. */
function membersOf(request: FastifyRequest): Given | undefined {
  const { method, headers, body, query } = request;
  if (method === 'POST') {
    const isJson = (headers['content-type'] ?? '').startsWith(JSON_TYPE);
    return isJson && isRecord(body) ? body : undefined;
  }
  if (method !== 'GET' || !isMeant(request)) return undefined;
  const { variables, extensions, ...rest } = query as Given;
  return { ...rest, variables: parsed(variables), extensions: parsed(extensions) };
}

const reportOf = (value: unknown): CostReport => {
  if (value === 'dry-run') return 'dry-run';
  return value === true || value === 'true' ? 'report' : 'none';
};

interface Members {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Given | null;
  readonly extensions?: Given | null;
}

function isFormed(members: Given): members is Given & Members {
  const { query, operationName = null, variables = null, extensions = null } = members;
  const isNamed = isText(query) && query !== '' && isNullOr(isText, operationName);
  return isNamed && isNullOr(isRecord, variables) && isNullOr(isRecord, extensions);
}

/** How long the body or the URL of a request is. */
export const bytesOf = ({ method, url, bodyBytes }: FastifyRequest): number =>
  method === 'POST' ? bodyBytes : url.length;

/** What is asked; undefined for a request of another form, of which the general server says what is wrong. */
export function graphqlRequestOf(request: FastifyRequest): GraphqlRequest | undefined {
  const members = membersOf(request);
  const type = typeFor(request.headers.accept);
  if (members === undefined || type === undefined || !isFormed(members)) return undefined;
  const { query, operationName = null, variables, extensions } = members;
  const costReport = reportOf(extensions?.['cost'] ?? request.headers['x-hiraf-cost']);
  return { query, operationName, variables: variables ?? {}, type, costReport, bytes: bytesOf(request) };
}
