import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema, getVariableValues, Kind, parse, specifiedRules, validate, type DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../explorer/src/language.ts';
import { QUESTION_GROUPS, QUESTIONS } from '../../explorer/src/questions/questions.ts';
import { limitsRule } from '../../src/graphql/limits.ts';
import { documentOf, QUESTION_FOLDER } from '../support/questions.ts';

const schema = buildSchema(readFileSync(resolve(import.meta.dirname, '../../schema.graphql'), 'utf8'));

function operationOf(document: DocumentNode) {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operation === undefined || operations.length > 1) throw new Error('A question is one operation.');
  return operation;
}

describe('a ready question', () => {
  it.each(QUESTIONS)('is valid against the schema and within the limits: $id', ({ id }) => {
    const problems = validate(schema, parse(documentOf(id)), [...specifiedRules, limitsRule]);
    expect(problems.map(({ message }) => message)).toEqual([]);
  });

  it.each(QUESTIONS)('brings every variable that it declares, and no other: $id', ({ id, variables }) => {
    const { variableDefinitions, operation, name } = operationOf(parse(documentOf(id)));
    const declared = (variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    expect(Object.keys(variables).toSorted()).toEqual(declared.toSorted());
    expect(getVariableValues(schema, variableDefinitions ?? [], variables).errors).toBeUndefined();
    expect(operation).toBe('query');
    expect(name?.value).toMatch(/^[A-Z]\w+$/);
  });

  it('has a document, and each document has its question', () => {
    const documents = readdirSync(QUESTION_FOLDER)
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => file.replace('.graphql', ''));
    expect(QUESTIONS.map(({ id }) => id).toSorted()).toEqual(documents.toSorted());
  });

  it('has a title and a description in every language, and no title twice', () => {
    const worded = [
      ...QUESTION_GROUPS.map(({ title }) => title),
      ...QUESTIONS.flatMap((q) => [q.title, q.description]),
    ];
    for (const words of worded) for (const language of LANGUAGES) expect(words[language].trim()).not.toBe('');
    for (const language of LANGUAGES) {
      const titles = QUESTIONS.map(({ title }) => title[language]);
      expect(new Set(titles).size).toBe(titles.length);
    }
    for (const { ar } of worded) expect(ar).toMatch(/\p{Script=Arabic}/u);
  });
});
