import type { AsyncCommand } from 'fast-check';
import { expect } from 'vitest';
import {
  BODY_CLASS,
  expectSame,
  OFFICER,
  PROVINCE,
  STRANGER,
  type AssemblyWorld,
  type BodyWorld,
  type ElectionWorld,
  type Land,
  type Versioned,
  type World,
} from './body-world.ts';
import type { Who } from './api.ts';
import { key, refusals, tried } from './commands.ts';

/** What a step is about: the field that names it, and the row that is named; undefined where there is none yet. */
export interface Named {
  readonly field: string;
  there(world: World): boolean;
  row(land: Land, world: World): Versioned | null | undefined;
}

type Asked = (world: World, land: Land) => object;

/** One step that somebody tries, whether it is due or not. */
export interface Step {
  readonly name: string;
  /** Null for what begins something for the class in the province. */
  readonly on: Named | null;
  /** Whether it makes something new, so that it takes a key and no version. */
  readonly makes?: boolean;
  readonly who?: Who;
  readonly input?: object | Asked;
  /** Why it must be refused; nothing where it is due. */
  why(world: World): string[];
  /** What follows where it is due. */
  follows(world: World): void;
}

/** When, by whom and with what version a step is tried; in turn is where the state is right, whatever else is wrong. */
export type Manner = 'in turn' | 'any time' | 'stale' | 'stranger';

/** The assembly that counts: the latest that was not called off. */
export const assemblyOf = ({ assemblies }: BodyWorld): AssemblyWorld | undefined =>
  assemblies.findLast(({ state }) => state !== 'CANCELLED') ?? assemblies.at(-1);

export const electionOf = (world: World): ElectionWorld | undefined => world.body?.elections.at(-1);

/** What stands, for steps that are about it: there is one, or the step is not tried. */
export function of<Thing>(thing: Thing | null | undefined): Thing {
  if (thing == null) throw new Error('A step was tried of what is not there.');
  return thing;
}

/** The first reasons that there are: what comes later is not looked at. */
export const first = (...groups: string[][]): string[] => groups.find((group) => group.length > 0) ?? [];
export const when = (wrong: boolean, ...reasons: string[]): string[] => (wrong ? reasons : []);

/** A day of something that happened: not to come, and not before what it follows. */
export const dayReasons = (day: number, path: string, earliest: number | null = null): string[] => [
  ...when(day > 0, `${path}: DAY_IN_FUTURE`),
  ...when(earliest !== null && day < earliest, `${path}: DAY_BEFORE`),
];

/** What must be refused whatever the state: to strangers, and to those who have not seen what they change. */
function outright({ on }: Step, manner: Manner): string[] {
  if (manner === 'stale') return ['input.expectedVersion: STALE_VERSION'];
  if (manner !== 'stranger') return [];
  return on === null ? ['input.territory: OUT_OF_REACH'] : [`input.${on.field}: NOT_FOUND`];
}

function inputOf(step: Step, { world, land, manner }: { world: World; land: Land; manner: Manner }): object {
  const { on, makes, input } = step;
  const row = on?.row(land, world);
  const named = on === null ? { territory: PROVINCE, bodyClass: BODY_CLASS } : { [on.field]: row?.id };
  const version = (row?.version ?? 0) - (manner === 'stale' ? 1 : 0);
  const told: object | undefined = typeof input === 'function' ? (input as Asked)(world, land) : input;
  return { ...named, ...(makes === true ? key() : { expectedVersion: version }), ...told };
}

/** Takes note of what was made where it begins something. */
function keep(step: Step, land: Land, id: string): void {
  if (step.name === 'planCommittee') land.committeeId = id;
  if (step.name === 'planBody') land.bodyId = id;
}

const OUT_OF_TURN = /: (WRONG_STATE|NOT_ELECTING)$/;

export const commandOf = (step: Step, manner: Manner): AsyncCommand<World, Land> => ({
  check: (world) => {
    if (step.on?.there(world) === false) return false;
    if (manner === 'stale') return step.makes !== true;
    return manner !== 'in turn' || !step.why(world).some((reason) => OUT_OF_TURN.test(reason));
  },
  run: async (world, land) => {
    const input = inputOf(step, { world, land, manner });
    const due = first(outright(step, manner), step.why(world));
    const who = manner === 'stranger' ? STRANGER : (step.who ?? OFFICER);
    const answer = await tried<{ id: string }>(land.api, who, { name: step.name, input, fields: 'id' });
    expect(refusals(answer), `${step.name} ${JSON.stringify(input)}`).toEqual(due);
    if (due.length === 0) {
      step.follows(world);
      keep(step, land, of(answer.row).id);
    }
    await expectSame(world, land);
  },
  toString: () => `${step.name} (${manner}) ${typeof step.input === 'object' ? JSON.stringify(step.input) : ''}`,
});
