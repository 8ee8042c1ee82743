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
import { LocalDate } from '../scalars.ts';

/** Writes a value that is there as JSON; throws where the type has no such value. */
type WriteLeaf = (value: unknown) => string;

const INT_MOST = 2_147_483_647;
const quoted = JSON.stringify as (value: unknown) => string;

const serialized =
  (type: GraphQLLeafType): WriteLeaf =>
  (value) =>
    quoted(type.serialize(value) ?? null);

function ofEnum(type: GraphQLEnumType): WriteLeaf {
  const known = new Map(type.getValues().map(({ name, value }) => [value as unknown, quoted(name)]));
  const other = serialized(type);
  return (value) => known.get(value) ?? other(value);
}

/** The usual values of the usual types at once; all else as the type itself serializes it. */
const SHORT: ReadonlyMap<GraphQLLeafType, (other: WriteLeaf) => WriteLeaf> = new Map<
  GraphQLLeafType,
  (other: WriteLeaf) => WriteLeaf
>([
  [GraphQLString, (other) => (value) => (typeof value === 'string' ? quoted(value) : other(value))],
  [GraphQLID, (other) => (value) => (typeof value === 'string' ? quoted(value) : other(value))],
  [GraphQLBoolean, (other) => (value) => (typeof value === 'boolean' ? String(value) : other(value))],
  [
    GraphQLInt,
    (other) => (value) =>
      Number.isInteger(value) && Math.abs(value as number) <= INT_MOST ? String(value) : other(value),
  ],
  [GraphQLFloat, (other) => (value) => (Number.isFinite(value) ? String(value) : other(value))],
  // Days come out of a column of dates, and hold nothing that JSON escapes.
  [LocalDate, () => (value) => `"${String(value)}"`],
]);

export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  if (isEnumType(type)) return ofEnum(type);
  const other = serialized(type);
  return SHORT.get(type)?.(other) ?? other;
}
