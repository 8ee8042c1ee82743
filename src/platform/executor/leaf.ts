import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  type GraphQLEnumType,
  type GraphQLLeafType,
} from 'graphql';
import { isCode } from '../graphql/code.scalar.ts';
import { LocalDate } from '../graphql/scalars.ts';

/** The text of a usual value, found at once; undefined for any other value. */
export type FastSerializer = (value: unknown) => string | undefined;

/** Writes a value that is there as JSON; throws where the type has no such value. */
type WriteLeaf = (value: unknown) => string;

const INT_MOST = 2_147_483_647;
const quoted = JSON.stringify as (value: unknown) => string;

// Most texts hold nothing that JSON escapes, which is found sooner than they are written by the general function.
const PLAIN = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/;
const text = (value: string): string => (PLAIN.test(value) ? `"${value}"` : quoted(value));

const isInt = (value: unknown): boolean => Number.isInteger(value) && Math.abs(value as number) <= INT_MOST;

const USUAL: ReadonlyMap<GraphQLLeafType, FastSerializer> = new Map<GraphQLLeafType, FastSerializer>([
  [GraphQLString, (value) => (typeof value === 'string' ? text(value) : undefined)],
  [GraphQLID, (value) => (typeof value === 'string' ? text(value) : undefined)],
  [GraphQLBoolean, (value) => (typeof value === 'boolean' ? String(value) : undefined)],
  [GraphQLInt, (value) => (isInt(value) ? String(value) : undefined)],
  [GraphQLFloat, (value) => (Number.isFinite(value) ? String(value) : undefined)],
  // Days come out of a column of dates, and hold nothing that JSON escapes.
  [LocalDate, (value) => (typeof value === 'string' ? `"${value}"` : undefined)],
]);

function ofEnum(type: GraphQLEnumType): FastSerializer {
  const known = new Map(type.getValues().map(({ name, value }) => [value as unknown, quoted(name)]));
  return (value) => known.get(value);
}

const nothing: FastSerializer = () => undefined;

/** The usual values of a type. */
export const fastSerializerOf = (type: GraphQLLeafType): FastSerializer =>
  isEnumType(type) ? ofEnum(type) : (USUAL.get(isCode(type) ? GraphQLString : type) ?? nothing);

/** A value as the type itself serializes it; one that it has no form for is a fault, as in the specification. */
function serialized(type: GraphQLLeafType, value: unknown): string {
  const found: unknown = type.serialize(value);
  if (found == null) throw new Error(`${type.name} has no form for a value.`);
  return quoted(found);
}

/** Writes usual values at once, and all others as the type itself serializes them. */
export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  const usual = fastSerializerOf(type);
  return (value) => usual(value) ?? serialized(type, value);
}
