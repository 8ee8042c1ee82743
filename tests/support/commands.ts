import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, type GraphQLObjectType } from 'graphql';
import { addDays, today } from '../../src/platform/lib/dates.ts';
import type { Answer, Service, Who } from './service.ts';

type Row = Record<string, unknown> & { id: string; version: number };

/** A command as a test gives it: the mutation, what it is given, and the fields of the answer that matter. */
export interface Command {
  readonly name: string;
  readonly input: object;
  readonly fields?: string;
}

/** One fault of a refused change. */
export interface UserError {
  readonly code: string;
  readonly path: string | null;
  readonly message: string;
  readonly source: string;
  readonly current?: unknown;
}

/** What became of a change: the changed thing, or why there is none. */
export interface Outcome<Answered extends object = Row> {
  readonly status: number;
  /** Null where nothing was changed. */
  readonly row: Answered | null;
  readonly userErrors: readonly UserError[];
  readonly replayed: boolean;
  /** Errors that are not the user's, such as a missing grant, or of a field of the changed thing. */
  readonly errors?: Answer['errors'];
}

const payloads = new Map<string, { readonly thing: string; readonly isVersioned: boolean }>();

/** The name of the changed thing in the payload of a mutation, as the schema that is shipped has it. */
function payloadOf(name: string) {
  if (payloads.size === 0) {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const { userErrors, ...others } = (getNamedType(mutation.type) as GraphQLObjectType).getFields();
      const errors = getNamedType(userErrors?.type) as GraphQLObjectType;
      const [thing = ''] = Object.keys(others).filter((field) => field !== 'replayed');
      payloads.set(mutation.name, { thing, isVersioned: errors.getFields()['current'] !== undefined });
    }
  }
  const found = payloads.get(name);
  if (found === undefined) throw new Error(`There is no mutation ${name}.`);
  return found;
}

const raised = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
const CURRENT = 'current { version changes { version action at fields } }';

/** The selection of the payload of a mutation, with some fields of the changed thing. */
export function selectionOf(name: string, fields = 'id version'): string {
  const { thing, isVersioned } = payloadOf(name);
  const ofErrors = `code path message source ${isVersioned ? CURRENT : ''}`;
  return `{ ${thing} { ${fields} } replayed userErrors { ${ofErrors} } }`;
}

/** The document that asks for a change. */
export const mutationOf = (name: string, fields?: string): string =>
  `mutation ($input: ${raised(name)}Input!) { ${name}(input: $input) ${selectionOf(name, fields)} }`;

interface Payload {
  readonly userErrors: readonly UserError[];
  readonly replayed: boolean;
}

/** What became of one change of an answer. */
export function outcomeOf<Answered extends object = Row>(
  name: string,
  { status, data, errors }: Answer<Record<string, unknown> | null>,
  alias = name,
): Outcome<Answered> {
  const payload = (data?.[alias] ?? null) as (Payload & Record<string, Answered>) | null;
  for (const { path, extensions } of errors ?? []) mustBeTopLevel(name, path, extensions);
  const { userErrors = [], replayed = false } = payload ?? {};
  const row = payload?.[payloadOf(name).thing] ?? null;
  return { status, row, userErrors, replayed, ...(errors === undefined ? {} : { errors }) };
}

const OF_USERS = new Set(['BAD_USER_INPUT', 'CONFLICT', 'FORBIDDEN', 'NOT_FOUND']);
const TOP_LEVEL = new Set(['NO_GRANT', 'NO_TOKEN']);

/** Throws where a command refuses for a reason that it does not declare, so that it is no user error of its payload. */
function mustBeTopLevel(name: string, path: readonly unknown[] | undefined, extensions: Record<string, unknown>): void {
  const reasons = (extensions['reasons'] ?? []) as { code: string }[];
  const undeclared = reasons.map(({ code }) => code).filter((code) => !TOP_LEVEL.has(code));
  if (path?.length !== 1 || !OF_USERS.has(String(extensions['code'])) || undeclared.length === 0) return;
  throw new Error(`${name} does not declare that it refuses for ${undeclared.join(', ')}.`);
}

/** Asks for a change over HTTP and answers whatever came of it. */
export async function tried<Answered extends object = Row>(
  api: Pick<Service, 'ask'>,
  who: Who | null,
  { name, input, fields }: Command,
): Promise<Outcome<Answered>> {
  const answer = await api.ask<Record<string, unknown> | null>(who, mutationOf(name, fields), { input });
  return outcomeOf(name, answer);
}

/** Asks for a change that must succeed, and answers the changed thing. */
export async function done<Answered extends object = Row>(
  api: Pick<Service, 'ask'>,
  who: Who,
  command: Command,
): Promise<Answered> {
  const outcome = await tried<Answered>(api, who, command);
  if (outcome.row === null || outcome.errors !== undefined) {
    throw new Error(`${command.name}: ${JSON.stringify(outcome.errors ?? outcome.userErrors)}`);
  }
  return outcome.row;
}

interface Refused {
  readonly userErrors?: readonly UserError[];
  readonly errors?: readonly { extensions: Record<string, unknown> }[] | undefined;
}

/** Why something was refused: `path: CODE` for each error of the user, the code of each other error before its reasons. */
export const refusals = ({ userErrors = [], errors = [] }: Refused): string[] => [
  ...userErrors.map(({ path, code }) => (path === null ? code : `${path}: ${code}`)),
  ...errors.flatMap(({ extensions }) => {
    const reasons = (extensions['reasons'] ?? []) as { code: string; path: string }[];
    const code = String(extensions['code']);
    return reasons.length === 0 ? [code] : reasons.map((reason) => `${code} ${reason.path}: ${reason.code}`);
  }),
];

let keys = 0;
/** A key for one act. */
export const key = (): { idempotencyKey: string } => {
  keys += 1;
  return { idempotencyKey: `test-key-${String(keys).padStart(6, '0')}` };
};

/** A number in letters, for names that differ. */
export const inLetters = (number: number): string =>
  String(number).replaceAll(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)));

/** A day as many days from today in the kingdom. */
export const dayFrom = (days: number): string => addDays(today(), days);
