import { Kind, parse, visit } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { goldenOf, type Operation } from '../support/golden.ts';
import { schema } from '../support/lists.ts';

const OPERATIONS = goldenOf(import.meta.dirname);

let api: Api;
beforeAll(async () => {
  // What is late, and what a body lacks, depends on the day.
  vi.useFakeTimers({ now: new Date('2026-11-24T12:00:00Z'), toFake: ['Date'] });
  api = await testApi('demo');
});
afterAll(() => {
  vi.useRealTimers();
});

async function run({ role, query, variables }: Operation) {
  api.statements();
  const { data, errors } = await api.ask(role === 'nobody' ? null : VIEWERS[role], query, variables);
  return { answer: { data, errors }, statements: api.statements() };
}

describe('an operation', () => {
  it('is kept for every field of the query, 25 of them at least', () => {
    const asked = new Set<string>();
    for (const { query } of OPERATIONS) {
      visit(parse(query), {
        OperationDefinition: ({ selectionSet }) => {
          for (const one of selectionSet.selections) if (one.kind === Kind.FIELD) asked.add(one.name.value);
          return false;
        },
      });
    }
    expect([...asked].sort()).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort());
    expect(OPERATIONS.length).toBeGreaterThanOrEqual(25);
  });

  it.each(OPERATIONS)('answers and asks the database as it did: $name', async (operation) => {
    const { answer, statements } = await run(operation);
    if (operation.concept !== 'access') expect(answer.errors).toBeUndefined();
    const now = operation.written(answer, statements);
    expect(now.answer).toBe(operation.kept('json', now.answer));
    expect(now.sql).toBe(operation.kept('sql', now.sql));
    expect(statements.length, now.sql).toBe(operation.statements);
  });
});
