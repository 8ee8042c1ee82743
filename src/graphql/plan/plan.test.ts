import fc from 'fast-check';
import { buildSchema, execute, parse, validate, type ExecutionResult } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { Plan } from './plan.ts';

const LEAVES = ['text: String', 'id: ID', 'int: Int', 'float: Float', 'flag: Boolean', 'word: Word'];
const FIELDS = [
  ...LEAVES,
  ...LEAVES.map((field) => `needed_${field}!`),
  ...['texts: [String]', 'textsNeeded: [String!]', 'thing: Thing', 'thingNeeded: Thing!'],
  ...['things: [Thing]', 'thingsNeeded: [Thing!]!', 'held: Held', 'heldAll: [Held!]'],
];
const NAMES = FIELDS.map((field) => field.split(':')[0] ?? '');

const schema = buildSchema(`
  enum Word { ONE TWO }
  type Held { text: String  thing: Thing  texts: [String!] }
  type Thing { ${[...FIELDS, ...FIELDS.map((field) => `told_${field}`)].join('\n')} }
  type Query { thing: Thing, thingNeeded: Thing! }`);
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

const toldOf = ({ data, errors = [] }: ExecutionResult) => ({
  data: JSON.stringify(data),
  errors: errors.map((error) => JSON.stringify(error)).sort(),
});

describe('a plan', () => {
  it('answers what the reference executor answers, whatever resolvers answer', async () => {
    await fc.assert(
      fc.asyncProperty(anyValue, selection, fc.boolean(), async (value, fields, needed) => {
        const document = parse(`{ thing${needed ? 'Needed' : ''} { ${fields} } }`);
        expect(validate(schema, document)).toEqual([]);
        const plan = Plan.of({ schema, held: new Set(['Held']) }, document, null);
        const expected = toldOf(await execute({ schema, document, contextValue: value }));
        // Twice: what is kept of an object that stays is the same the second time.
        for (const _time of [1, 2]) {
          const { data, errors } = (await plan?.run(value as Context, {})) ?? { data: '', errors: [] };
          expect({ data, errors: errors.map((error) => JSON.stringify(error)).sort() }).toEqual(expected);
        }
      }),
      { numRuns: 500 },
    );
  });
});
