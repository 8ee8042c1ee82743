import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { getVariableValues } from 'graphql';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../explorer/src/language.ts';
import { DEFAULT_PLACE } from '../../explorer/src/place.ts';
import { QUESTION_GROUPS, QUESTIONS } from '../../explorer/src/questions/questions.ts';
import { documentOf, QUESTION_FOLDER } from '../support/questions.ts';
import { operationOf, problemsOf, schema } from '../support/schema.ts';

describe('a ready question', () => {
  it.each(QUESTIONS)('is valid against the schema and within the limits: $id', ({ id }) => {
    expect(problemsOf(documentOf(id))).toEqual([]);
  });

  it.each(QUESTIONS)('brings every variable that it declares, and no other: $id', ({ id, variables }) => {
    const { variableDefinitions, operation, name } = operationOf(documentOf(id));
    const given = variables(DEFAULT_PLACE);
    const declared = (variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    expect(Object.keys(given).toSorted()).toEqual(declared.toSorted());
    expect(getVariableValues(schema, variableDefinitions ?? [], given).errors).toBeUndefined();
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
