import { findBreakingChanges, graphql, printType } from 'graphql';
import { Field, InputType, ObjectType, Query, Resolver } from 'type-graphql';
import { describe, expect, it } from 'vitest';
import { modules } from '../../src/modules.ts';
import { commands } from '../../src/platform/graphql/commands.ts';
import type { Module } from '../../src/platform/graphql/module.ts';
import { buildGraphqlSchema } from '../../src/schema.ts';

@ObjectType({ description: 'A workshop, for this test.' })
class Workshop {
  @Field(() => String, { description: 'Its name, such as Dar Sanaa.' })
  name!: string;
}

@InputType({ description: 'A workshop to open.' })
class OpenWorkshopInput {
  @Field(() => String, { description: 'Its name, such as Dar Sanaa.' })
  name!: string;
}

@Resolver(() => Workshop)
class WorkshopResolver {
  @Query(() => [Workshop], { description: 'All workshops.' })
  workshops(): Workshop[] {
    return [{ name: 'Dar Sanaa' }];
  }
}

const workshopsModule: Module = {
  resolvers: [
    WorkshopResolver,
    commands({
      openWorkshop: {
        run: (_write, { name }: OpenWorkshopInput) => Promise.resolve({ name }),
        input: OpenWorkshopInput,
        answers: Workshop,
        refusals: [],
        description: 'Opens a workshop.',
      },
    }),
  ],
};

describe('a new module', () => {
  it('adds its types, queries and mutations by being listed, and changes nothing else', async () => {
    const before = await buildGraphqlSchema();
    const schema = await buildGraphqlSchema([...modules, workshopsModule]);
    expect(await graphql({ schema, source: '{ workshops { name } }' })).toEqual({
      data: { workshops: [{ name: 'Dar Sanaa' }] },
    });
    const field = schema.getMutationType()?.getFields()['openWorkshop'];
    expect(field?.args.map(({ name, type }) => [name, String(type)])).toEqual([['input', 'OpenWorkshopInput!']]);
    expect(findBreakingChanges(before, schema)).toEqual([]);
    const changed = Object.values(schema.getTypeMap()).filter((type) => {
      const known = before.getType(type.name);
      return known === undefined || printType(known) !== printType(type);
    });
    expect(changed.map(({ name }) => name).sort()).toEqual([
      'Mutation',
      ...['OpenWorkshopErrorCode', 'OpenWorkshopInput', 'OpenWorkshopPayload', 'OpenWorkshopUserError'],
      ...['Query', 'Workshop'],
    ]);
  });

  it('is listed once', () => {
    expect(new Set(modules).size).toBe(modules.length);
  });
});
