import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

/** The schema in its definition language, sorted by name: the same text for the same schema. */
export const schemaText = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
