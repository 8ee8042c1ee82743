import { PEOPLE, PROVINCIAL, type BodyWorld, type World } from './body-world.ts';
import { isSeated, standing } from './committee-steps.ts';
import { dayFrom } from './commands.ts';
import { assemblyOf, dayReasons, first, of, when, type Named, type Step } from './model-step.ts';

type State = BodyWorld['state'];

export const BODY: Named = {
  field: 'bodyId',
  there: ({ body }) => body !== null,
  row: ({ body }) => body,
};
const NOT_NOW = 'input.bodyId: WRONG_STATE';
const stateOf = ({ body }: World): State => of(body).state;
const lastOf = (...days: (number | null)[]): number | null => {
  const told = days.filter((day) => day !== null);
  return told.length === 0 ? null : Math.max(...told);
};

export const planBody: Step = {
  name: 'planBody',
  on: null,
  makes: true,
  why: ({ body }) => when(body !== null && body.state !== 'DISSOLVED', 'input.bodyClass: BODY_EXISTS'),
  follows: (world) => {
    world.body = {
      ...{ state: 'PLANNED', version: 1, statutesAdoptedOn: null, foundedOn: null, approvedOn: null },
      ...{ suspendedOn: null, dissolvedOn: null, members: [], board: [], delegates: [], assemblies: [], elections: [] },
    };
  },
};

function stepOn(body: BodyWorld, patch: Partial<BodyWorld>): void {
  Object.assign(body, patch, { version: body.version + 1 });
}

export const prepare = (on: number): Step => ({
  name: 'prepareBody',
  on: BODY,
  input: { effectiveOn: dayFrom(on) },
  why: (world) =>
    first(
      when(stateOf(world) !== 'PLANNED', NOT_NOW),
      dayReasons(on, 'input.effectiveOn'),
      when(!isSeated(world.committee), 'input.bodyId: NO_COMMITTEE'),
    ),
  follows: ({ body }) => {
    stepOn(of(body), { state: 'IN_PREPARATION' });
  },
});

/** Where the assembly that is called next may begin: after the one without effect, or after the draft. */
const earliestCall = (body: BodyWorld): number => {
  const latest = assemblyOf(body);
  return latest === undefined || latest.state === 'CANCELLED' ? -90 : latest.heldOn;
};

/** Whether an assembly stands in the way of another: it waits, or has adopted what this committee drafted. */
function isPending({ body, committee }: World): boolean {
  const latest = assemblyOf(of(body));
  if (latest?.state === 'CALLED') return true;
  return latest?.state === 'HELD' && latest.statutesAdopted && latest.committee === committee;
}

export const callAssembly = (notice: number): Step => ({
  name: 'callFoundingAssembly',
  on: BODY,
  makes: true,
  input: ({ body }) => {
    const calledOn = earliestCall(of(body));
    const days = { calledOn: dayFrom(calledOn), scheduledOn: dayFrom(calledOn + notice) };
    return { ...days, convened: PEOPLE, venueAr: 'مقر الغرفة', venueFr: 'Siège de la chambre' };
  },
  why: (world) =>
    first(
      when(stateOf(world) !== 'IN_PREPARATION', NOT_NOW),
      when(world.committee?.state !== 'STATUTES_DRAFTED', 'input.bodyId: NO_COMMITTEE'),
      when(isPending(world), 'input.bodyId: ASSEMBLY_PENDING'),
      [
        ...dayReasons(earliestCall(of(world.body)), 'input.calledOn'),
        ...when(notice < 15, 'input.scheduledOn: NOTICE_TOO_SHORT'),
      ],
    ),
  follows: ({ body, committee }) => {
    const { assemblies } = of(body);
    const call = assemblyOf(of(body))?.state === 'NO_QUORUM' ? 2 : 1;
    const heldOn = earliestCall(of(body)) + notice;
    const fresh = { state: 'CALLED', version: 1, present: null, statutesAdopted: false } as const;
    assemblies.push({ ...fresh, committee: of(committee), call, heldOn });
    assemblies.sort((one, other) => one.heldOn - other.heldOn);
  },
});

const ASSEMBLY: Named = {
  field: 'assemblyId',
  there: ({ body }) => body !== null && body.assemblies.length > 0,
  row: (land, { body }) => land.body?.assemblies[of(body).assemblies.indexOf(of(assemblyOf(of(body))))],
};
const NO_ASSEMBLY = 'input.assemblyId: WRONG_STATE';

export const minutes = (present: number, statutesAdopted: boolean): Step => {
  const isQuorate = (call: number): boolean => present >= PEOPLE * (call === 1 ? 0.5 : 0.25);
  return {
    name: 'recordAssemblyMinutes',
    on: ASSEMBLY,
    input: { present, statutesAdopted },
    why: ({ body, committee }) => {
      const { state, heldOn, call, committee: drafted } = of(assemblyOf(of(body)));
      const drafting = drafted === committee && drafted.state === 'STATUTES_DRAFTED';
      return first(
        when(of(body).state !== 'IN_PREPARATION' || state !== 'CALLED', NO_ASSEMBLY),
        when(!drafting, 'input.assemblyId: NO_COMMITTEE'),
        [
          ...dayReasons(heldOn, 'input.assemblyId'),
          ...when(present > PEOPLE, 'input.present: MORE_THAN_CONVENED'),
          ...when(statutesAdopted && !isQuorate(call), 'input.statutesAdopted: NO_QUORUM'),
        ],
      );
    },
    follows: ({ body }) => {
      const assembly = of(assemblyOf(of(body)));
      const state = isQuorate(assembly.call) ? 'HELD' : 'NO_QUORUM';
      Object.assign(assembly, { state, present, statutesAdopted, version: assembly.version + 1 });
      // The day may have been told already, by an assembly whose committee failed.
      if (statutesAdopted) stepOn(of(body), { statutesAdoptedOn: assembly.heldOn });
    },
  };
};

