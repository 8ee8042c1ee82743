import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNullableType,
  isObjectType,
  validateSchema,
  type GraphQLField,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import type { ErrorReason } from '../../src/platform/errors/reason.ts';
import { schema } from '../support/schema.ts';

const MUTATIONS = Object.values(schema.getMutationType()?.getFields() ?? {});
const raised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const fieldsOf = (field: GraphQLField<unknown, unknown> | undefined) => {
  const type = field && getNamedType(field.type);
  return isObjectType(type) ? type.getFields() : {};
};
const codesOf = (mutation: GraphQLField<unknown, unknown>): string[] => {
  const { code } = fieldsOf(fieldsOf(mutation)['userErrors']);
  const type = code && getNamedType(code.type);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
};

/** The scalars of an input, at any depth. */
function scalarsOf(type: unknown): string[] {
  const named = getNamedType(type as Parameters<typeof getNamedType>[0]);
  if (named === undefined) return [];
  return isInputObjectType(named)
    ? Object.values(named.getFields()).flatMap((field) => scalarsOf(field.type))
    : [named.name];
}

/** The codes of all reasons in files. */
async function codesIn(...patterns: readonly string[]): Promise<string[]> {
  const files = globSync(patterns).map((file) => resolve(file));
  const tables = await Promise.all(
    files.map(async (file) => Object.values((await import(file)) as Record<string, object>)),
  );
  return tables
    .flat()
    .flatMap((table) => Object.values(table as Record<string, Partial<ErrorReason>>))
    .flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
}

describe('the schema', () => {
  it('is valid', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it('names every reason for which a mutation or an argument is refused', async () => {
    const text = readFileSync('schema.graphql', 'utf8');
    const codes = await codesIn('src/modules/*/*.reasons.ts', 'src/platform/errors/input.reasons.ts');
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => !new RegExp(`\\b${code}\\b`).test(text))).toEqual([]);
  });
});

describe('a connection', () => {
  it('may be null everywhere, so that an error in one list leaves the others', () => {
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
    const fields = types.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
    const lists = fields.filter(({ field }) => String(getNamedType(field.type)).endsWith('Connection'));
    expect(lists.length).toBeGreaterThan(40);
    expect(lists.filter(({ field }) => !isNullableType(field.type))).toEqual([]);
  });
});

describe('a code', () => {
  it('has one meaning', async () => {
    const codes = await codesIn('src/{modules,platform}/*/!(http).reasons.ts');
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });
});

describe.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))('the mutation %s', (name, mutation) => {
  it('has an input and a payload of its own', () => {
    expect(mutation.args.map((argument) => `${argument.name}: ${String(argument.type)}`)).toEqual([
      `input: ${raised(name)}Input!`,
    ]);
    expect(String(mutation.type)).toBe(`${raised(name)}Payload`);
    const { userErrors, replayed, ...others } = fieldsOf(mutation);
    expect([String(userErrors?.type), String(replayed?.type)]).toEqual([`[${raised(name)}UserError!]!`, 'Boolean!']);
    const [thing] = Object.values(others);
    expect(Object.values(others)).toHaveLength(1);
    expect(isNullableType(thing?.type)).toBe(true);
  });

  it('has codes for whatever its input may be refused for', () => {
    const codes = codesOf(mutation);
    const scalars = new Set(mutation.args.flatMap(({ type }) => scalarsOf(type)));
    expect(codes).toEqual(expect.arrayContaining(['NOT_FOUND', 'OUT_OF_REACH', 'KEY_REUSED', 'HIDDEN_CHARACTER']));
    expect(codes.includes('NOT_A_DAY')).toBe(scalars.has('LocalDate'));
    expect(codes.includes('NOT_FINITE')).toBe(scalars.has('Float'));
    const input = getNamedType(mutation.args[0]?.type);
    const isVersioned = isInputObjectType(input) && 'expectedVersion' in input.getFields();
    expect(codes.includes('STALE_VERSION')).toBe(isVersioned);
    expect('current' in fieldsOf(fieldsOf(mutation)['userErrors'])).toBe(isVersioned);
  });
});
