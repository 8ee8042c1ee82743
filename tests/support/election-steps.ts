import { OFFICES, type BodyWorld, type ElectionWorld, type Office, type World } from './body-world.ts';
import { BODY } from './body-steps.ts';
import { dayFrom } from './commands.ts';
import { dayReasons, electionOf, first, of, when, type Named, type Step } from './model-step.ts';

export const ELECTION: Named = {
  field: 'electionId',
  there: (world) => electionOf(world) !== undefined,
  row: ({ body }) => body?.elections.nodes.at(-1),
};
const WRONG = 'input.electionId: WRONG_STATE';
const HOLDING = {
  BOARD: ['IN_PREPARATION', 'FOUNDED', 'ACTIVE'],
  DELEGATES: ['FOUNDED', 'ACTIVE'],
} as const satisfies Record<ElectionWorld['kind'], readonly BodyWorld['state'][]>;

const elects = ({ state }: BodyWorld, kind: ElectionWorld['kind']): boolean =>
  HOLDING[kind].some((holding) => holding === state);

/** Who may vote and stand: the registered before the foundation, of them the members from then on. */
export const mayElect = ({ body, suspended }: World, person: number): boolean =>
  !suspended.has(person) && (of(body).state === 'IN_PREPARATION' || of(body).members.includes(person));
export const sits = ({ board }: BodyWorld, person: number): boolean => board.some(({ holder }) => holder === person);

export const callElection = (kind: ElectionWorld['kind'], calledOn: number): Step => ({
  name: 'callElection',
  on: BODY,
  makes: true,
  input: { kind, calledOn: dayFrom(calledOn) },
  why: ({ body }) => {
    const open = of(body).elections.some((one) => one.kind === kind && one.state === 'CALLED');
    return first(dayReasons(calledOn, 'input.calledOn', kind === 'DELEGATES' ? of(body).foundedOn : null), [
      ...when(!elects(of(body), kind), 'input.bodyId: NOT_ELECTING'),
      ...when(open, 'input.bodyId: ELECTION_PENDING'),
    ]);
  },
  follows: ({ body }) => {
    of(body).elections.push({ kind, state: 'CALLED', version: 1, voters: new Set(), candidates: [] });
  },
});

/** Why nothing can be done in the latest election: it is over, or its body elects nobody now. */
export function over(world: World): string[] {
  const { kind, state } = of(electionOf(world));
  const stands = elects(of(world.body), kind);
  return first(when(state !== 'CALLED', WRONG), when(!stands, 'input.electionId: NOT_ELECTING'));
}

export const stand = (person: number, office: Office): Step => ({
  name: 'addCandidacy',
  on: ELECTION,
  makes: true,
  input: (world, { people }) => {
    const named = electionOf(world)?.kind === 'BOARD' ? { office } : {};
    return { artisanId: people[person]?.id, ...named };
  },
  why: (world) => {
    const { kind, candidates } = of(electionOf(world));
    const { delegates } = of(world.body);
    return first(over(world), when(!mayElect(world, person), 'input.artisanId: NO_ELECTOR'), [
      ...when(
        candidates.some((one) => one.person === person),
        'input.artisanId: STANDS_ALREADY',
      ),
      ...when(kind === 'BOARD' && sits(of(world.body), person), 'input.artisanId: ONE_SEAT'),
      ...when(kind === 'DELEGATES' && delegates.includes(person), 'input.artisanId: ONE_DELEGATION'),
    ]);
  },
  follows: (world) => {
    const { kind, candidates } = of(electionOf(world));
    candidates.push({ person, office: kind === 'BOARD' ? office : null, withdrawn: false, elected: null });
  },
});

