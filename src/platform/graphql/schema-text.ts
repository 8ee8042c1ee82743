import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { lexicographicSortSchema, type GraphQLSchema } from 'graphql';

/** Puts an empty line between members that have a description, as graphql-js prints them. */
function spaced(sdl: string): string {
  let isInside = false;
  const lines = sdl.split('\n').map((line, index, all) => {
    const marks = line.split('"""').length - 1;
    const opens = !isInside && marks > 0;
    if (marks === 1) isInside = !isInside;
    const before = all[index - 1] ?? '';
    return opens && before !== '' && !/[{(]$/.test(before) ? `\n${line}` : line;
  });
  return lines.join('\n');
}

/** The schema in its definition language with what its fields cost, sorted by name: the same text for the same schema. */
export const schemaText = (schema: GraphQLSchema): string =>
  `${spaced(printSchemaWithDirectives(lexicographicSortSchema(schema)))}\n`;
