import fc, { type AsyncCommand } from 'fast-check';
import { expect } from 'vitest';
import type { Api, Who } from './api.ts';
import { refusals, tried } from './commands.ts';
import { CENTRE, FES, nextNumber, registerOf, SOUSS, TANGER, type Issue } from './numbers.ts';

const OFFICERS: readonly Who[] = [FES, TANGER, SOUSS];
const NUMBERS = 3;
const ENTRIES_AT_MOST = 6;

type State = 'APPLIED' | 'REGISTERED' | 'DELETED';

/** What must be true of one entry by the rules, whatever the code does. */
interface Entry {
  readonly who: Who;
  number: string;
  state: State;
  version: number;
  /** Whether it is held up, and whether the centre has confirmed that. */
  held: boolean;
  confirmed: boolean;
}

export interface NumberModel {
  readonly numbers: readonly string[];
  readonly entries: Entry[];
}

/** The entries themselves, by their place in the model. */
export interface NumberWorld {
  readonly api: Api;
  readonly ids: string[];
}

const sharers = ({ entries }: NumberModel, entry: Entry): Entry[] =>
  entries.filter((other) => other !== entry && other.state !== 'DELETED' && other.number === entry.number);

const freed = (entry: Entry): void => {
  Object.assign(entry, { held: false, confirmed: false });
};

/** An entry has a number that it did not have: it is held up where others have it. */
function arrive(model: NumberModel, entry: Entry): void {
  const others = sharers(model, entry);
  if (others.length === 0) return;
  entry.held = true;
  entry.confirmed = others.some(({ confirmed }) => confirmed);
}

/** An entry has its number no more: it is free, and so is the last one that is left. */
function leave(model: NumberModel, entry: Entry): void {
  const others = sharers(model, entry);
  freed(entry);
  const [last] = others;
  if (last !== undefined && others.length === 1) freed(last);
}

async function issueOf({ api, ids }: NumberWorld, index: number): Promise<Issue | undefined> {
  const issues = await registerOf(api).issuesOf(CENTRE, { id: ids[index] ?? '' });
  const open = issues.filter(({ state }) => state === 'OPEN');
  expect(open.length).toBeLessThanOrEqual(1);
  return open[0];
}

/** Every entry is what the model says; the open issues of one number are one case, and show all its entries to the centre. */
async function expectSame(model: NumberModel, world: NumberWorld): Promise<void> {
  const cases = new Map<string, number | null>();
  for (const [index, entry] of model.entries.entries()) {
    const query = 'query ($id: ID!) { node(id: $id) { ... on Artisan { registerState version nationalId } } }';
    const { data } = await world.api.ask(entry.who, query, { id: world.ids[index] });
    const { state: registerState, version, number: nationalId } = entry;
    expect(data).toEqual({ node: { registerState, version, nationalId } });
    const issue = await issueOf(world, index);
    const seen = await registerOf(world.api).issuesOf(entry.who, { id: world.ids[index] ?? '' });
    expect(seen.some(({ state }) => state === 'OPEN')).toBe(entry.held);
    expect([issue !== undefined, issue?.confirmedOn != null]).toEqual([entry.held, entry.confirmed]);
    if (issue === undefined) continue;
    expect(cases.get(nationalId) ?? issue.caseNumber).toBe(issue.caseNumber);
    cases.set(nationalId, issue.caseNumber);
    const live = model.entries.flatMap((other, at) =>
      other.state !== 'DELETED' && other.number === nationalId ? [world.ids[at]] : [],
    );
    expect(live.length).toBeGreaterThan(1);
    expect(issue.entries?.map(({ id }) => id).toSorted()).toEqual(live.toSorted());
  }
  expect(new Set(cases.values()).size).toBe(cases.size);
}

/** One step that is tried on an entry, and perhaps another one, whether it is due or not. */
interface Step {
  readonly name: string;
  readonly at: number;
  readonly other: number;
}

type Asked = { readonly who: Who; readonly name: string; readonly input: object } | null;

interface Kind {
  /** Why it must be refused; null where it is due. */
  why(model: NumberModel, entry: Entry, other: Entry): string | null;
  follows(model: NumberModel, entry: Entry, other: Entry): void;
  ask(of: { world: NumberWorld; model: NumberModel; step: Step }): Promise<Asked> | Asked;
}

const asked =
  (name: string, more: (entry: Entry, number: string) => object = () => ({})): Kind['ask'] =>
  ({ world, model, step }) => {
    const entry = model.entries[step.at] as Entry;
    const number = model.numbers[step.other % NUMBERS] ?? '';
    const input = { artisanId: world.ids[step.at], expectedVersion: entry.version, ...more(entry, number) };
    return { who: entry.who, name, input };
  };

