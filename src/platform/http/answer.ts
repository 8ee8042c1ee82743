import { GraphQLError } from 'graphql';
import { finishResponse } from '../executor/finish-response.ts';
import type { Context } from '../graphql/context.ts';
import { formatError, refusalOf } from '../graphql/format-error.ts';
import type { Plan } from '../executor/plan.ts';
import { mustFit, type Variables } from '../executor/serializer.ts';
import { InvalidOperation } from '../executor/prepared-operation.ts';
import type { DomainError } from '../errors/domain-error.ts';
import { BUSY_STATUS, retryAfterOf } from './busy.ts';
import type { FaultLog } from './log-errors.ts';
import type { GraphqlRequest } from './graphql-request.ts';

const OK = 200;
const BAD_REQUEST = 400;
const INTERNAL_ERROR = 500;
const UNAVAILABLE = 503;

/** An answer as it leaves. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter?: number | undefined;
}

const textOf = (errors: readonly GraphQLError[]): string =>
  JSON.stringify(errors.map((error) => formatError(error.toJSON(), error)));

interface Circumstances {
  readonly context: Pick<Context, 'language' | 'requestId'>;
  readonly log: FaultLog;
  readonly type: GraphqlRequest['type'];
}

interface Task extends Circumstances {
  readonly plan: Plan;
  readonly variables: Variables;
  readonly context: Context;
}

/** Whether data hold no value: objects may be there, whose fields could not be had. */
const isEmpty = (data: string): boolean => /^[{}[\],]*$/.test(data.replaceAll(/"\w+":|null/g, ''));

/** The refusal of a service that is away, where it is all that there is to answer. */
function outageOf(data: string, errors: readonly GraphQLError[]): DomainError | undefined {
  const refusals = errors.map((error) => refusalOf(error));
  const outage = refusals.find((refusal) => refusal?.code === 'SERVICE_UNAVAILABLE');
  return outage !== undefined && isEmpty(data) ? outage : undefined;
}

/** Runs a plan and writes the whole answer. */
export async function answerOf(task: Task): Promise<Answer> {
  const { plan, variables, context, log } = task;
  const { scope } = context;
  try {
    const { data, errors } = await plan.run(context, variables);
    const { errors: ours, extensions } = await finishResponse(errors, context);
    if (ours.length === 0 && extensions === undefined) return { status: OK, text: `{"data":${data}}` };
    log.errors(ours, context);
    const head = ours.length === 0 ? '' : `"errors":${textOf(ours)},`;
    const tail = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
    const outage = outageOf(data, errors);
    const status = outage === undefined ? OK : UNAVAILABLE;
    const text = `{${head}"data":${data}${tail}}`;
    mustFit(text, plan.answerBytes);
    return { status, text, retryAfter: outage && retryAfterOf(outage) };
  } catch (error) {
    return refusedAnswer(error, task);
  } finally {
    scope.finish();
  }
}

/** What is answered where nothing can be, before an operation runs or in the middle of it: errors without data. */
export function refusedAnswer(error: unknown, { context, log, type }: Circumstances): Answer {
  // Older clients take a 400 for an answer of something on the way (GraphQL over HTTP, 6.4).
  const refused = type === 'application/json' ? OK : BAD_REQUEST;
  if (error instanceof InvalidOperation) return { status: refused, text: `{"errors":${textOf(error.errors)}}` };
  const refusal = refusalOf(error)?.in(context.language);
  const originalError = error instanceof Error ? error : new Error(String(error));
  const made = new GraphQLError(refusal?.message ?? 'fault', { originalError: refusal ?? originalError, path: [] });
  log.errors([made], context);
  const text = JSON.stringify({ errors: [formatError(made.toJSON(), made)] });
  if (refusal === undefined) return { status: INTERNAL_ERROR, text };
  return { status: BUSY_STATUS[refusal.code] ?? refused, text, retryAfter: retryAfterOf(refusal) };
}
