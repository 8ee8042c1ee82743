import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLType,
} from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testApi } from '../support/api.ts';
import { schema } from '../support/lists.ts';

let owner: pg.Client;
beforeAll(async () => {
  const api = await testApi('demo');
  owner = new pg.Client({ connectionString: api.database.url });
  await owner.connect();
  await owner.query(`select set_config('app.' || name, '{0,1,2,3,4,5,6,7,8,9,10,11,12}', false)
    from unnest(array['records', 'capture', 'figures']) name`);
});
afterAll(async () => {
  await owner.end();
});

const {
  BOOL,
  INT2,
  INT4,
  INT8,
  FLOAT8,
  TEXT,
  VARCHAR,
  BPCHAR,
  DATE,
  TIMESTAMPTZ,
  JSON: PLAIN_JSON,
  JSONB,
} = pg.types.builtins;

/** What the driver makes of a column, by the number of its type. */
const DRIVEN = new Map<number, string>(
  Object.entries({
    ...{ boolean: [BOOL], number: [FLOAT8], 'whole number': [INT2, INT4, INT8], text: [TEXT, VARCHAR, BPCHAR] },
    ...{ day: [DATE], moment: [TIMESTAMPTZ], object: [PLAIN_JSON, JSONB] },
  }).flatMap(([kind, types]) => types.map((type): [number, string] => [type, kind])),
);
/** Of texts, and of whole numbers: the driver makes lists of them. */
const ARRAYS: ReadonlySet<number> = new Set([1005, 1007, 1009, 1015]);
const SCALARS: Readonly<Record<string, readonly string[]>> = {
  ...{ Boolean: ['boolean'], Int: ['whole number'], Float: ['number', 'whole number'], String: ['text'] },
  ...{ ID: ['whole number', 'text'], LocalDate: ['day'], DateTime: ['moment'], JSONObject: ['object'] },
  ...{ TerritoryCode: ['text'], ProfessionCode: ['text'], BodyClassCode: ['text'] },
};

/** What a field of the API takes from a row; undefined where a resolver makes something else of it. */
function takenBy(type: GraphQLType): readonly string[] | undefined {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return undefined;
  const named = getNamedType(inner);
  if (isEnumType(named)) return ['text'];
  if (isScalarType(named)) return SCALARS[named.name];
  return named.name === 'LocalizedName' ? ['object'] : undefined;
}

const statements = [
  ...new Set(
    globSync('*/*.sql', { cwd: import.meta.dirname }).flatMap((file) =>
      readFileSync(join(import.meta.dirname, file), 'utf8')
        .split('\n')
        .filter(Boolean),
    ),
  ),
];

const pascalCase = (table: string): string =>
  table.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The type whose rows a statement answers. */
function typeOf(statement: string) {
  const [, named = ''] = /'(\w+)' as "__typename"/.exec(statement) ?? [];
  const [, table = ''] = /from (\w+) t\b/.exec(statement) ?? [];
  const type = schema.getType(named === '' ? pascalCase(table) : named);
  return isObjectType(type) ? type : undefined;
}

it('Every statement answers columns of the types that the fields of the same names have', async () => {
  const wrong: string[] = [];
  let compared = 0;
  for (const statement of statements) {
    const type = typeOf(statement);
    const parameters = new Set(statement.match(/\$\d+/g));
    const { fields } = await owner.query(
      statement,
      [...parameters].map(() => null),
    );
    for (const { name, dataTypeID } of fields) {
      const driven = DRIVEN.get(dataTypeID);
      // The driver answers anything else, such as numeric, as text.
      if (driven === undefined && !ARRAYS.has(dataTypeID)) wrong.push(`"${name}" has type ${String(dataTypeID)}`);
      const field = type?.getFields()[name];
      const taken = field && takenBy(field.type);
      if (type === undefined || taken === undefined || driven === undefined) continue;
      compared += 1;
      if (!taken.includes(driven)) wrong.push(`${type.name}.${name} is ${String(field?.type)}, its column a ${driven}`);
    }
  }
  expect([...new Set(wrong)]).toEqual([]);
  expect(compared).toBeGreaterThan(300);
});
