import type { AsyncCommand } from 'fast-check';
import { expect } from 'vitest';
import type { Api, Who } from './api.ts';
import { done, key, refusals, tried } from './commands.ts';

/** Two regions, with a province of each, and who keeps the register there. */
export const PLACES = {
  FES: { code: 'MA-FES', region: 'MA-03', officer: { role: 'regional-officer', region: 'MA-03' } },
  TANGER: { code: 'MA-TNG', region: 'MA-01', officer: { role: 'regional-officer', region: 'MA-01' } },
} as const satisfies Record<string, { code: string; region: string; officer: Who }>;
export type Place = keyof typeof PLACES;
const across = (place: Place): Place => (place === 'FES' ? 'TANGER' : 'FES');

type State = 'APPLIED' | 'REGISTERED' | 'SUSPENDED' | 'DELETED';

/** What must be true of one entry, told by the law and not by the code. */
export interface EntryModel {
  state: State;
  place: Place;
  version: number;
  /** Whether a hand-over to the other region waits. */
  offered: boolean;
  changes: number;
}

/** The entry itself, as its own officers and the centre see it. */
export interface Entry {
  readonly api: Api;
  readonly id: string;
}

interface Seen {
  registerState: State;
  version: number;
  province: { code: string };
}

const READ = 'query ($id: ID!) { node(id: $id) { ... on Artisan { registerState version province { code } } } }';

async function seenBy({ api, id }: Entry, who: Who): Promise<Seen | null> {
  const { data } = await api.ask<{ node: Seen | null }>(who, READ, { id });
  return data.node;
}

/** The entry is what the model says, in its region alone. */
async function expectSame(model: EntryModel, entry: Entry): Promise<void> {
  const { officer, code } = PLACES[model.place];
  const { state: registerState, version } = model;
  expect(await seenBy(entry, officer)).toEqual({ registerState, version, province: { code } });
  expect(await seenBy(entry, PLACES[across(model.place)].officer)).toBeNull();
}

interface Offer {
  id: string;
  version: number;
  artisan: { id: string } | null;
}

/** The side of the open offer that a region holds. */
async function offerOf({ api }: Entry, who: Who, direction: string): Promise<Offer | undefined> {
  const query = `{ handOvers(first: 100, filter: { states: [OFFERED] }) { nodes { id version direction artisan { id } } } }`;
  const { data } = await api.ask<{ handOvers: { nodes: (Offer & { direction: string })[] } }>(who, query);
  return data.handOvers.nodes.find((offer) => offer.direction === direction);
}

/** One step that somebody tries, whether it is due or not. */
interface Step {
  readonly name: string;
  /** What must follow; null where it must be refused and change nothing. */
  follows(model: EntryModel): Partial<EntryModel> | null;
  ask(model: EntryModel, entry: Entry): Promise<{ who: Who; input: object } | null>;
}

const STATES: Record<string, Partial<Record<State, State>>> = {
  acceptRegistration: { APPLIED: 'REGISTERED' },
  suspendArtisan: { REGISTERED: 'SUSPENDED' },
  reinstateArtisan: { SUSPENDED: 'REGISTERED' },
  deleteArtisan: { APPLIED: 'DELETED', REGISTERED: 'DELETED', SUSPENDED: 'DELETED' },
  correctArtisan: { APPLIED: 'APPLIED', REGISTERED: 'REGISTERED', SUSPENDED: 'SUSPENDED' },
};
const MORE: Record<string, (model: EntryModel) => object> = {
  deleteArtisan: () => ({ ground: 'ON_REQUEST', reason: 'Cessation' }),
  correctArtisan: ({ changes }) => ({ phone: `+2126${String(10_000_000 + changes)}` }),
};

const registerStep = (name: string, stale: boolean): Step => ({
  name: stale ? `${name} (stale)` : name,
  follows: ({ state, version, changes }) => {
    const next = STATES[name]?.[state];
    return next === undefined || stale ? null : { state: next, version: version + 1, changes: changes + 1 };
  },
  ask: (model, { id }) =>
    Promise.resolve({
      who: PLACES[model.place].officer,
      input: { artisanId: id, expectedVersion: model.version - (stale ? 1 : 0), ...MORE[name]?.(model) },
    }),
});

const offerStep: Step = {
  name: 'offerHandOver',
  follows: ({ state, offered }) => (state === 'DELETED' || offered ? null : { offered: true }),
  ask: ({ place, version }, { id }) =>
    Promise.resolve({
      who: PLACES[place].officer,
      input: { artisanId: id, expectedVersion: version, province: PLACES[across(place)].code },
    }),
};

/** The receiving region accepts or declines, the offering one withdraws; the wrong side tries it too. */
const answerStep = (name: 'acceptHandOver' | 'declineHandOver' | 'withdrawHandOver', wrongSide: boolean): Step => ({
  name: wrongSide ? `${name} (wrong side)` : name,
  follows: ({ state, place, version }) => {
    if (wrongSide) return null;
    if (name !== 'acceptHandOver') return { offered: false };
    return state === 'DELETED' ? null : { offered: false, place: across(place), version: version + 1 };
  },
  ask: async (model, entry) => {
    const byGiver = (name === 'withdrawHandOver') !== wrongSide;
    const who = PLACES[byGiver ? model.place : across(model.place)].officer;
    const offer = await offerOf(entry, who, byGiver ? 'OUTGOING' : 'INCOMING');
    if (offer === undefined) return null;
    const why = name === 'acceptHandOver' ? {} : { reason: 'Dossier' };
    return { who, input: { handOverId: offer.id, expectedVersion: offer.version, ...why } };
  },
});

export const STEPS: readonly Step[] = [
  ...Object.keys(STATES).flatMap((name) => [registerStep(name, false), registerStep(name, true)]),
  offerStep,
  ...(['acceptHandOver', 'declineHandOver', 'withdrawHandOver'] as const).flatMap((name) => [
    answerStep(name, false),
    answerStep(name, true),
  ]),
];

export const commandOf = (step: Step): AsyncCommand<EntryModel, Entry> => ({
  // There is nothing to answer where nothing is offered; everything else is tried in every state.
  check: ({ offered }) => offered || !/^(accept|decline|withdraw)HandOver/.test(step.name),
  run: async (model, entry) => {
    const asked = await step.ask(model, entry);
    if (asked === null) throw new Error(`${step.name}: the offer is out of sight.`);
    const name = step.name.replace(/ \(.*/, '');
    const answer = await tried(entry.api, asked.who, { name, input: asked.input, fields: 'id' });
    const due = step.follows(model);
    if (due === null) expect(refusals(answer).length).toBeGreaterThan(0);
    else expect(refusals(answer)).toEqual([]);
    Object.assign(model, due);
    await expectSame(model, entry);
  },
  toString: () => step.name,
});

let people = 0;
/** A person who has applied in Fès, and what must be true of them. */
export async function applicant(api: Api): Promise<{ model: EntryModel; real: Entry }> {
  people += 1;
  const person = { nameAr: 'سعيد بناني', nameLatin: 'Said Bennani', sex: 'MALE', birthDate: '1984-05-06' };
  const { id } = await done(api, PLACES.FES.officer, {
    name: 'registerArtisan',
    input: {
      ...{ ...key(), ...person, province: 'MA-FES', profession: 'VEH-01', kind: 'ARTISAN', qualification: 'PRACTICE' },
      nationalId: `MD${String(100_000 + people)}`,
    },
  });
  return { model: { state: 'APPLIED', place: 'FES', version: 1, offered: false, changes: 0 }, real: { api, id } };
}
