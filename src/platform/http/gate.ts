import { GraphQLError } from 'graphql';
import type { Caller } from '../auth/caller.ts';
import type { DocumentCache, PreparedDocument } from '../executor/document-cache.ts';
import { fieldReports, tooCostly, type FieldReport } from '../executor/cost/report.ts';
import type { Variables } from '../executor/serializer.ts';
import { InvalidOperation, type PreparedOperation } from '../executor/prepared-operation.ts';
import type { BudgetLeft, Budgets, Exhausted } from './budget.ts';
import { budgetExhausted, refusalOfLine, tooManyAtOnce } from './busy.ts';
import type { GraphqlRequest } from './graphql-request.ts';
import type { Sending } from './sending.ts';
import type { ClientResponse, Ticket, WaitingLine } from './waiting-line.ts';

/** A usual request is read for nothing; of larger ones each byte costs a point, for variables take time as well. */
const FREE_BYTES = 4000;
const OTHER_FORM = 1000;

/** A valid operation with its price. */
export interface Priced {
  readonly document: PreparedDocument;
  readonly operation: PreparedOperation;
  readonly variables: Variables;
  readonly cost: number;
}

/** What lets an operation run: it has a place until its ticket is released. */
export interface Admitted {
  readonly ticket: Ticket;
  readonly budget: BudgetLeft;
}

/** The cost of an operation as the answer reports it, in points. */
export interface CostAnswer {
  readonly requested: number;
  readonly ceiling: number;
  readonly budget: { readonly left: number; readonly perMinute: number; readonly resetAt: string };
  /** Of a dry run only. */
  readonly fields?: readonly FieldReport[];
}

export function costAnswer(
  { cost }: Priced,
  { quota }: Caller,
  { left, perMinute, resetInMs }: BudgetLeft,
): CostAnswer {
  const resetAt = new Date(Date.now() + resetInMs).toISOString();
  return { requested: cost, ceiling: quota.ceiling, budget: { left, perMinute, resetAt } };
}

interface Bounds {
  readonly line: WaitingLine;
  readonly budgets: Budgets;
  readonly sending: Sending;
  /** The highest ceiling that a token gives. */
  readonly ceilingWithToken: number;
}

/** What every operation passes before it runs: it is valid, its price is below the ceiling, and its caller can pay it. */
export class Gate {
  constructor(
    private readonly documents: DocumentCache,
    private readonly bounds: Bounds,
  ) {}

  /** The budget that keeps a caller from being heard, where one is empty. */
  exhaustedFor(caller: Caller): Exhausted | undefined {
    return this.bounds.budgets.exhaustedFor(caller);
  }

  get isFull(): boolean {
    return this.bounds.line.isFull;
  }

  /** Throws where an operation is not valid, not for this caller, or too costly. */
  async price(asked: GraphqlRequest, caller: Caller): Promise<Priced> {
    const size = Math.max(0, asked.bytes - FREE_BYTES);
    let priced: Priced;
    try {
      priced = this.priced(asked, caller);
    } catch (error) {
      // Reading what is refused is work as well.
      await this.charge(caller, size + asked.query.length);
      throw error;
    }
    const reading = size + priced.document.reading;
    if (reading > 0) await this.charge(caller, reading);
    return priced;
  }

  /** Takes what it costs to say what is wrong with a request of another form. */
  chargeOthers(caller: Caller, bytes: number): Promise<void> {
    return this.charge(caller, OTHER_FORM + bytes);
  }

  /** Takes points for work that is done. */
  charge(caller: Caller, points: number): Promise<void> {
    return this.bounds.budgets.charge(caller, points);
  }

  /** Waits for a place, and pays; throws where there is none to be had, or nothing left to pay with. */
  async admit({ cost }: Priced, caller: Caller, response: ClientResponse): Promise<Admitted> {
    if (this.bounds.sending.isFullFor(caller)) throw tooManyAtOnce();
    const ticket = await this.bounds.line.enter(caller, cost, response);
    if (typeof ticket === 'string') throw refusalOfLine(ticket);
    try {
      const budget = await this.bounds.budgets.spend(caller, cost);
      if ('retryInMs' in budget) throw budgetExhausted(budget);
      return { ticket, budget };
    } catch (error) {
      ticket.release();
      throw error;
    }
  }

  /** The price of each field, without running any; the report itself costs a point for each. */
  async dryRun(priced: Priced, caller: Caller): Promise<CostAnswer> {
    await this.charge(caller, priced.operation.cost.fields);
    const budget = await this.bounds.budgets.left(caller);
    return { ...costAnswer(priced, caller, budget), fields: fieldReports(priced.operation.cost, priced.variables) };
  }

  private priced({ query, operationName, variables: given, costReport }: GraphqlRequest, caller: Caller): Priced {
    const document = this.documents.prepare(query);
    const operation = this.documents.operationOf(document, operationName);
    if (operation.asksForSchema && caller.kind === 'anonymous') throw introspectionDisabled();
    const variables = operation.variablesOf(given);
    const cost = operation.cost.under(variables);
    const isTooCostly = cost > caller.quota.ceiling && costReport !== 'dry-run';
    if (isTooCostly) {
      const isForTokens = caller.kind === 'anonymous' && cost <= this.bounds.ceilingWithToken;
      throw tooCostly(operation.cost, variables, { ceiling: caller.quota.ceiling, isForTokens });
    }
    return { document, operation, variables, cost };
  }
}

/** Introspection requires a token; the ready questions of the explorer work without it. */
function introspectionDisabled(): InvalidOperation {
  const message = 'Introspection needs a token. The schema is also in the file schema.graphql of the project.';
  return new InvalidOperation([new GraphQLError(message, { extensions: { code: 'INTROSPECTION_DISABLED' } })]);
}
