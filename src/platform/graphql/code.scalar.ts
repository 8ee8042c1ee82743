import { GraphQLScalarType, isScalarType, type GraphQLType } from 'graphql';
import { readText } from './scalars.ts';

interface CodeScalar {
  readonly name: string;
  readonly description: string;
  /** A code that there is, for the error of a value that is no text. */
  readonly example: string;
  readonly specifiedByURL?: string;
}

/** Makes the scalar of a kind of code: a text, so that the error for a code that does not exist names its path and an example. */
export const codeScalar = ({
  name,
  description,
  example,
  specifiedByURL,
}: CodeScalar): GraphQLScalarType<string, string> =>
  new GraphQLScalarType<string, string>({
    name,
    description,
    ...(specifiedByURL === undefined ? {} : { specifiedByURL }),
    extensions: { isCode: true },
    serialize: (code) => code as string,
    ...readText(example, (text) => text),
  });

/** Whether a type is a scalar of codes, which is read and written like a text. */
export const isCode = (type: GraphQLType): boolean => isScalarType(type) && type.extensions['isCode'] === true;