export const cancelAssembly: Step = {
  name: 'cancelFoundingAssembly',
  on: ASSEMBLY,
  why: ({ body }) => when(assemblyOf(of(body))?.state !== 'CALLED', NO_ASSEMBLY),
  follows: ({ body }) => {
    const assembly = of(assemblyOf(of(body)));
    Object.assign(assembly, { state: 'CANCELLED', version: assembly.version + 1 });
  },
};

/** Which conditions of a foundation are not met; as many reasons. */
function unmet(world: World): string[] {
  const { body, committee, suspended } = world;
  const members = isSeated(committee) ? of(committee).members.length : 0;
  const { board, statutesAdoptedOn } = of(body);
  const latest = assemblyOf(of(body));
  const conditions = [
    members >= RULES.COMMITTEE_MEMBERS,
    members >= RULES.COMMITTEE_ARTISANS,
    PEOPLE - suspended.size >= RULES.ELIGIBLE_REGISTRANTS,
    latest !== undefined && latest.state !== 'CANCELLED', // the notice
    latest?.state === 'HELD', // the quorum
    statutesAdoptedOn !== null,
    board.filter(({ holder }) => holder !== null).length >= RULES.BOARD_ELECTED,
  ];
  return conditions.filter((met) => !met).map(() => 'input.bodyId: NOT_READY');
}

/** The thresholds under which the walks take place: few enough people to try everything. */
export const RULES = {
  COMMITTEE_MEMBERS: 3,
  COMMITTEE_ARTISANS: 2,
  ELIGIBLE_REGISTRANTS: 6,
  BOARD_ELECTED: 2,
} as const;
/** Of the regional level: the one body of the class sends all delegates of its assembly. */
export const RULES_ABOVE = { BOARD_ELECTED: 3, DELEGATES_PER_SEAT: 1, DELEGATES_OF_A_BODY: 1 } as const;
export const DELEGATES_DUE = RULES_ABOVE.BOARD_ELECTED * RULES_ABOVE.DELEGATES_PER_SEAT;

export const found: Step = {
  name: 'foundBody',
  on: BODY,
  why: (world) => {
    const { board } = of(world.body);
    const presides = board.some(({ office, holder }) => office === 'PRESIDENT' && holder !== null);
    return first(
      when(stateOf(world) !== 'IN_PREPARATION', NOT_NOW),
      unmet(world),
      when(!presides, 'input.bodyId: NO_PRESIDENT'),
      when(standing(world) !== assemblyOf(of(world.body))?.committee, NOT_NOW),
    );
  },
  follows: ({ body, committee }) => {
    stepOn(of(body), { state: 'FOUNDED', foundedOn: of(assemblyOf(of(body))).heldOn });
    Object.assign(of(committee), { state: 'DISCHARGED', version: of(committee).version + 1 });
  },
};

/** Steps of those above the province: from which states, after which days, and what follows. */
const ABOVE: Record<
  string,
  { from: readonly State[]; after: (body: BodyWorld) => number | null; then: (on: number) => Partial<BodyWorld> }
> = {
  approveBody: {
    from: ['FOUNDED'],
    after: ({ foundedOn }) => foundedOn,
    then: (on) => ({ state: 'ACTIVE', approvedOn: on }),
  },
  suspendBody: {
    from: ['ACTIVE'],
    after: ({ approvedOn }) => approvedOn,
    then: (on) => ({ state: 'SUSPENDED', suspendedOn: on }),
  },
  resumeBody: {
    from: ['SUSPENDED'],
    after: ({ suspendedOn }) => suspendedOn,
    then: () => ({ state: 'ACTIVE', suspendedOn: null }),
  },
  dissolveBody: {
    from: ['PLANNED', 'IN_PREPARATION', 'FOUNDED', 'ACTIVE', 'SUSPENDED'],
    after: ({ statutesAdoptedOn, foundedOn, approvedOn, suspendedOn }) =>
      lastOf(statutesAdoptedOn, foundedOn, approvedOn, suspendedOn),
    then: (on) => ({ state: 'DISSOLVED', dissolvedOn: on, members: [], board: [], delegates: [] }),
  },
};
export type Above = 'approveBody' | 'suspendBody' | 'resumeBody' | 'dissolveBody';

export const above = (name: Above, on: number, provincial = false): Step => ({
  name,
  on: BODY,
  ...(provincial ? { who: PROVINCIAL } : {}),
  input: { effectiveOn: dayFrom(on) },
  why: (world) => {
    const { from, after } = of(ABOVE[name]);
    return first(
      when(!from.includes(stateOf(world)), NOT_NOW),
      when(provincial, 'input.bodyId: NOT_OF_A_PROVINCE'),
      dayReasons(on, 'input.effectiveOn', after(of(world.body))),
    );
  },
  follows: ({ body }) => {
    stepOn(of(body), of(ABOVE[name]).then(on));
  },
});
