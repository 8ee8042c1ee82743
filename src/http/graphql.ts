import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller.ts';
import type { Context } from '../graphql/context.ts';
import type { Documents } from '../graphql/documents.ts';
import { answerOf, refusedAnswer, type Answer } from './answer.ts';
import type { FaultLog } from './faults.ts';
import { costAnswer, type Admitted, type Gate, type Priced } from './gate.ts';
import { bytesOf, graphqlRequestOf, type GraphqlRequest } from './graphql-request.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
    /** What resolvers are given, once the operation has passed the gate. */
    admittedContext: Context | null;
  }
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;

export interface Ways {
  readonly gate: Gate;
  readonly documents: Documents;
  readonly contextOf: (request: FastifyRequest, admitted: { cost: object | undefined } | null) => Context;
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

/** Tells what is left of the caller's budget (draft-ietf-httpapi-ratelimit-headers). */
function tellBudget(reply: FastifyReply, { budget: { left, perMinute, resetInMs } }: Admitted): void {
  void reply
    .header('ratelimit-policy', `"caller";q=${String(perMinute)}${WINDOW}`)
    .header('ratelimit', `"caller";r=${String(left)};t=${String(Math.ceil(resetInMs / 1000))}`);
}

/** Aborts when a client hangs up before it has its whole answer. */
function departureOf(reply: FastifyReply): AbortSignal {
  const departure = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) departure.abort();
  });
  return departure.signal;
}

/** A statement that ends soon is let end: its connection can then be used again. */
const GRACE_MS = 250;

/** Gives back the place of an operation whose client has hung up, and ends what runs for it. */
function endWithReply(
  reply: FastifyReply,
  signal: AbortSignal,
  { ticket, scope }: Pick<Admitted, 'ticket'> & Pick<Context, 'scope'>,
): void {
  const release = (): void => {
    ticket.release();
  };
  const abandon = (): void => {
    release();
    setTimeout(() => {
      scope.abandon();
    }, GRACE_MS).unref();
  };
  reply.raw.once('close', release);
  if (signal.aborted) abandon();
  else signal.addEventListener('abort', abandon);
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
      const context = this.ways.contextOf(request, null);
      return sent(reply, asked.type, refusedAnswer(error, { context, log: this.ways.log, type: asked.type }));
    }
  }

  private async run(request: FastifyRequest, reply: FastifyReply, asked: GraphqlRequest): Promise<unknown> {
    const { gate, general } = this.ways;
    const { caller } = request;
    const signal = departureOf(reply);
    const priced = await gate.price(asked, caller);
    if (asked.costReport === 'dry-run') {
      const cost = await gate.dryRun(priced, caller);
      return sent(reply, asked.type, { status: 200, text: JSON.stringify({ data: null, extensions: { cost } }) });
    }
    if (isChangeByGet(request, priced)) return general(request, reply);
    const admitted = await gate.admit(priced, caller, signal);
    const cost = asked.costReport === 'report' ? costAnswer(priced, caller, admitted.budget) : undefined;
    const context = this.ways.contextOf(request, { cost });
    endWithReply(reply, signal, { ticket: admitted.ticket, scope: context.scope });
    request.releasePlace = () => {
      admitted.ticket.release();
    };
    tellBudget(reply, admitted);
    if (priced.operation.asksForSchema || this.ways.interpretsAll) {
      request.admittedContext = context;
      return general(request, reply);
    }
    const { document, operation, variables } = priced;
    const plan = this.ways.documents.planOf(document, operation, variables);
    const making = plan.takePrice();
    if (making > 0) await gate.charge(caller, making);
    return sent(reply, asked.type, await answerOf({ plan, variables, context, log: this.ways.log }, asked.type));
  }
}

export function answerGraphql(ways: Ways): Handler {
  const route = new GraphqlRoute(ways);
  return (request, reply) => route.answer(request, reply);
}
