import 'reflect-metadata';
import { isInterfaceType, specifiedDirectives, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { modules as all } from './modules.ts';
import { inlineResolverParameters } from './platform/executor/inline-parameters.ts';
import { annotateCosts } from './platform/graphql/cost/annotate.ts';
import { costDirectives } from './platform/graphql/cost/directives.ts';
import { guardArguments } from './platform/graphql/guard.ts';
import type { Module } from './platform/graphql/module.ts';
import { addPayloads } from './platform/graphql/payloads.ts';
import { nodeResolver, type NodeFinder } from './platform/graphql/node.resolver.ts';
import type { ReferenceSource } from './platform/tenancy/reference.ts';
import type { FindRow } from './platform/tenancy/tenant-scope.ts';

/** Reference data that is kept in memory. */
export const referenceSources: readonly ReferenceSource<unknown>[] = all.flatMap(({ reference = [] }) => reference);

/** The types of reference data: their JSON is kept, because their rows only change by being loaded again. */
export const inMemoryTypes: ReadonlySet<string> = new Set(all.flatMap(({ inMemoryTypes: types = [] }) => types));

const findersOf = (modules: readonly Module[]): Readonly<Record<string, NodeFinder>> =>
  Object.assign({}, ...modules.map(({ nodes = {} }) => nodes)) as Record<string, NodeFinder>;

const finders = findersOf(all);
export const findRow: FindRow = (scope, type, id) => finders[type]?.(scope, id) ?? null;

const QUERIES = 'What can be asked. Reference data needs no token; lists and figures need a grant.';
const MUTATIONS =
  'What can be changed. Each root field is a transaction of its own: one that fails changes nothing and does not touch the others. Texts are kept in one form: composed (NFC), trimmed, with single spaces and without tatweel. A text with a character that cannot be seen, such as U+202E, is refused (HIDDEN_CHARACTER). Each answers a payload: the thing that was changed, `userErrors` in the language of Accept-Language (ar, fr, en), and `replayed`. A missing token (UNAUTHENTICATED), a role without the grant (FORBIDDEN), a cost that is too high and faults of the server are top-level errors.';

export async function buildGraphqlSchema(modules = all): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [nodeResolver(findersOf(modules)), ...modules.flatMap(({ resolvers }) => resolvers)],
    validate: false,
    directives: [...specifiedDirectives, ...costDirectives],
  });
  for (const type of Object.values(schema.getTypeMap())) {
    // type-graphql makes this asynchronous, and compiled execution needs it at once: every row carries its type.
    if (isInterfaceType(type)) type.resolveType = (value: { __typename: string }) => value.__typename;
  }
  inlineResolverParameters(schema);
  annotateCosts(schema);
  guardArguments(schema);
  Object.assign(schema.getQueryType() ?? {}, { description: QUERIES });
  Object.assign(schema.getMutationType() ?? {}, { description: MUTATIONS });
  return addPayloads(schema);
}
