import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';

/** A day of the calendar, YYYY-MM-DD, without a time zone. */
export const LocalDate = GraphQLLocalDate;
/** A moment, ISO 8601 with time zone. */
export const DateTime = GraphQLDateTimeISO;
