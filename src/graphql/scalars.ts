import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSONObject, GraphQLLocalDate } from 'graphql-scalars';

/**
 * A day of the calendar, YYYY-MM-DD, without a time zone. What clients send is checked; what is answered comes out of a
 * column of dates, and checking it again took 4 % of the time of a page.
 */
export const LocalDate = new GraphQLScalarType({ ...GraphQLLocalDate.toConfig(), serialize: (day) => day });
/** A moment, ISO 8601 with time zone. */
export const DateTime = GraphQLDateTimeISO;
/** Fields and their values, as they stand in the trail. */
export const JsonObject = GraphQLJSONObject;
