import fc from 'fast-check';
import {
  buildSchema,
  execute,
  getOperationAST,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { ANSWER_BYTES } from '../config/limits.ts';
import type { Context } from '../graphql/context.ts';
import { Plan, type Outcome } from './plan.ts';

const LEAVES = ['text: String', 'id: ID', 'int: Int', 'float: Float', 'flag: Boolean', 'word: Word', 'odd: Odd'];
const FIELDS = [
  ...LEAVES,
  ...LEAVES.map((field) => `needed_${field}!`),
  ...['texts: [String]', 'textsNeeded: [String!]', 'thing: Thing', 'thingNeeded: Thing!'],
  ...['things: [Thing]', 'thingsNeeded: [Thing!]!', 'held: Held', 'heldAll: [Held!]'],
];
const NAMES = FIELDS.map((field) => field.split(':')[0] ?? '');

const schema = buildSchema(`
  enum Word { ONE TWO }
  "Has a form for texts alone, and says so of nothing else."
  scalar Odd
  type Held { text: String  thing: Thing  texts: [String!] }
  type Thing { ${[...FIELDS, ...FIELDS.map((field) => `told_${field}`)].join('\n')} }
  type Query { thing: Thing, thingNeeded: Thing! }
  type Mutation { change: String  mustChange: String! }`);
Object.assign(schema.getType('Odd') ?? {}, {
  serialize: (value: unknown) => (typeof value === 'string' ? value : undefined),
});
const { Thing, Query } = schema.getTypeMap() as unknown as Record<string, { getFields: () => Record<string, object> }>;
for (const name of NAMES) {
  const resolve = (source: Record<string, unknown>): unknown => {
    const value = source[name];
    return typeof value === 'function' ? (value as () => unknown)() : value;
  };
  Object.assign(Thing?.getFields()[`told_${name}`] ?? {}, { resolve });
}
for (const field of Object.values(Query?.getFields() ?? {})) {
  Object.assign(field, { resolve: (_source: unknown, _args: unknown, context: unknown) => context });
}

for (const [name, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
  const resolve = (_source: unknown, _args: unknown, context: Record<string, () => unknown>) => context[name]?.();
  Object.assign(field, { resolve });
}

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', '\\', '\0', '\n', '\ud800', '\u2028', '\u{1f3fa}', 'زليج', '', 'ONE', 'TWO'),
  fc.constantFrom(0, -0, 7, -1, 1.5, 2 ** 31, NaN, Infinity, 10n),
  fc.boolean(),
  fc.constantFrom(null, undefined),
);

/** Objects that stay: plain data, and nothing that is found out each time. */
const stays = fc.record({ text: leaf, texts: fc.array(leaf, { maxLength: 2 }) }, { requiredKeys: [] });
const held = fc.record({ held: stays, heldAll: fc.array(stays, { maxLength: 2 }) }, { requiredKeys: [] });
const OPEN = NAMES.filter((name) => !name.startsWith('held'));

/** What a field may answer: usual values and wrong ones, at once, later or never. */
const { value: anyValue } = fc.letrec<{ value: unknown; thing: object }>((tie) => ({
  thing: fc
    .tuple(fc.dictionary(fc.constantFrom(...OPEN), tie('value'), { maxKeys: 8 }), held)
    .map(([open, kept]) => ({ ...open, ...kept })),
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(fc.oneof(leaf, tie('thing')), { maxLength: 3 }),
    tie('thing'),
    tie('value').map((found) => () => found),
    tie('value').map((found) => () => Promise.resolve(found)),
    fc.constantFrom(
      new Error('answered'),
      () => Promise.resolve(new Error('answered later')),
      () => Promise.reject(new Error('broken')),
      () => {
        throw new Error('thrown');
      },
    ),
  ),
}));

const aliased = (name: string): string => (name.length % 2 === 0 ? `__proto__${name}: ${name}` : name);
const ofLeaves = NAMES.slice(0, 2 * LEAVES.length);
const LISTS = ['texts', 'textsNeeded'];
const below = (inner: string): string =>
  ['', 'told_']
    .map((told) => `${told}thing { ${inner} } ${told}things { ${inner} } ${told}held { text texts }`)
    .join('\n');
