import { beforeAll, describe, expect, it } from 'vitest';
import { Operations, type Asked } from '../../fuzz/operations.ts';
import { drawnSending, sendTo, type Sending } from '../../fuzz/requests.ts';
import { MOVES } from '../../fuzz/twins.ts';
import type { Vocabulary } from '../../fuzz/values.ts';
import { buildGraphqlSchema } from '../../src/schema.ts';
import { Random } from '../../src/seed/random.ts';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';
import { someRows } from '../support/canaries.ts';
import { wordsOf } from '../support/vocabulary.ts';

// `FUZZ_QUERIES=100000 FUZZ_SEED=7 npx vitest run tests/scoping/two-ways.test.ts` looks longer, or elsewhere.
const QUERIES = Number(process.env['FUZZ_QUERIES'] ?? 1200);
const SEED = Number(process.env['FUZZ_SEED'] ?? 2025);

let compiled: Api;
let interpreter: Api;
let vocabulary: Vocabulary;
beforeAll(async () => {
  // Over two copies of one database.
  compiled = await testApi('demo');
  interpreter = await testApi('demo', { EXECUTOR: 'interpreter' });
  vocabulary = await wordsOf(compiled, await someRows(compiled.database.url));
});

interface Written {
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
}

/** A request as a client writes it. */
const writtenOf = ({ query, variables = {}, operationName }: Written): Asked => ({
  ...{ query, variables: JSON.stringify(variables), operationName },
});

const PLAIN: Sending = { method: 'POST', accept: 'application/json', reports: false };

/** The answer of one of the two ways: by a plan, or by the interpreter of graphql-js. */
async function answerOf(api: Api, { who, asked, how }: { who: Who | null; asked: Asked; how: Sending }) {
  const token = who === null ? '' : await api.token(who);
  const { status, type, text } = await sendTo(api, asked, { ...how, token });
  const { data, errors, ...rest } = JSON.parse(text.replaceAll(MOVES, '"…"')) as {
    data?: unknown;
    errors?: { message: string }[];
  };
  const told = (errors ?? []).map((error) => JSON.stringify(error)).sort();
  return { status, type, data, errors: told, rest };
}

async function expectSame(who: Who | null, asked: Asked, how = PLAIN): Promise<boolean> {
  const planned = await answerOf(compiled, { who, asked, how });
  const interpreted = await answerOf(interpreter, { who, asked, how });
  expect(planned, JSON.stringify({ asked, how })).toEqual(interpreted);
  return planned.errors.length > 0;
}

describe('a plan answers what the interpreter answers', { timeout: 600_000 }, () => {
  it.each([
    { name: 'a regional viewer', who: VIEWERS['regional-viewer'], part: 0.5 },
    { name: 'the centre', who: VIEWERS['central-service'], part: 0.3 },
    { name: 'an analyst', who: VIEWERS.analyst, part: 0.1 },
    { name: 'nobody', who: null, part: 0.1 },
  ])('whatever $name asks', async ({ who, part }) => {
    const seed = SEED + part * 100;
    const operations = new Operations(await buildGraphqlSchema(), vocabulary, { seed });
    const random = new Random(seed);
    let refused = 0;
    for (let index = 0; index < QUERIES * part; index += 1) {
      // What is left of a budget is each server's own.
      const how = { ...drawnSending(random), reports: false };
      if (await expectSame(who, operations.next(), how)) refused += 1;
    }
    // Errors are among what is compared, and so is what is none.
    expect(refused).toBeGreaterThan(0);
    if (who !== null) expect(refused).toBeLessThan(QUERIES * part);
  });

  const REGION = 'region(code: "MA-03")';
  const asked: Record<string, Written> = {
    'variables, with defaults and without': {
      query: `query ($code: TerritoryCode! = "MA-03", $first: Int! = 3, $after: String, $kinds: [ArtisanKind!]) {
        region(code: $code) { artisans(first: $first, after: $after, filter: { kinds: $kinds }) { nodes { id kind } } } }`,
      variables: { kinds: ['MASTER', 'ARTISAN'] },
    },
    'the same field asked for twice': {
      query: `{ ${REGION} { name { ar } artisans(first: 2) { totalCount } name { fr ar } artisans(first: 2) { nodes { id } } } }`,
    },
    'fragments, spread in one another and on interfaces': {
      query: `{ ...all ...all } fragment all on Query { nation { ...place } ${REGION} { ...place } province(code: "MA-FES") { ...place } }
        fragment place on Territory { __typename ...named ... on Region { provinces { code } } ... on Province { kind } ... { code } }
        fragment named on Territory { name { ar fr } }`,
    },
    'what is there and what is not, in a list': {
      query: `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Artisan { nameAr region { code } } } }`,
      variables: { ids: ['QXJ0aXNhbjox', 'nothing', 'UmVnaW9uOjM', 'QXJ0aXNhbjo5OTk5OTk5'] },
    },
    'a refusal beside an answer': {
      query: `{ a: ${REGION} { artisans(first: 900) { nodes { id } } } b: ${REGION} { artisans(first: 1) { nodes { id } } } }`,
    },
    'two operations, one of them named': {
      query: `query One { nation { code } } query Two { regions { code } }`,
      operationName: 'Two',
    },
    'an operation that is not there': { query: `query One { nation { code } }`, operationName: 'Two' },
    'no operation named where there are two': { query: `query One { nation { code } } query Two { regions { code } }` },
    'a variable that is wrong': {
      query: `query ($c: TerritoryCode!) { region(code: $c) { code } }`,
      variables: { c: 3 },
    },
    'a variable that is missing': { query: `query ($c: TerritoryCode!) { region(code: $c) { code } }` },
    'what is no document': { query: '{ nation { ' },
    'a field that is not there': { query: '{ nation { colour } }' },
    'an empty selection of figures': {
      query: `{ ${REGION} { representation(sector: "VEH") { asOf women { value status } } } }`,
    },
    'strings that JSON must escape': {
      query: `{ artisan(registerNumber: "\\"\\\\ \\u2028 \\u0007") { id } region(code: "\\n") { id } }`,
    },
  };
  it.each(Object.entries(asked))('to %s', async (_name, question) => {
    for (const who of [VIEWERS['regional-viewer'], VIEWERS.analyst, null]) await expectSame(who, writtenOf(question));
  });

  it.each([true, false])('to what is asked for under a condition: %s', async (condition) => {
    const query = `query ($yes: Boolean!, $no: Boolean! = false) { nation { code @include(if: $yes) name @skip(if: $yes) { ar }
      ... @include(if: $no) { id } ... on Nation @skip(if: $no) { __typename } } regions @include(if: $yes) { code } }`;
    await expectSame(null, writtenOf({ query, variables: { yes: condition } }));
    await expectSame(null, writtenOf({ query, variables: { yes: condition, no: !condition } }));
  });
});
