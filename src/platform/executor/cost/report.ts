import type { Language } from '../../errors/reason.ts';
import { domainError, type DomainError } from '../../errors/domain-error.ts';
import { ADVICE, LIMIT_REASONS } from '../../graphql/limits.reasons.ts';
import type { Variables } from '../serializer.ts';
import type { FieldCost, OperationCost } from './cost.ts';

type Advice = Readonly<Record<Language, string>>;

const HALF = 0.5;

const isBelow = (one: FieldCost, other: FieldCost): boolean =>
  one.path.length === other.path.length + 1 && other.path.every((name, index) => one.path[index] === name);

/** Follows the dearest field to where no single field below it costs half as much. */
function dearestOf(parts: readonly FieldCost[]): FieldCost[] {
  const way: FieldCost[] = [];
  let choice = parts.filter(({ path }) => path.length === 1);
  for (;;) {
    const dearest = choice.toSorted((one, other) => other.cost - one.cost)[0];
    const last = way.at(-1);
    if (dearest === undefined || (last !== undefined && dearest.cost < last.cost * HALF)) return way;
    way.push(dearest);
    choice = parts.filter((part) => isBelow(part, dearest));
  }
}

const SMALL = 1;

function adviceFor(way: readonly FieldCost[], total: number): Advice {
  const lists = way.filter(({ size }) => size > SMALL);
  if ((way[0]?.cost ?? 0) < total * HALF) return ADVICE.many;
  return lists.length > 1 ? ADVICE.nested : ADVICE.sliced;
}

const both = (one: Advice, other: Advice): Advice => ({
  ar: `${one.ar} ${other.ar}`,
  fr: `${one.fr} ${other.fr}`,
  en: `${one.en} ${other.en}`,
});

export interface Ceiling {
  readonly ceiling: number;
  /** Whether the caller could ask the same with a token. */
  readonly isForTokens: boolean;
}

/** Refuses an operation that costs more than its caller may ask for, with what is dearest in it and what to change. */
export function tooCostly(
  operation: OperationCost,
  variables: Variables,
  { ceiling, isForTokens }: Ceiling,
): DomainError {
  const cost = operation.under(variables);
  const way = dearestOf(operation.parts(variables));
  const dearest = way.at(-1);
  const [path, part] = [dearest?.path.join('.') ?? '', dearest?.cost ?? 0];
  const change = adviceFor(way, cost);
  const advice = isForTokens ? both(change, ADVICE.token) : change;
  const values = { cost, ceiling, path, part, advice };
  const details = { limit: 'cost', cost: { requested: cost, ceiling, dearest: { path, cost: part } } };
  return domainError('OPERATION_TOO_COSTLY', { path: '', reason: LIMIT_REASONS.TOO_COSTLY, values }, { details });
}

/** The price of each field, as a dry run answers it. */
export interface FieldReport {
  /** From the root of the answer, such as `region.artisans.nodes.name`. */
  readonly path: string;
  /** How many objects it is asked of at most; it counts one point for each. */
  readonly times: number;
  /** What its statements cost. */
  readonly statements: number;
  /** In points, with all that is asked below it. */
  readonly cost: number;
}

export const fieldReports = (operation: OperationCost, variables: Variables): FieldReport[] =>
  operation
    .parts(variables)
    .map(({ path, times, statements, cost }) => ({ path: path.join('.'), times, statements, cost }));
