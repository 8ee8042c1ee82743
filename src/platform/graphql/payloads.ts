import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  getNamedType,
  isInputObjectType,
  type GraphQLField,
  type GraphQLFieldConfigMap,
  type GraphQLFieldResolver,
} from 'graphql';
import { CHANGES_AT_MOST } from '../audit/audit-log.ts';
import { COMMON } from '../errors/common.reasons.ts';
import { MOST_REASONS, type DomainError } from '../errors/domain-error.ts';
import type { ErrorReason } from '../errors/reason.ts';
import type { Written } from '../tenancy/request-scope.ts';
import { nodeOfList } from './cost/annotate.ts';
import type { Context } from './context.ts';
import { refusalOf } from './format-error.ts';
import { inputReasons } from './guard.ts';
import { DateTime } from './scalars.ts';

type Mutation = GraphQLField<unknown, Context, Readonly<Record<string, unknown>>>;
type Fields = GraphQLFieldConfigMap<unknown, Context>;

/** What any mutation may be refused for. A role without the grant, a missing token and faults are top-level errors. */
const OF_ANY: readonly ErrorReason[] = [
  ...[COMMON.NOT_FOUND, COMMON.OUT_OF_REACH, COMMON.KEY_MALFORMED, COMMON.KEY_REUSED, COMMON.REPEATED],
  COMMON.MORE_REASONS,
];

const required = <Type extends ConstructorParameters<typeof GraphQLNonNull>[0]>(type: Type) => new GraphQLNonNull(type);

const USER_ERROR_FIELDS: Fields = {
  path: {
    type: GraphQLString,
    description: 'The input field at fault, such as "input.artisanIds[2]"; null where no single field is.',
  },
  message: {
    type: required(GraphQLString),
    description: 'What is wrong and what would be right, in the language of Accept-Language: ar, fr or en.',
  },
  source: {
    type: required(GraphQLString),
    description: 'The article that it rests on, such as "Law 50.17, art. 11"; "hiraf" for a rule of the API.',
  },
};

const USER_ERROR = new GraphQLInterfaceType({
  name: 'UserError',
  description: 'Why a mutation changed nothing. Each mutation has a type of its own, with the codes that it may give.',
  fields: USER_ERROR_FIELDS,
});

const VERSION_CHANGE = new GraphQLObjectType({
  name: 'VersionChange',
  description: 'A change of a thing since the version that the client had read.',
  fields: {
    version: { type: required(GraphQLInt), description: 'The version that the change made, such as 3.' },
    action: { type: required(GraphQLString), description: 'The mutation that made it, such as correctArtisan.' },
    at: { type: required(DateTime), description: 'The moment of the change, such as 2026-01-31T08:00:00Z.' },
    fields: {
      type: required(new GraphQLList(required(GraphQLString))),
      description: 'The names of the fields that it changed, such as "phone".',
    },
  },
});

const CURRENT_VERSION = new GraphQLObjectType({
  name: 'CurrentVersion',
  description: 'Where a thing stands that was changed since the client read it.',
  fields: {
    version: { type: required(GraphQLInt), description: 'The version to read and to expect now, such as 3.' },
    changes: {
      type: required(new GraphQLList(required(VERSION_CHANGE))),
      astNode: nodeOfList('changes', CHANGES_AT_MOST),
      description: `The changes since the version that was expected, oldest first; the first ${String(CHANGES_AT_MOST)} of them.`,
    },
  },
});

const CURRENT: Fields = {
  current: {
    type: CURRENT_VERSION,
    description: 'What has changed since the expected version; null unless the code is STALE_VERSION.',
  },
};

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const raised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Whether a mutation changes a thing of which the client states the version. */
const expectsVersion = ({ args: [input] }: Mutation): boolean => {
  const type = input && getNamedType(input.type);
  return isInputObjectType(type) && type.getFields()['expectedVersion'] !== undefined;
};

