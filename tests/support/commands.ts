import type { Answer, Service, Who } from './service.ts';

type Row = Record<string, unknown> & { id: string; version: number };

/** A command as a test gives it: the mutation, what it is given, and the fields of the answer that matter. */
export interface Command {
  readonly name: string;
  readonly input: object;
  readonly fields?: string;
}

const inputType = (name: string, types: Readonly<Record<string, string>>): string =>
  types[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;

/** Mutations that share an input with others. */
const SHARED: Readonly<Record<string, string>> = {
  ...{ prepareBody: 'BodyStepInput', approveBody: 'BodyStepInput', suspendBody: 'BodyStepInput' },
  ...{ acceptRegistration: 'RegisterStepInput', suspendArtisan: 'RegisterStepInput' },
  ...{ reinstateArtisan: 'RegisterStepInput', strikeOffArtisan: 'StrikeOffInput' },
  ...{ startPhase: 'PhaseStepInput', finishPhase: 'PhaseStepInput' },
  ...{ resumeBody: 'BodyStepInput', dissolveBody: 'BodyStepInput' },
  ...{ affiliateMembers: 'MembersInput', withdrawMembers: 'MembersInput' },
  ...{ declineHandOver: 'EndHandOverInput', withdrawHandOver: 'EndHandOverInput' },
};

/** Asks for a change over HTTP and answers whatever came back. */
export function tried<Answered extends object = Row>(
  api: Pick<Service, 'ask'>,
  who: Who | null,
  { name, input, fields }: Command,
): Promise<Answer<Record<string, Answered>>> {
  const query = `mutation($input: ${inputType(name, SHARED)}!) { ${name}(input: $input) { ${fields ?? 'id version'} } }`;
  return api.ask<Record<string, Answered>>(who, query, { input });
}

/** Asks for a change that must succeed, and answers the changed thing. */
export async function done<Answered extends object = Row>(
  api: Pick<Service, 'ask'>,
  who: Who,
  command: Command,
): Promise<Answered> {
  const { data, errors } = await tried<Answered>(api, who, command);
  const row = (data as Record<string, Answered> | null)?.[command.name];
  if (row === undefined || errors !== undefined) throw new Error(`${command.name}: ${JSON.stringify(errors)}`);
  return row;
}

interface Told {
  readonly errors?: readonly { extensions: Record<string, unknown> }[];
}

/** What a refusal says, as `CODE path: REASON`. */
export const refusals = ({ errors = [] }: Told): string[] =>
  errors.flatMap(({ extensions }) => {
    const reasons = (extensions['reasons'] ?? []) as { code: string; path: string }[];
    const code = String(extensions['code']);
    return reasons.length === 0 ? [code] : reasons.map((reason) => `${code} ${reason.path}: ${reason.code}`);
  });

let keys = 0;
/** A key for one act. */
export const key = (): { idempotencyKey: string } => {
  keys += 1;
  return { idempotencyKey: `test-key-${String(keys).padStart(6, '0')}` };
};

/** A number in letters, for names that differ. */
export const inLetters = (number: number): string =>
  String(number).replaceAll(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)));

/** A day as many days from today. */
export const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
