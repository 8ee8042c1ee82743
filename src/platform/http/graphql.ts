import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller.ts';
import type { Context } from '../graphql/context.ts';
import type { DocumentCache } from '../executor/document-cache.ts';
import { answerOf, refusedAnswer, type Answer } from './answer.ts';
import type { BudgetLeft } from './budget.ts';
import type { FaultLog } from './log-errors.ts';
import { costAnswer, type Gate, type Priced } from './gate.ts';
import { bytesOf, graphqlRequestOf, type GraphqlRequest } from './graphql-request.ts';
import { languageOf } from './language.ts';
import type { Ticket } from './waiting-line.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
    /** What resolvers are given, once the operation has passed the gate. */
    admittedContext: Context | null;
  }
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;

/** Makes what resolvers are given; null for a request that has not passed the gate. */
export type ContextOf = (request: FastifyRequest, admitted: { cost: object | undefined } | null) => Context;

export interface Ways {
  readonly gate: Gate;
  readonly documents: DocumentCache;
  readonly contextOf: ContextOf;
  /** Runs what is no plan's: the schema, and everything where the interpreter is chosen; says what is wrong with the rest. */
  readonly general: Handler;
  readonly interpretsAll: boolean;
  readonly log: FaultLog;
}

const UTF8 = '; charset=utf-8';
const WINDOW = ';w=60';

function sent(reply: FastifyReply, type: GraphqlRequest['type'], { status, text, retryAfter }: Answer): string {
  void reply
    .code(status)
    .header('content-type', type + UTF8)
    .header('cache-control', 'no-store');
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  return text;
}

/** Sends what is left of the caller's budget (draft-ietf-httpapi-ratelimit-headers). */
function tellBudget(reply: FastifyReply, { left, perMinute, resetInMs }: BudgetLeft): void {
  void reply
    .header('ratelimit-policy', `"caller";q=${String(perMinute)}${WINDOW}`)
    .header('ratelimit', `"caller";r=${String(left)};t=${String(Math.ceil(resetInMs / 1000))}`);
}

/** A statement that ends soon is let end: its connection can then be used again. */
const GRACE_MS = 250;

/** Gives the place of an operation back, and where its client has hung up before the whole answer, ends what runs for it. */
function endWithReply({ raw: response }: FastifyReply, ticket: Ticket, { scope }: Context): void {
  const end = (): void => {
    ticket.release();
    if (response.writableFinished) return;
    setTimeout(() => {
      scope.abandon();
    }, GRACE_MS).unref();
  };
  if (response.closed) end();
  else response.once('close', end);
}

const isChangeByGet = ({ method }: FastifyRequest, { operation }: Priced): boolean =>
  method === 'GET' && operation.isMutation;

/** Answers requests: each is priced, let in, and run by its plan. */
class GraphqlRoute {
  constructor(private readonly ways: Ways) {}

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const asked = graphqlRequestOf(request);
    if (asked === undefined) {
      await this.ways.gate.chargeOthers(request.caller, bytesOf(request));
      return this.ways.general(request, reply);
    }
    try {
      return await this.run(request, reply, asked);
    } catch (error) {
      // The client has hung up: no one reads the answer, and it is no outage.
      if (reply.raw.closed) return '';
      const context = { requestId: request.id, language: languageOf(request.headers['accept-language']) };
      return sent(reply, asked.type, refusedAnswer(error, { context, log: this.ways.log, type: asked.type }));
    }
  }

  private async run(request: FastifyRequest, reply: FastifyReply, asked: GraphqlRequest): Promise<unknown> {
    const { gate, general } = this.ways;
    const { caller } = request;
    const priced = await gate.price(asked, caller);
    if (asked.costReport === 'dry-run') {
      const cost = await gate.dryRun(priced, caller);
      return sent(reply, asked.type, { status: 200, text: JSON.stringify({ data: null, extensions: { cost } }) });
    }
    if (isChangeByGet(request, priced)) return general(request, reply);
    const { ticket, budget } = await gate.admit(priced, caller, reply.raw);
    const cost = asked.costReport === 'report' ? costAnswer(priced, caller, budget) : undefined;
    const context = this.ways.contextOf(request, { cost });
    endWithReply(reply, ticket, context);
    request.ticket = ticket;
    tellBudget(reply, budget);
    if (priced.operation.asksForSchema || this.ways.interpretsAll) {
      request.admittedContext = context;
      return general(request, reply);
    }
    const { document, operation, variables } = priced;
    const plan = this.ways.documents.planOf(document, operation, variables);
    const making = plan.takePrice();
    if (making > 0) await gate.charge(caller, making);
    return sent(reply, asked.type, await answerOf({ plan, variables, context, log: this.ways.log, type: asked.type }));
  }
}

export function answerGraphql(ways: Ways): Handler {
  const route = new GraphqlRoute(ways);
  return (request, reply) => route.answer(request, reply);
}
