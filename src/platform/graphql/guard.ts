import {
  defaultFieldResolver,
  GraphQLFloat,
  GraphQLID,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLFieldResolver,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { requireGrant } from '../auth/viewer.ts';
import type { ErrorReason } from '../errors/reason.ts';
import { calendarFaults, momentFaults } from '../errors/validators.ts';
import { Violations } from '../errors/violations.ts';
import { INPUT } from '../errors/input.reasons.ts';
import { memoizeByObject } from '../lib/memoize.ts';
import { hiddenIn, listed, readText } from '../lib/texts.ts';
import { isCode } from './code.scalar.ts';
import type { Context } from './context.ts';
import { DateTime, LocalDate } from './scalars.ts';

/** Items that any list of an argument may have; the resolvers have closer bounds. */
const MOST_ITEMS = 1000;

/** Validates a value and adds what is wrong to the faults; returns the value as the resolver gets it. */
type Read = (value: unknown, path: string, faults: Violations) => unknown;

type Named = Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type' | 'extensions'>;
type Values = Readonly<Record<string, unknown>>;
type Asked = Parameters<GraphQLFieldResolver<unknown, Context, object>>;

function comparedText(value: unknown, path: string, faults: Violations): unknown {
  const hidden = hiddenIn(String(value));
  faults.addIf(hidden.length > 0, path, INPUT.HIDDEN_CHARACTER, { characters: listed(hidden) });
  return value;
}

const keptText =
  (lines: boolean): Read =>
  (value, path, faults) => {
    const { text, hidden } = readText(String(value), { lines });
    faults.addIf(hidden.length > 0, path, INPUT.HIDDEN_CHARACTER, { characters: listed(hidden) });
    return text;
  };

function readNumber(value: unknown, path: string, faults: Violations): unknown {
  faults.addIf(!Number.isFinite(value), path, INPUT.NOT_FINITE);
  return value;
}

function readDay(value: unknown, path: string, faults: Violations): unknown {
  faults.addAll(calendarFaults(String(value), path));
  return value;
}

function readMoment(value: unknown, path: string, faults: Violations): unknown {
  faults.addAll(momentFaults(value as Date, path));
  return value;
}

const SCALARS = new Map<GraphQLInputType, Read>([
  [GraphQLID, comparedText],
  [GraphQLFloat, readNumber],
  [LocalDate, readDay],
  [DateTime, readMoment],
]);

/** What a value of each type may be refused for here. */
const REASONS = new Map<GraphQLInputType, readonly ErrorReason[]>([
  [GraphQLString, [INPUT.HIDDEN_CHARACTER]],
  [GraphQLID, [INPUT.HIDDEN_CHARACTER]],
  [GraphQLFloat, [INPUT.NOT_FINITE]],
  [LocalDate, [INPUT.NOT_A_DAY, INPUT.DAY_OUT_OF_RANGE, INPUT.HIJRI_YEAR]],
  [DateTime, [INPUT.NOT_A_MOMENT, INPUT.MOMENT_OUT_OF_RANGE]],
]);

/** The reasons for which a value may be refused before a resolver sees it. */
export function inputReasons(type: GraphQLInputType): readonly ErrorReason[] {
  const present = isNonNullType(type) ? type.ofType : type;
  if (isListType(present)) return [INPUT.LIST_TOO_LONG, ...inputReasons(present.ofType)];
  if (isInputObjectType(present))
    return Object.values(present.getFields()).flatMap((field) => inputReasons(field.type));
  return REASONS.get(isCode(present) ? GraphQLString : present) ?? [];
}

/** Compiles readers from input types. Texts of a change are stored, so they are normalised; others are only compared. */
class Readers {
  constructor(private readonly isChange: boolean) {}

  /** Undefined where there is nothing to validate. */
  readonly ofAll = (all: readonly Named[]): Read | undefined => {
    const known = new Map(
      all.flatMap((one) => {
        const read = this.of(one.type, one.extensions['lines'] === true);
        return read === undefined ? [] : [[one.name, read] as const];
      }),
    );
    if (known.size === 0) return undefined;
    return (given, path, faults) => {
      const entries = Object.entries(given as Values).map(([name, value]) => {
        const at = path === '' ? name : `${path}.${name}`;
        return [name, known.get(name)?.(value, at, faults) ?? value];
      });
      return Object.fromEntries(entries) as Values;
    };
  };

  private of(type: GraphQLInputType, lines: boolean): Read | undefined {
    const read = this.ofPresent(isNonNullType(type) ? type.ofType : type, lines);
    return read && ((value, path, faults) => (value == null ? value : read(value, path, faults)));
  }

  private ofPresent(type: GraphQLInputType, lines: boolean): Read | undefined {
    if (type === GraphQLString || isCode(type)) return this.isChange ? keptText(lines) : comparedText;
    if (isInputObjectType(type)) return this.ofAll(Object.values(type.getFields()));
    if (!isListType(type)) return SCALARS.get(type);
    const item = this.of(type.ofType, lines);
    return (list, path, faults) => {
      const items = list as readonly unknown[];
      if (items.length > MOST_ITEMS) faults.add(path, INPUT.LIST_TOO_LONG, { limit: MOST_ITEMS });
      else if (item !== undefined) return items.map((value, index) => item(value, `${path}[${String(index)}]`, faults));
      return items;
    };
  }
}

/**
 * Wraps every resolver that takes arguments. Texts with hidden characters, impossible days and moments and infinite numbers
 * are refused together, each under its path, whether they come as literals or variables and whether a plan or the interpreter
 * runs the operation. The texts of a change reach the resolver in the form in which they are kept.
 */
export function guardArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isChange = type === schema.getMutationType();
    const readers = new Readers(isChange);
    for (const field of Object.values(type.getFields())) {
      const read = readers.ofAll(field.args);
      if (read === undefined) continue;
      const { resolve = defaultFieldResolver } = field;
      // Arguments without variables are the same object for every row and request.
      const checked = memoizeByObject((args: object) => {
        const faults = new Violations();
        const values = read(args, '', faults);
        faults.throwIfAny();
        return values as Values;
      });
      field.resolve = (...[source, args, context, info]: Asked) => {
        // A viewer who may change nothing gets no errors about the input.
        if (isChange) requireGrant(context.scope.viewer, 'CHANGE_RECORDS');
        return resolve(source, checked(args), context, info);
      };
    }
  }
}
