import type { AsyncCommand } from 'fast-check';
import { expect } from 'vitest';
import { VIEWERS, type Api, type Who } from './api.ts';
import { dayFrom, key, refusals, tried } from './commands.ts';
import { dayReasons, first, of, when } from './model-step.ts';

export const OFFICER: Who = VIEWERS['regional-officer'];
const STRANGER: Who = { role: 'regional-officer', region: 'MA-01' };

/** Days are told from today: -1 is yesterday. */
export interface Programme {
  session: {
    state: 'PLANNED' | 'HELD' | 'CANCELLED';
    version: number;
    heldOn: number | null;
    women: number | null;
    attendees: number | null;
    readonly reached: Set<number>;
  };
  meeting: {
    state: 'CALLED' | 'HELD' | 'CANCELLED';
    version: number;
    readonly scheduledOn: number;
    heldOn: number | null;
    participants: number[];
    readonly decisions: { readonly dueOn: number; doneOn: number | null; version: number }[];
  };
}

export interface Stage {
  readonly api: Api;
  readonly sessionId: string;
  readonly meetingId: string;
  readonly people: readonly string[];
  readonly decisionIds: string[];
}

/** What an officer tries of the programme, whether it is due or not. */
export interface Act {
  readonly name: string;
  /** The field that names what is changed, and its row in the model; undefined where there is none yet. */
  readonly field: 'sessionId' | 'meetingId' | 'decisionId';
  readonly makes?: boolean;
  row(now: Programme, stage: Stage): { id: string; version: number } | undefined;
  input(stage: Stage): object;
  why(now: Programme): string[];
  follows(now: Programme): void;
}

const QUERY = `query ($session: ID!, $meeting: ID!) {
  session: node(id: $session) { ... on OutreachSession { state version heldOn womenAttendees attendees reached } }
  meeting: node(id: $meeting) { ... on Meeting {
    state version scheduledOn heldOn participants { attendees } decisions { dueOn doneOn version isLate } } }
}`;
const dayOrNull = (days: number | null): string | null => (days === null ? null : dayFrom(days));

/** What the API tells is what must be true. */
async function expectSame({ session, meeting }: Programme, { api, sessionId, meetingId }: Stage): Promise<void> {
  const { data, errors } = await api.ask(OFFICER, QUERY, { session: sessionId, meeting: meetingId });
  expect(errors).toBeUndefined();
  const { reached, women, heldOn, ...told } = session;
  expect(data).toEqual({
    session: { ...told, heldOn: dayOrNull(heldOn), womenAttendees: women, reached: reached.size },
    meeting: {
      ...{ state: meeting.state, version: meeting.version, scheduledOn: dayFrom(meeting.scheduledOn) },
      heldOn: dayOrNull(meeting.heldOn),
      participants: meeting.participants.map((attendees) => ({ attendees })),
      decisions: meeting.decisions.map(({ dueOn, doneOn, version }) => ({
        ...{ dueOn: dayFrom(dueOn), doneOn: dayOrNull(doneOn), version, isLate: (doneOn ?? 0) > dueOn },
      })),
    },
  });
}

export type Manner = 'due' | 'stale' | 'stranger';

export const commandOf = (act: Act, manner: Manner): AsyncCommand<Programme, Stage> => ({
  check: ({ meeting }) =>
    !(manner === 'stale' && act.makes === true) && (act.field !== 'decisionId' || meeting.decisions.length > 0),
  run: async (now, stage) => {
    const { id, version } = of(act.row(now, stage));
    const seen = act.makes === true ? key() : { expectedVersion: version - (manner === 'stale' ? 1 : 0) };
    const input = { [act.field]: id, ...seen, ...act.input(stage) };
    const due = first(
      when(manner === 'stale', 'input.expectedVersion: STALE_VERSION'),
      when(manner === 'stranger', `input.${act.field}: NOT_FOUND`),
      act.why(now),
    );
    const who = manner === 'stranger' ? STRANGER : OFFICER;
    const answer = await tried<{ id: string }>(stage.api, who, { name: act.name, input, fields: 'id' });
    expect(refusals(answer), `${act.name} ${JSON.stringify(input)}`).toEqual(due);
    if (due.length === 0) {
      act.follows(now);
      if (act.name === 'recordDecision') stage.decisionIds.push(of(answer.row).id);
    }
    await expectSame(now, stage);
  },
  toString: () => `${act.name} (${manner})`,
});

const SESSION = {
  field: 'sessionId',
  row: ({ session }: Programme, { sessionId }: Stage) => ({ id: sessionId, version: session.version }),
} as const;
const MEETING = {
  field: 'meetingId',
  row: ({ meeting }: Programme, { meetingId }: Stage) => ({ id: meetingId, version: meeting.version }),
} as const;
const NO_SESSION = 'input.sessionId: WRONG_STATE';
const NO_MEETING = 'input.meetingId: WRONG_STATE';

/** How many women and men came of each profession; a profession may stand twice, which it must not. */
export type Came = readonly (readonly [profession: string, women: number, men: number])[];
const MOST = 1_000_000;

