import { schemaText } from '../src/platform/graphql/schema-text.ts';
import { buildGraphqlSchema } from '../src/schema.ts';
import { writeOrCheck } from './generated.ts';

await writeOrCheck('schema.graphql', schemaText(await buildGraphqlSchema()), 'schema');
