import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSONObject } from 'graphql-scalars';
import { DAYS } from '../lib/dates.ts';
import { asciiDigits } from '../lib/texts.ts';

/** Reads the text of a scalar: what it says is judged where it is given, so that the refusal can name the path (guard.ts). */
export const readText = <Value>(example: string, of: (text: string) => Value) => {
  const parseValue = (value: unknown): Value => {
    if (typeof value === 'string') return of(value);
    throw new GraphQLError(`It is a text, such as "${example}".`);
  };
  const parseLiteral = (node: ValueNode): Value => parseValue(node.kind === Kind.STRING ? node.value : undefined);
  return { parseValue, parseLiteral };
};

/**
 * A day of the calendar. What is answered comes out of a column of dates, and checking it again took 4 % of the time of a
 * page.
 */
export const LocalDate = new GraphQLScalarType({
  name: 'LocalDate',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date',
  description: `A day of the Gregorian calendar without a time zone, YYYY-MM-DD, such as 2026-01-31; Arabic digits are read as well. From ${DAYS.earliest} to ${DAYS.latest}. BAD_USER_INPUT with the path otherwise: NOT_A_DAY, DAY_OUT_OF_RANGE, and HIJRI_YEAR for a year from 1300 to 1500.`,
  serialize: (day) => day,
  ...readText('2026-01-31', asciiDigits),
});

const ISO = GraphQLDateTimeISO.toConfig();

/** The moment of a text; an invalid one where it is none. */
function momentOf(text: string): unknown {
  try {
    return ISO.parseValue(asciiDigits(text));
  } catch {
    return new Date(Number.NaN);
  }
}

/** A moment, ISO 8601 with time zone. */
export const DateTime = new GraphQLScalarType({
  ...ISO,
  name: 'DateTime',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
  description: `A moment with its time zone (RFC 3339), such as 2026-01-31T08:00:00Z. From the year ${DAYS.earliest.slice(0, 4)} to ${DAYS.latest.slice(0, 4)}. BAD_USER_INPUT with the path otherwise: NOT_A_MOMENT, MOMENT_OUT_OF_RANGE.`,
  ...readText('2026-01-31T08:00:00Z', momentOf),
});

/** Fields and their values, as they stand in the audit log. */
export const JsonObject = new GraphQLScalarType({
  ...GraphQLJSONObject.toConfig(),
  description: 'An object of JSON (ECMA-404), such as {"practising": true}.',
});