export const stepDown = (place: number): Step => {
  const candidate = (world: World) => {
    const { candidates } = of(electionOf(world));
    return of(candidates[place % candidates.length]);
  };
  return {
    name: 'withdrawCandidacy',
    on: {
      field: 'candidacyId',
      there: (world) => (electionOf(world)?.candidates.length ?? 0) > 0,
      row: ({ body }, world) => {
        const { candidates } = of(electionOf(world));
        return body?.elections.nodes.at(-1)?.candidacies[place % candidates.length];
      },
    },
    why: (world) =>
      first(
        when(electionOf(world)?.state !== 'CALLED', 'input.candidacyId: WRONG_STATE'),
        when(candidate(world).withdrawn, 'input.candidacyId: WITHDRAWN'),
      ),
    follows: (world) => {
      candidate(world).withdrawn = true;
    },
  };
};

export const vote = (voters: readonly number[]): Step => ({
  name: 'recordVoters',
  on: ELECTION,
  input: (_world, { people }) => ({ artisanIds: voters.map((person) => people[person]?.id) }),
  why: (world) =>
    first(
      over(world),
      voters.flatMap((person, index) => [
        ...when(!mayElect(world, person), `input.artisanIds[${String(index)}]: NO_ELECTOR`),
        ...when(of(electionOf(world)).voters.has(person), `input.artisanIds[${String(index)}]: VOTED_ALREADY`),
      ]),
    ),
  follows: (world) => {
    const election = of(electionOf(world));
    for (const person of voters) election.voters.add(person);
    election.version += 1;
  },
});

export const cancelElection: Step = {
  name: 'cancelElection',
  on: ELECTION,
  why: (world) => when(electionOf(world)?.state !== 'CALLED', WRONG),
  follows: (world) => {
    const election = of(electionOf(world));
    Object.assign(election, { state: 'CANCELLED', version: election.version + 1 });
  },
};

/** A seat of the board, vacant or not, by its place in the model. */
const seatAt = (place: number): Named & { at(world: World): BodyWorld['board'][number] } => {
  const at = (world: World) => {
    const { board } = of(world.body);
    return of(board[place % board.length]);
  };
  return {
    field: 'seatId',
    at,
    there: ({ body }) => body !== null && body.board.length > 0,
    row: ({ body, people }, world) => {
      const { office, holder } = at(world);
      const id = holder === null ? undefined : people[holder]?.id;
      return body?.seats.find((seat) => seat.office.code === office && seat.artisan?.id === id);
    },
  };
};

export const vacate = (place: number): Step => {
  const seat = seatAt(place);
  return {
    name: 'vacateSeat',
    on: seat,
    why: (world) => when(seat.at(world).holder === null, 'input.seatId: SEAT_VACANT'),
    follows: (world) => {
      seat.at(world).holder = null;
    },
  };
};

export const fill = (place: number, person: number): Step => {
  const seat = seatAt(place);
  return {
    name: 'fillSeat',
    on: seat,
    input: (_world, { people }) => ({ artisanId: people[person]?.id }),
    why: (world) =>
      first(when(!mayElect(world, person), 'input.artisanId: NO_ELECTOR'), [
        ...when(seat.at(world).holder !== null, 'input.seatId: SEAT_HELD'),
        ...when(sits(of(world.body), person), 'input.artisanId: ONE_SEAT'),
      ]),
    follows: (world) => {
      seat.at(world).holder = person;
    },
  };
};

export const endDelegation = (place: number): Step => {
  const delegate = ({ body }: World): number => of(of(body).delegates[place % of(body).delegates.length]);
  return {
    name: 'endDelegation',
    on: {
      field: 'delegateId',
      there: ({ body }) => body !== null && body.delegates.length > 0,
      row: ({ body, people }, world) =>
        body?.delegates.find(({ artisan }) => artisan?.id === people[delegate(world)]?.id),
    },
    why: () => [],
    follows: (world) => {
      const { delegates } = of(world.body);
      delegates.splice(place % delegates.length, 1);
    },
  };
};

/** How many places of a contest are free: those of an office, or the delegates who are still to be sent. */
export const freePlaces = ({ board, delegates }: BodyWorld, office: Office | null, due: number): number => {
  if (office === null) return Math.max(due - delegates.length, 0);
  return OFFICES[office] - board.filter((seat) => seat.office === office && seat.holder !== null).length;
};
