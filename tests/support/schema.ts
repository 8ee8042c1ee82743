import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema, Kind, parse, specifiedRules, validate, type OperationDefinitionNode } from 'graphql';
import { DOCUMENT_LIMITS } from '../../src/platform/config/limits.ts';
import { mustBeWithinLimits } from '../../src/platform/executor/limits.ts';

export const schema = buildSchema(readFileSync(resolve(import.meta.dirname, '../../schema.graphql'), 'utf8'));

/** Why a document would not be taken: the rules of the language, and the limits of the server. */
export function problemsOf(text: string): string[] {
  const document = parse(text);
  mustBeWithinLimits(document, DOCUMENT_LIMITS);
  return validate(schema, document, specifiedRules).map(({ message }) => message);
}

/** The one operation of a document. */
export function operationOf(text: string): OperationDefinitionNode {
  const operations = parse(text).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operation === undefined || operations.length > 1) throw new Error('The document is not one operation.');
  return operation;
}