const leaves = fc.subarray(
  [...ofLeaves, ...LISTS].flatMap((name) => [aliased(name), `told_${name}`]),
  { minLength: 1 },
);
const selection = fc.tuple(leaves, leaves, fc.boolean()).map(([outer, inner, needed]) => {
  const deep = `${inner.join(' ')} __typename`;
  const must = needed ? `thingNeeded { ${deep} } thingsNeeded { ${deep} } heldAll { thing { ${deep} } }` : '';
  return `${outer.join(' ')} ${below(deep)} ${must}`;
});

// What a scalar has no form for is told with the value by one of the two, and without it by the other.
const NO_FORM = /Expected `Odd\.serialize\([^]*?\)` to return non-nullable value, returned: undefined/;
const errorsOf = (errors: readonly object[]): string[] =>
  errors.map((error) => JSON.stringify(error).replace(NO_FORM, 'Odd has no form for a value.')).sort();

const toldOf = ({ data, errors = [] }: ExecutionResult) => ({ data: JSON.stringify(data), errors: errorsOf(errors) });

async function ran(document: DocumentNode, context: unknown): Promise<Outcome> {
  const operation = getOperationAST(document);
  if (operation == null) throw new Error('There is no operation.');
  const plan = new Plan({ schema, held: new Set(['Held']), answerBytes: ANSWER_BYTES }, { operation, document }, {});
  return plan.run(context as Context, {});
}

/** What mutations are given: each notes that it ran. */
const changing = (ranThrough: string[]) => ({
  change: () => {
    ranThrough.push('change');
    return 'changed';
  },
  mustChange: () => {
    ranThrough.push('mustChange');
    throw new Error('refused');
  },
});

describe('a plan', () => {
  it('answers what the reference executor answers, whatever resolvers answer', async () => {
    await fc.assert(
      fc.asyncProperty(anyValue, selection, fc.boolean(), async (value, fields, needed) => {
        const document = parse(`{ thing${needed ? 'Needed' : ''} { ${fields} } }`);
        expect(validate(schema, document)).toEqual([]);
        const expected = toldOf(await execute({ schema, document, contextValue: value }));
        // Twice: what is kept of an object that stays is the same the second time.
        for (const _time of [1, 2]) {
          const { data, errors } = await ran(document, value);
          expect({ data, errors: errorsOf(errors) }).toEqual(expected);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('runs no mutation after one that fails and may not be null', async () => {
    const document = parse('mutation { one: change two: mustChange three: change }');
    const expected = await execute({ schema, document, contextValue: changing([]) });
    const ranThrough: string[] = [];
    const { data, errors } = await ran(document, changing(ranThrough));
    expect({ data: JSON.parse(data) as unknown, errors: errorsOf(errors) }).toEqual({
      data: expected.data,
      errors: errorsOf(expected.errors ?? []),
    });
    expect(ranThrough).toEqual(['change', 'mustChange']);
  });

  it('answers nothing that is larger than an answer may be, and stops writing it', async () => {
    const things = Array.from({ length: 90_000 }, () => ({ text: 'x'.repeat(100) }));
    await expect(ran(parse('{ thing { things { text } } }'), { things })).rejects.toMatchObject({
      originalError: { code: 'OPERATION_TOO_COSTLY' },
    });
    await expect(ran(parse('{ thing { texts } }'), { texts: things.map(({ text }) => text) })).rejects.toThrow();
    // Arabic letters take two bytes each.
    const arabic = Array.from({ length: 45_000 }, () => ({ text: 'ص'.repeat(100) }));
    await expect(ran(parse('{ thing { things { text } } }'), { things: arabic })).rejects.toThrow();
    const { data } = await ran(parse('{ thing { things { text } } }'), { things: things.slice(0, 60_000) });
    expect(data.length).toBeGreaterThan(6_000_000);
  });

  it('counts the letters of objects that stay as often as they are written', async () => {
    const held = { text: 'x'.repeat(100) };
    const heldAll = Array.from({ length: 90_000 }, () => held);
    const document = parse('{ thing { heldAll { text } } }');
    for (const _time of [1, 2]) await expect(ran(document, { heldAll })).rejects.toThrow();
  });
});
