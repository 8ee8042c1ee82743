import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { getNamedType, getVariableValues, isInputObjectType, isNonNullType, Kind, typeFromAST } from 'graphql';
import type { NamedTypeNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CHANGE_GROUPS, CHANGES } from '../../explorer/src/changes/changes.ts';
import { LANGUAGES } from '../../explorer/src/language.ts';
import { QUESTIONS } from '../../explorer/src/questions/questions.ts';
import { CHANGE_FOLDER, changeOf, documentOf } from '../support/questions.ts';
import { operationOf, problemsOf, schema } from '../support/schema.ts';

/** What the comment says before a document, in one line. */
const commentOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .map((line) => line.slice(1).trim())
    .join(' ');

const inputOf = (id: string): Record<string, unknown> => {
  const given = CHANGES.find((change) => change.id === id)?.variables()['input'];
  return given as Record<string, unknown>;
};

/** The type of the input. */
function typeOf(id: string): NamedTypeNode {
  const type = operationOf(changeOf(id)).variableDefinitions?.[0]?.type;
  if (type?.kind !== Kind.NON_NULL_TYPE || type.type.kind !== Kind.NAMED_TYPE) throw new Error(`${id} takes no input.`);
  return type.type;
}

describe('a ready change', () => {
  it.each(CHANGES)('is valid against the schema and within the limits: $id', ({ id }) => {
    expect(problemsOf(changeOf(id))).toEqual([]);
  });

  it.each(CHANGES)('is one mutation that takes one input, of the right shape: $id', ({ id, variables }) => {
    const { variableDefinitions, operation, name } = operationOf(changeOf(id));
    expect(operation).toBe(id === 'simulate' ? 'query' : 'mutation');
    expect(name?.value).toMatch(/^[A-Z]\w+$/);
    expect((variableDefinitions ?? []).map(({ variable }) => variable.name.value)).toEqual(['input']);
    expect(Object.keys(variables())).toEqual(['input']);
    expect(getVariableValues(schema, variableDefinitions ?? [], variables()).errors).toBeUndefined();
  });

  it.each(CHANGES)('says which ready questions show what it takes: $id', ({ id, shownBy }) => {
    const comment = commentOf(changeOf(id));
    const titles = shownBy.map((source) => QUESTIONS.find((question) => question.id === source)?.title.en);
    expect([...comment.matchAll(/"([^"]+)"/g)].map(([, title]) => title).toSorted()).toEqual(titles.toSorted());
    const placeholders = JSON.stringify(inputOf(id)).match(/<[a-z -]+ id>/g) ?? [];
    if (placeholders.length === 0) return;
    expect(comment).toMatch(/Fill in the ids?\b/);
    // What is to be filled in stands in the answers of one of them.
    expect(shownBy.some((source) => /^\s+id$/m.test(documentOf(source)))).toBe(true);
    if (inputOf(id)['expectedVersion'] === 0) {
      expect(comment).toMatch(/version/);
      expect(shownBy.some((source) => /^\s+version$/m.test(documentOf(source)))).toBe(true);
    }
  });

  it('leaves every id and version to be filled in, and nothing else', () => {
    for (const { id } of CHANGES) {
      for (const [name, value] of Object.entries(inputOf(id))) {
        if (name === 'expectedVersion') expect(value).toBe(0);
        else if (name.endsWith('Id') && !['nationalId', 'companyId'].includes(name)) expect(value).toMatch(/^<.+ id>$/);
        else if (typeof value === 'string') expect(value).not.toMatch(/^<|>$/);
      }
    }
  });

  it('has a fresh key each time where it makes something new', () => {
    const keyed = CHANGES.filter(({ id }) => 'idempotencyKey' in inputOf(id));
    const demanded = CHANGES.filter(({ id }) => {
      const input = getNamedType(typeFromAST(schema, typeOf(id)));
      return isInputObjectType(input) && isNonNullType(input.getFields()['idempotencyKey']?.type);
    });
    expect(keyed.map(({ id }) => id)).toEqual(demanded.map(({ id }) => id));
    expect(keyed.length).toBeGreaterThan(8);
    const keys = [...keyed, ...keyed].map(({ id }) => String(inputOf(id)['idempotencyKey']));
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[\w.:-]{8,128}$/);
  });

  it('has a document, and each document has its change', () => {
    const documents = readdirSync(CHANGE_FOLDER)
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => file.replace('.graphql', ''));
    expect(CHANGES.map(({ id }) => id).toSorted()).toEqual(documents.toSorted());
  });

  it('has a title and a description in every language, and no title twice', () => {
    const worded = [
      ...CHANGE_GROUPS.map(({ title }) => title),
      ...CHANGES.flatMap(({ title, description }) => [title, description]),
    ];
    for (const words of worded) for (const language of LANGUAGES) expect(words[language].trim()).not.toBe('');
    for (const { ar } of worded) expect(ar).toMatch(/\p{Script=Arabic}/u);
    for (const language of LANGUAGES) {
      const titles = [...CHANGES, ...QUESTIONS].map(({ title }) => title[language]);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});
