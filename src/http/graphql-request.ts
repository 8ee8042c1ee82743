import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

const JSON_TYPE = 'application/json';
const RESPONSE_TYPE = 'application/graphql-response+json';
const ACCEPTS_AT_MOST = 100;
// In letters: no client lists more, and each of many thousand would be sorted.
const ACCEPT_AT_MOST = 1000;

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

const negotiated = new LRUCache<string, { type: GraphqlRequest['type'] | undefined }>({ max: ACCEPTS_AT_MOST });

/** The type of the answer; undefined where a client takes neither of the two. */
function typeFor(accept: string | undefined): GraphqlRequest['type'] | undefined {
  if (accept === undefined || accept === '*/*' || accept === JSON_TYPE || accept.length > ACCEPT_AT_MOST)
    return JSON_TYPE;
  const known = negotiated.get(accept);
  if (known !== undefined) return known.type;
  // Where both are as welcome, the older one: it is what a client that names no type expects.
  const [type] = new Negotiator({ headers: { accept } }).mediaTypes([JSON_TYPE, RESPONSE_TYPE]);
  const found = [JSON_TYPE, RESPONSE_TYPE].find((one) => one === type) as GraphqlRequest['type'] | undefined;
  negotiated.set(accept, { type: found });
  return found;
}

/** Headers that no other site can send without asking first: with one of them a GET is meant. */
const MEANT = ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'];

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
