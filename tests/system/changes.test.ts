import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import {
  getNamedType,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  Kind,
  typeFromAST,
  type GraphQLInputType,
  type NamedTypeNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { CHANGE_GROUPS, CHANGES } from '../../explorer/src/changes/changes.ts';
import { Blank, written } from '../../explorer/src/changes/values.ts';
import { intentOf } from '../../explorer/src/intent.ts';
import { LANGUAGES } from '../../explorer/src/language.ts';
import { DEFAULT_PLACE } from '../../explorer/src/place.ts';
import { QUESTIONS } from '../../explorer/src/questions/questions.ts';
import { filled } from '../support/blanks.ts';
import { CHANGE_FOLDER, changeOf, documentOf } from '../support/questions.ts';
import { operationOf, problemsOf, schema } from '../support/schema.ts';

/** The ready changes that write. */
const WRITING = CHANGES.filter(({ id }) => id !== 'simulate');

/** What the comment says before a document, in one line. */
const commentOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .map((line) => line.slice(1).trim())
    .join(' ');

const inputOf = (id: string): Record<string, unknown> => {
  const given = CHANGES.find((change) => change.id === id)?.variables(DEFAULT_PLACE)['input'];
  return given as Record<string, unknown>;
};

/** Every value within others, each by the name of the field around it. */
function leavesOf(value: unknown, name = ''): (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.flatMap((each) => leavesOf(each, name));
  if (typeof value !== 'object' || value === null || value instanceof Blank) return [[name, value]];
  return Object.entries(value).flatMap(([within, each]) => leavesOf(each, within));
}

const blanksOf = (id: string): Blank[] =>
  leavesOf(inputOf(id)).flatMap(([, value]) => (value instanceof Blank ? [value] : []));

/** The enumeration that a field of an input takes, wherever in it the field is. */
function choicesFor(type: GraphQLInputType, name: string): string[] | undefined {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return undefined;
  const fields = Object.values(named.getFields());
  const own = fields.map((field) => (field.name === name ? getNamedType(field.type) : undefined)).find(isEnumType);
  if (own !== undefined) return own.getValues().map((value) => value.name);
  return fields.map((field) => choicesFor(field.type, name)).find((found) => found !== undefined);
}

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

  it.each(CHANGES)('is one mutation that takes one input, of the right shape once it is filled in: $id', ({ id }) => {
    const { variableDefinitions, operation, name } = operationOf(changeOf(id));
    expect(operation).toBe(id === 'simulate' ? 'query' : 'mutation');
    expect(name?.value).toMatch(/^[A-Z]\w+$/);
    expect((variableDefinitions ?? []).map(({ variable }) => variable.name.value)).toEqual(['input']);
    const { errors } = getVariableValues(schema, variableDefinitions ?? [], { input: filled(inputOf(id)) });
    expect(errors).toBeUndefined();
  });

  it.each(CHANGES)('says which ready questions show what it takes: $id', ({ id, shownBy }) => {
    const comment = commentOf(changeOf(id));
    const titles = shownBy.map((source) => QUESTIONS.find((question) => question.id === source)?.title.en);
    expect([...comment.matchAll(/"([^"]+)"/g)].map(([, title]) => title).toSorted()).toEqual(titles.toSorted());
    if (blanksOf(id).every(({ kind }) => kind !== 'id')) return;
    expect(comment).toMatch(/Fill in the ids?\b/);
    // What is to be filled in stands in the answers of one of them.
    expect(shownBy.some((source) => /^\s+id$/m.test(documentOf(source)))).toBe(true);
    if ('expectedVersion' in inputOf(id)) {
      expect(comment).toMatch(/version/);
      expect(shownBy.some((source) => /^\s+version$/m.test(documentOf(source)))).toBe(true);
    }
  });

  it.each(WRITING)('holds no value of its own but its key: $id', ({ id }) => {
    const own = leavesOf(inputOf(id)).filter(([, value]) => !(value instanceof Blank));
    expect(own.map(([name]) => name).filter((name) => name !== 'idempotencyKey')).toEqual([]);
    expect(blanksOf(id).length).toBeGreaterThan(0);
    expect(changeOf(id)).not.toMatch(/\([^)]*"/);
  });

  it.each(WRITING)('shows a blank for each value, in every language, with which it cannot be sent: $id', ({ id }) => {
    for (const language of LANGUAGES) {
      const text = written({ input: inputOf(id) }, language);
      const blanks = text.match(/"<[^<>"]+>"/g) ?? [];
      expect(blanks).toHaveLength(blanksOf(id).length);
      if (language === 'ar') {
        const worded = blanks.filter((blank) => !/^"<[A-Z_ |]+>"$/.test(blank));
        for (const blank of worded) expect(blank).toMatch(/\p{Script=Arabic}/u);
      }
      const { query, ...rest } = { query: changeOf(id), variables: JSON.parse(text) as object };
      expect(intentOf({ query, ...rest }).blanks).toHaveLength(blanks.length);
    }
  });

  it('offers what may be chosen as the schema has it', () => {
    const choices = WRITING.flatMap(({ id }) => leavesOf(inputOf(id)).map(([name, value]) => ({ id, name, value })));
    const offered = choices.flatMap(({ id, name, value }) =>
      value instanceof Blank && value.kind === 'choice' ? [{ id, name, codes: value.choices }] : [],
    );
    expect(offered.length).toBeGreaterThan(8);
    for (const { id, name, codes } of offered) {
      const type = schema.getType(typeOf(id).name.value);
      expect(isInputObjectType(type) && choicesFor(type, name)).toEqual(expect.arrayContaining([...codes]));
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
