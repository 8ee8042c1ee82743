import { GraphQLError } from 'graphql';
import type { Language } from '../errors/reason.ts';
import { extensionsOf, type Context } from '../graphql/context.ts';
import { refusalOf } from '../graphql/format-error.ts';

const SUGGESTION = / ?Did you mean .*\?$/;

/** An error of ours in the client's language; any other error without what would help to guess the schema. */
function localizeError(error: GraphQLError, language: Language): GraphQLError {
  const { message, path, locations } = error;
  const refusal = refusalOf(error)?.in(language);
  // Errors in variables are found before anything runs, so that they have no path.
  const made =
    path === undefined && refusal === undefined
      ? new GraphQLError(message.replace(SUGGESTION, ''))
      : new GraphQLError(message, { path: path ?? null, originalError: refusal ?? error.originalError ?? null });
  return Object.defineProperty(made, 'locations', { value: locations, enumerable: locations !== undefined });
}

interface Finished {
  readonly errors: readonly GraphQLError[];
  /** Undefined where there are none. */
  readonly extensions: ReturnType<typeof extensionsOf>;
}

/**
 * What every answer passes before it is sent, whether a plan or the interpreter made it: reads of personal data are
 * recorded, errors are in the client's language, and extensions say what was replayed and what it cost.
 */
export async function finishResponse(errors: readonly GraphQLError[], context: Context): Promise<Finished> {
  await context.scope.recordSensitiveReads();
  return { errors: errors.map((error) => localizeError(error, context.language)), extensions: extensionsOf(context) };
}