const KINDS: Readonly<Record<string, Kind>> = {
  correctArtisan: {
    why: (_, { state }) => (state === 'DELETED' ? 'ENTRY_DELETED' : null),
    // What follows depends on the number, which is given by the step: see below.
    follows: () => undefined,
    ask: asked('correctArtisan', (_, nationalId) => ({ nationalId })),
  },
  acceptRegistration: {
    why: (_, { state, held }) => (state !== 'APPLIED' ? 'WRONG_STATE' : held ? 'IN_OPEN_CASE' : null),
    follows: (_, entry) => Object.assign(entry, { state: 'REGISTERED', version: entry.version + 1 }),
    ask: asked('acceptRegistration'),
  },
  deleteArtisan: {
    why: (_, { state }) => (state === 'DELETED' ? 'WRONG_STATE' : null),
    follows: (model, entry) => {
      leave(model, entry);
      Object.assign(entry, { state: 'DELETED', version: entry.version + 1 });
    },
    ask: asked('deleteArtisan', () => ({ ground: 'ON_REQUEST', reason: 'Cessation' })),
  },
  confirmDuplicate: {
    why: (model, entry) =>
      entry.confirmed && sharers(model, entry).every(({ held }) => held) ? 'ALREADY_CONFIRMED' : null,
    follows: (model, entry) => {
      for (const side of [entry, ...sharers(model, entry)]) Object.assign(side, { held: true, confirmed: true });
    },
    ask: async ({ world, step }) => {
      const issue = await issueOf(world, step.at);
      if (issue === undefined) return null;
      return { who: CENTRE, name: 'confirmDuplicate', input: { issueId: issue.id, expectedVersion: issue.version } };
    },
  },
  mergeArtisans: {
    why: (model, merged, kept) => {
      if (merged.state === 'DELETED') return 'WRONG_STATE';
      if (kept.state === 'DELETED') return 'ENTRY_DELETED';
      const isOne = sharers(model, merged).includes(kept) && (merged.held || kept.held);
      if (!isOne) return 'NOT_ONE_CASE';
      return kept.state === 'APPLIED' && merged.state === 'REGISTERED' ? 'KEEP_THE_REGISTERED' : null;
    },
    follows: (model, merged) => {
      leave(model, merged);
      Object.assign(merged, { state: 'DELETED', version: merged.version + 1 });
    },
    ask: ({ world, model, step }) => {
      const [merged, kept] = [model.entries[step.at], model.entries[step.other % model.entries.length]] as [
        Entry,
        Entry,
      ];
      const [artisanId, keptId] = [world.ids[step.at], world.ids[step.other % model.entries.length]];
      const versions = { expectedVersion: merged.version, keptVersion: kept.version };
      return { who: CENTRE, name: 'mergeArtisans', input: { artisanId, keptId, ...versions, reason: 'Même personne' } };
    },
  },
};

function follow(model: NumberModel, { name, at, other }: Step): void {
  const entry = model.entries[at] as Entry;
  if (name !== 'correctArtisan') {
    KINDS[name]?.follows(model, entry, model.entries[other % model.entries.length] as Entry);
    return;
  }
  const number = model.numbers[other % NUMBERS] ?? '';
  if (number === entry.number) return;
  leave(model, entry);
  Object.assign(entry, { number, version: entry.version + 1 });
  arrive(model, entry);
}

const commandOf = (step: Step): AsyncCommand<NumberModel, NumberWorld> => ({
  check: ({ entries }) =>
    step.at < entries.length && (step.name !== 'confirmDuplicate' || entries[step.at]?.held === true),
  run: async (model, world) => {
    const kind = KINDS[step.name] as Kind;
    const command = await kind.ask({ world, model, step });
    if (command === null) throw new Error('An entry is held up, but no issue says so.');
    const other = model.entries[step.other % model.entries.length] as Entry;
    const why = kind.why(model, model.entries[step.at] as Entry, other);
    const answer = await tried(world.api, command.who, { ...command, fields: 'id' });
    expect(refusals(answer).map((refusal) => refusal.split(': ')[1])).toEqual(why === null ? [] : [why]);
    if (why === null) follow(model, step);
    await expectSame(model, world);
  },
  toString: () => `${step.name} ${String(step.at)} ${String(step.other)}`,
});

const registerCommand = (by: number, which: number): AsyncCommand<NumberModel, NumberWorld> => ({
  check: ({ entries }) => entries.length < ENTRIES_AT_MOST,
  run: async (model, world) => {
    const [who, number] = [OFFICERS[by] as Who, model.numbers[which] ?? ''];
    const { id } = await registerOf(world.api).register(who, number);
    world.ids.push(id);
    const entry: Entry = { who, number, state: 'APPLIED', version: 1, held: false, confirmed: false };
    model.entries.push(entry);
    arrive(model, entry);
    await expectSame(model, world);
  },
  toString: () => `register ${String(by)} ${String(which)}`,
});

const upTo = (count: number) => fc.nat({ max: count - 1 });
/** Whatever officers of three regions and the centre can try with entries that come to have the same numbers. */
export const NUMBER_COMMANDS = [
  fc.tuple(upTo(OFFICERS.length), upTo(NUMBERS)).map(([by, which]) => registerCommand(by, which)),
  ...Object.keys(KINDS).map((name) =>
    fc.tuple(upTo(ENTRIES_AT_MOST), upTo(ENTRIES_AT_MOST)).map(([at, other]) => commandOf({ name, at, other })),
  ),
];

export const numberStart = (api: Api): { model: NumberModel; real: NumberWorld } => ({
  model: { numbers: Array.from({ length: NUMBERS }, nextNumber), entries: [] },
  real: { api, ids: [] },
});
