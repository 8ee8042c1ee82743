import type { Program } from '../faults/program.ts';
import { globalId } from '../src/platform/lib/global-id.ts';
import { VIEWERS, type Service, type Who } from '../tests/support/service.ts';
import type { Candidate } from './candidates.ts';
import type { Measure, Measured } from './greedy.ts';
import { faultIn } from './requests.ts';
import type { Vocabulary } from './values.ts';

export type RoleName = keyof typeof VIEWERS | 'anonymous';
export const ROLES: readonly RoleName[] = [...(Object.keys(VIEWERS) as (keyof typeof VIEWERS)[]), 'anonymous'];

/** One operation after the other, each within the ceiling: budgets have tests of their own. */
const KINDS = [...ROLES, 'tenant', 'all-anonymous'];
export const PLENTY = { POINTS_PER_MINUTE: KINDS.map((kind) => `${kind}=2000000000`).join() };

const REGIONS = Array.from({ length: 12 }, (_, index) => globalId('Region', index + 1));

/** Words that lead to much: short beginnings of names, and regions. */
export const wordsFor = (words: Vocabulary): Vocabulary => ({
  ...words,
  search: ['م', 'محمد', 'ا', 'a', 'b', 'fatima', 'ben', 'el'],
  ids: [...REGIONS, ...(words['ids'] ?? [])],
  territory: ['MA', 'MA-03', 'MA-06', 'MA-FES'],
});

const CODE = /"code":"([A-Z_]+)"/;

/** The token of a role in Fès-Meknès; empty for none. */
export const tokenOf = (program: Program, role: RoleName): Promise<string> =>
  role === 'anonymous' ? Promise.resolve('') : program.token({ subject: `greedy-${role}`, ...VIEWERS[role] });

const headersFor = (token: string): Record<string, string> => ({
  'content-type': 'application/json',
  // What the answer itself takes: how well it compresses is another matter.
  'accept-encoding': 'identity',
  ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
});

/** Why all of an operation was refused; undefined where there are data. */
const refusalIn = (text: string): string | undefined => {
  const head = text.slice(0, 4000);
  return head.startsWith('{"errors"') && !text.includes('"data":{') ? (CODE.exec(head)?.[1] ?? 'none') : undefined;
};

interface Sent {
  readonly status: number;
  readonly bytes: Uint8Array;
}

/** Sends one operation at a time, and takes the time until its answer is there. */
export const measuringBy =
  (send: (body: string) => Promise<Sent>): Measure =>
  async ({ query, variables }: Candidate): Promise<Measured> => {
    const body = JSON.stringify({ query, variables });
    const began = performance.now();
    const { status, bytes } = await send(body);
    const ms = performance.now() - began;
    const text = Buffer.from(bytes).toString('utf8');
    const fault = faultIn({ status, type: undefined, text });
    return { status, bytes: bytes.byteLength, ms, code: refusalIn(text), fault };
  };

/** Measures what the program answers to the bearer of a token. */
export const measuring = (program: Program, token: string): Measure =>
  measuringBy(async (body) => {
    const response = await fetch(`${program.address}/graphql`, { method: 'POST', headers: headersFor(token), body });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  });

/** The price of an operation and the ceiling of its caller, as the program tells them without running it. */
export async function priceOf(program: Program, token: string, { query, variables }: Candidate): Promise<number> {
  const body = JSON.stringify({ query, variables, extensions: { cost: 'dry-run' } });
  const response = await fetch(`${program.address}/graphql`, { method: 'POST', headers: headersFor(token), body });
  const { extensions } = (await response.json()) as { extensions?: { cost?: { requested: number } } };
  return extensions?.cost?.requested ?? Number.NaN;
}

/** Asks the program as a viewer. */
export const asking = (program: Program): Pick<Service, 'ask'> => ({
  ask: async (who: Who | null, query: string, variables?: object) => {
    const token = who === null ? '' : await program.token({ subject: 'greedy', ...who });
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${program.address}/graphql`, { method: 'POST', headers: headersFor(token), body });
    return { status: response.status, ...((await response.json()) as { data: never }) };
  },
});
