import { lexicographicSortSchema, printSchema } from 'graphql';
import { schemaOf } from '../schema.ts';

// Prints the schema as it follows from the code; `schema.graphql` is this text.
process.stdout.write(`${printSchema(lexicographicSortSchema(await schemaOf()))}\n`);
