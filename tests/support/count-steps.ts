import { OFFICES, type BodyWorld, type CandidateWorld, type Office, type World } from './body-world.ts';
import { DELEGATES_DUE } from './body-steps.ts';
import { ELECTION, freePlaces, mayElect, over, sits } from './election-steps.ts';
import { electionOf, first, of, when, type Step } from './model-step.ts';

interface Contest {
  readonly office: Office | null;
  readonly places: number;
  readonly candidates: readonly CandidateWorld[];
}

const standingIn = (world: World): CandidateWorld[] =>
  of(electionOf(world)).candidates.filter(({ withdrawn }) => !withdrawn);

function contestsOf(world: World): Contest[] {
  const standing = standingIn(world);
  const placesOf = (office: Office | null) => freePlaces(of(world.body), office, DELEGATES_DUE);
  if (electionOf(world)?.kind === 'DELEGATES') return [{ office: null, places: placesOf(null), candidates: standing }];
  return (Object.keys(OFFICES) as Office[])
    .map((office) => ({
      ...{ office, places: placesOf(office), candidates: standing.filter((one) => one.office === office) },
    }))
    .filter(({ candidates }) => candidates.length > 0);
}

/** Who has the most votes, and who shares the last places with as many; told in another way than by ranks. */
function outcome(candidates: readonly CandidateWorld[], places: number, votesOf: (one: CandidateWorld) => number) {
  const preferred = (one: CandidateWorld) => candidates.filter((other) => votesOf(other) > votesOf(one)).length;
  const level = (one: CandidateWorld) => candidates.filter((other) => votesOf(other) === votesOf(one)).length;
  const voted = candidates.filter((one) => votesOf(one) > 0);
  const elected = voted.filter((one) => preferred(one) + level(one) <= places);
  const tied = voted.filter((one) => preferred(one) < places && preferred(one) + level(one) > places);
  return { elected, tied, left: tied.length === 0 ? 0 : places - elected.length };
}

/** Counts the latest election: so many votes for each candidate in turn; ties go to who stood first, if resolved at all. */
export const close = (votes: readonly number[], resolved: boolean): Step => {
  const votesIn = (world: World) => {
    const standing = standingIn(world);
    return (one: CandidateWorld): number => votes[standing.indexOf(one) % votes.length] ?? 0;
  };
  const counted = (world: World) =>
    contestsOf(world).map((contest) => {
      const { elected, tied, left } = outcome(contest.candidates, contest.places, votesIn(world));
      const chosen = tied.slice(0, left);
      return { ...contest, tied, chosen, winners: [...elected, ...chosen] };
    });
  const faults = (world: World): string[] => {
    const turnout = of(electionOf(world)).voters.size;
    return [
      ...when(turnout === 0, 'input.electionId: NO_TURNOUT'),
      ...contestsOf(world).flatMap(({ places, candidates }) => {
        const cast = candidates.map(votesIn(world)).reduce((sum, one) => sum + one, 0);
        return [
          ...when(places < 1, 'input.electionId: NOTHING_TO_FILL'),
          ...when(cast > turnout * Math.max(places, 1), 'input.counts: TOO_MANY_VOTES'),
        ];
      }),
    ];
  };
  return {
    name: 'closeElection',
    on: ELECTION,
    input: (world, { body }) => {
      const { candidates } = of(electionOf(world));
      const idOf = (one: CandidateWorld) => body?.elections.nodes.at(-1)?.candidacies[candidates.indexOf(one)]?.id;
      const counts = standingIn(world).map((one) => ({ candidacyId: idOf(one), votes: votesIn(world)(one) }));
      const elected = counted(world).flatMap(({ chosen }) => chosen.map(idOf));
      return { counts, ...(resolved ? { tieResolution: { method: 'LOT', elected } } : {}) };
    },
    why: (world) => {
      const results = over(world).length > 0 ? [] : counted(world);
      const ties = results.filter(({ tied }) => tied.length > 0 && !resolved);
      const winners = results.flatMap((result) => result.winners);
      return first(
        over(world),
        faults(world),
        ties.map(() => 'input.tieResolution: TIE'),
        winners.flatMap(({ person, office }) => [
          ...when(!mayElect(world, person), 'input.counts: NO_ELECTOR'),
          ...when(office !== null && sits(of(world.body), person), 'input.counts: ONE_SEAT'),
        ]),
      );
    },
    follows: (world) => {
      const winners = counted(world).flatMap((result) => result.winners);
      for (const one of standingIn(world)) one.elected = winners.includes(one);
      for (const { person, office } of winners) install(of(world.body), person, office);
      const election = of(electionOf(world));
      Object.assign(election, { state: 'CLOSED', version: election.version + 1 });
    },
  };
};

/** A vacant seat of the office is taken before there is another one. */
function install({ board, delegates }: BodyWorld, person: number, office: Office | null): void {
  if (office === null) {
    delegates.push(person);
    return;
  }
  const vacant = board.find((seat) => seat.office === office && seat.holder === null);
  if (vacant === undefined) board.push({ office, holder: person });
  else vacant.holder = person;
}