/** Every reason for which a mutation may be refused, by code. */
function refusalsOf(mutation: Mutation): ReadonlyMap<string, ErrorReason> {
  const own = mutation.extensions['refusals'] as readonly ErrorReason[];
  const ofInput = mutation.args.flatMap(({ type }) => inputReasons(type));
  const ofVersion = expectsVersion(mutation) ? [COMMON.STALE_VERSION] : [];
  const all = [...own, ...ofVersion, ...ofInput, ...OF_ANY];
  return new Map(all.map((reason) => [reason.code, reason]));
}

function userErrorType(mutation: Mutation, refusals: ReadonlyMap<string, ErrorReason>): GraphQLObjectType {
  const name = raised(mutation.name);
  const code = new GraphQLEnumType({
    name: `${name}ErrorCode`,
    description: `Why ${mutation.name} may be refused. The texts are those of the messages, with {name} for a value.`,
    values: Object.fromEntries([...refusals].map(([key, reason]) => [key, { description: reason.en }])),
  });
  return new GraphQLObjectType({
    name: `${name}UserError`,
    description: `Why ${mutation.name} changed nothing.`,
    interfaces: [USER_ERROR],
    fields: {
      code: { type: required(code), description: 'A stable code, such as REPEATED; docs/errors.md lists all of them.' },
      ...USER_ERROR_FIELDS,
      ...(expectsVersion(mutation) ? CURRENT : {}),
    },
  });
}

function payloadType(mutation: Mutation, refusals: ReadonlyMap<string, ErrorReason>): GraphQLObjectType {
  const answers = getNamedType(mutation.type);
  return new GraphQLObjectType({
    name: `${raised(mutation.name)}Payload`,
    description: `The outcome of ${mutation.name}: what was changed, or why nothing was.`,
    fields: {
      [lowered(answers.name)]: {
        type: answers as GraphQLObjectType,
        description: 'The thing as it is after the change; null where nothing was changed.',
      },
      userErrors: {
        type: required(new GraphQLList(required(userErrorType(mutation, refusals)))),
        // One more says how many others there are.
        astNode: nodeOfList('userErrors', MOST_REASONS + 1),
        description: `Why nothing was changed: every fault, up to ${String(MOST_REASONS)}; empty where the change was made.`,
      },
      replayed: {
        type: required(GraphQLBoolean),
        description: 'Whether the same key and input were sent before: nothing is changed again.',
      },
    },
  });
}

/** The errors of a payload; undefined where the refusal is not one that the mutation declares, and stays a top-level error. */
function userErrorsOf(
  refusal: DomainError | undefined,
  refusals: ReadonlyMap<string, ErrorReason>,
): object[] | undefined {
  const { reasons = [], faults = [], current } = refusal ?? {};
  if (faults.length === 0 || faults.some(({ reason }) => !refusals.has(reason.code))) return undefined;
  return reasons.map((reason) => ({ ...reason, path: reason.path === '' ? null : reason.path, current }));
}

function answerPayload(
  resolve: GraphQLFieldResolver<unknown, Context>,
  thing: string,
  refusals: ReadonlyMap<string, ErrorReason>,
): GraphQLFieldResolver<unknown, Context> {
  return async (...asked) => {
    const [, , { language }] = asked;
    try {
      const { row, replayed } = (await resolve(...asked)) as Written<object>;
      return { [thing]: row, userErrors: [], replayed };
    } catch (error) {
      const userErrors = userErrorsOf(refusalOf(error)?.in(language), refusals);
      if (userErrors === undefined) throw error;
      return { [thing]: null, userErrors, replayed: false };
    }
  };
}

/**
 * Gives each mutation a payload: what it changed, the errors that are the user's, and whether the request was a repeat. The
 * codes of these errors are an enum of the mutation, made from the refusals that its command declares.
 */
export function addPayloads(schema: GraphQLSchema): GraphQLSchema {
  const mutations: readonly Mutation[] = Object.values(schema.getMutationType()?.getFields() ?? {});
  for (const mutation of mutations) {
    const { resolve } = mutation;
    if (resolve === undefined) continue;
    const refusals = refusalsOf(mutation);
    const thing = lowered(getNamedType(mutation.type).name);
    mutation.type = payloadType(mutation, refusals);
    mutation.resolve = answerPayload(resolve, thing, refusals);
  }
  return new GraphQLSchema(schema.toConfig());
}
