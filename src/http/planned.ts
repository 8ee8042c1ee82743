import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Context } from '../graphql/context.ts';
import { told } from '../graphql/executor.ts';
import { formatError } from '../graphql/format-error.ts';
import type { Operations } from '../graphql/operations.ts';
import type { Plan } from '../graphql/plan/plan.ts';
import { logFaults } from './faults.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8';
const OK = 200;
const FAULT = 500;

type Answer = (request: FastifyRequest, reply: FastifyReply) => unknown;
type Given = Readonly<Record<string, unknown>>;

interface Asked {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Given;
  readonly type: string;
}

const isRecord = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The type of the answer; undefined where finding it takes more than a look. */
function typeFor(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === '*/*' || accept.startsWith('application/json')) return JSON_TYPE;
  return accept === 'application/graphql-response+json' ? RESPONSE_TYPE : undefined;
}

const isUsual = ({ method, headers }: FastifyRequest): boolean =>
  method === 'POST' && (headers['content-type'] ?? '').startsWith('application/json');

/** What is asked in the usual way, by POST and as JSON; undefined for everything else. */
function askedOf(request: FastifyRequest): Asked | undefined {
  const { headers, body } = request;
  if (!isUsual(request) || !isRecord(body)) return undefined;
  const { query, operationName = null, variables, extensions = null } = body;
  const [type, given] = [typeFor(headers.accept), variables ?? {}];
  if (type === undefined || typeof query !== 'string' || !isRecord(given)) return undefined;
  const isNamed = operationName === null || typeof operationName === 'string';
  return isNamed && extensions === null ? { query, operationName, variables: given, type } : undefined;
}

const textOf = (errors: readonly GraphQLError[]): string =>
  JSON.stringify(errors.map((error) => formatError(error.toJSON(), error)));

interface Task {
  readonly plan: Plan;
  readonly variables: Given;
  readonly context: Context;
  readonly log: FastifyBaseLogger;
}

/** Runs a plan and writes the whole answer. Nothing that identifies a person leaves before it is noted who has read it. */
async function answerOf({ plan, variables, context, log }: Task): Promise<{ status: number; text: string }> {
  const { scope } = context;
  try {
    const { data, errors } = await plan.run(context, variables);
    await scope.noteReads();
    if (errors.length === 0 && scope.replays.length === 0) return { status: OK, text: `{"data":${data}}` };
    const ours = errors.map((error) => told(error, context.language));
    logFaults(ours, context, log);
    const head = ours.length === 0 ? '' : `"errors":${textOf(ours)},`;
    const tail = scope.replays.length === 0 ? '' : `,"extensions":${JSON.stringify({ replayed: scope.replays })}`;
    return { status: OK, text: `{${head}"data":${data}${tail}}` };
  } catch (error) {
    const originalError = error instanceof Error ? error : new Error(String(error));
    const fault = new GraphQLError('fault', { originalError, path: [] });
    logFaults([fault], context, log);
    return { status: FAULT, text: `{"errors":${textOf([fault])}}` };
  } finally {
    scope.finish();
  }
}

interface Ways {
  readonly operations: Operations;
  readonly contextOf: (request: FastifyRequest) => Context;
  /** How everything unusual is answered: other methods, wrong documents and variables, questions about the schema. */
  readonly otherwise: Answer;
}

/**
 * Answers valid operations by their plans, past the general server: it takes as long for what it does around an operation
 * as the operation itself takes.
 */
export function answerPlanned({ operations, contextOf, otherwise }: Ways): Answer {
  return async (request, reply) => {
    const asked = askedOf(request);
    const plan = asked && operations.planOf(asked.query, asked.operationName);
    const variables = plan?.variablesOf(asked?.variables ?? {});
    if (asked === undefined || plan === undefined || variables === undefined) return otherwise(request, reply);
    const { status, text } = await answerOf({ plan, variables, context: contextOf(request), log: request.log });
    void reply.code(status).header('content-type', asked.type).header('cache-control', 'no-store');
    return text;
  };
}