export const holdSession = (heldOn: number, came: Came): Act => {
  const women = came.reduce((sum, [, one]) => sum + one, 0);
  const attendees = came.reduce((sum, [, , men]) => sum + men, women);
  return {
    ...SESSION,
    name: 'holdOutreachSession',
    input: () => ({
      heldOn: dayFrom(heldOn),
      attendance: came.map(([profession, w, m]) => ({ profession, women: w, men: m })),
    }),
    why: ({ session }) =>
      first(when(session.state !== 'PLANNED', NO_SESSION), [
        ...dayReasons(heldOn, 'input.heldOn'),
        ...came.flatMap(([profession, w, m], index) => {
          const path = `input.attendance[${String(index)}]`;
          const repeated = came.slice(0, index).some(([other]) => other === profession);
          return [
            ...when(repeated, `${path}.profession: PROFESSION_REPEATED`),
            ...when(w < 0 || m < 0, `${path}: NEGATIVE`),
          ];
        }),
        ...when(attendees > MOST, 'input.attendance: TOO_MANY'),
      ]),
    follows: ({ session }) => {
      Object.assign(session, { state: 'HELD', heldOn, women, attendees, version: session.version + 1 });
    },
  };
};

export const cancelSession: Act = {
  ...SESSION,
  name: 'cancelOutreachSession',
  input: () => ({}),
  why: ({ session }) => when(session.state !== 'PLANNED', NO_SESSION),
  follows: ({ session }) => {
    Object.assign(session, { state: 'CANCELLED', version: session.version + 1 });
  },
};

export const reach = (reached: readonly number[]): Act => ({
  ...SESSION,
  name: 'recordReachedArtisans',
  input: ({ people }) => ({ artisanIds: reached.map((person) => people[person] ?? 'nobody') }),
  why: ({ session }) =>
    first(when(session.state !== 'HELD', NO_SESSION), [
      ...when(reached.length === 0, 'input.artisanIds: NOT_POSITIVE'),
      ...reached.flatMap((person, index) => when(person > 2, `input.artisanIds[${String(index)}]: NOT_FOUND`)),
    ]),
  follows: ({ session }) => {
    for (const person of reached) session.reached.add(person);
  },
});

const KINDS = ['AMIN', 'CHAMBER'] as const;

/** Held on its day or on another one, by so many of each kind; of a third number nobody knows the kind twice. */
export const holdMeeting = (heldOn: number | null, came: readonly number[]): Act => ({
  ...MEETING,
  name: 'holdMeeting',
  input: () => ({
    ...(heldOn === null ? {} : { heldOn: dayFrom(heldOn) }),
    attendance: came.map((attendees, index) => ({ kind: KINDS[index % 2], attendees })),
  }),
  why: ({ meeting }) =>
    first(when(meeting.state !== 'CALLED', NO_MEETING), [
      ...dayReasons(heldOn ?? meeting.scheduledOn, 'input.heldOn'),
      ...when(came.length > KINDS.length, 'input.attendance: KIND_REPEATED'),
      ...when(
        came.some((attendees) => attendees < 0),
        'input.attendance: NOT_POSITIVE',
      ),
    ]),
  follows: ({ meeting }) => {
    const day = heldOn ?? meeting.scheduledOn;
    Object.assign(meeting, { state: 'HELD', heldOn: day, participants: [...came], version: meeting.version + 1 });
  },
});

export const cancelMeeting: Act = {
  ...MEETING,
  name: 'cancelMeeting',
  input: () => ({}),
  why: ({ meeting }) => when(meeting.state !== 'CALLED', NO_MEETING),
  follows: ({ meeting }) => {
    Object.assign(meeting, { state: 'CANCELLED', version: meeting.version + 1 });
  },
};

export const decide = (dueOn: number): Act => ({
  ...MEETING,
  makes: true,
  name: 'recordDecision',
  input: () => ({ textAr: 'قرار', textFr: 'Décision', owner: 'Direction régionale', dueOn: dayFrom(dueOn) }),
  why: ({ meeting }) =>
    first(
      when(meeting.state !== 'HELD', NO_MEETING),
      when(dueOn < (meeting.heldOn ?? meeting.scheduledOn), 'input.dueOn: DAY_BEFORE'),
    ),
  follows: ({ meeting }) => {
    meeting.decisions.push({ dueOn, doneOn: null, version: 1 });
  },
});

export const complete = (place: number, on: number): Act => {
  const decision = ({ meeting }: Programme) => of(meeting.decisions[place % meeting.decisions.length]);
  return {
    name: 'completeDecision',
    field: 'decisionId',
    row: (now, { decisionIds }) => {
      const id = decisionIds[place % decisionIds.length];
      return id === undefined ? undefined : { id, version: decision(now).version };
    },
    input: () => ({ effectiveOn: dayFrom(on) }),
    why: (now) =>
      first(
        when(decision(now).doneOn !== null, 'input.decisionId: DONE'),
        dayReasons(on, 'input.effectiveOn', now.meeting.heldOn),
      ),
    follows: (now) => {
      Object.assign(decision(now), { doneOn: on, version: 2 });
    },
  };
};
