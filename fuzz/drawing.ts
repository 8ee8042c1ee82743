import {
  getNamedType,
  isInputObjectType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from '../src/seed/random.ts';
import { VIEWERS, type Who } from '../tests/support/service.ts';
import { givenFor, suggested, TYPES_OF_IDS } from './changes.ts';
import { sceneOf, type Codes, type Scene } from './scenes.ts';
import type { Thing, Things } from './things.ts';
import { USUAL_ODDS, Values, type Slot, type Value } from './values.ts';

export type Mutation = GraphQLField<unknown, unknown>;

/** A change that is tried. */
export interface Tried {
  readonly field: Mutation;
  readonly scene: Scene;
  readonly input: Value;
}

interface Chosen {
  readonly field: Mutation;
  readonly focus: Thing | undefined;
}

const ODDS = { clean: 0.75, hostile: 0.12, follows: 0.45, elsewhere: 0.9 };
/** Changes after which little more can happen: they would end every walk. */
const ENDS = /^(cancel|decline|dissolve|end|fail|strikeOff|suspend|vacate|withdraw)/;
const CENTRAL_ONLY = new Set(['changeRule', 'confirmDuplicate', 'mergeArtisans', 'separateDuplicates']);
const CLEAN = { optional: 0.4, hostile: 0, strange: 0 };
const OFFICERS_OF_A_PLACE = 40;
const LOOKED_AT = 6;

/** What a change is of: of several things that it names, the one that is no person. */
function focusOf(field: Mutation): string | undefined {
  const input = getNamedType(field.args[0]?.type as GraphQLInputType);
  const fields = isInputObjectType(input) ? Object.values(input.getFields()) : [];
  const types = fields.filter(({ type }) => isNonNullType(type)).flatMap(({ name }) => TYPES_OF_IDS[name] ?? []);
  return types.find((type) => type !== 'Artisan') ?? types[0];
}

interface Tally {
  tried: number;
  changed: number;
}

/** Draws changes of every kind, more and more in the states in which they succeed. */
export class Changes {
  readonly mutations: readonly Mutation[];
  readonly #tallies = new Map<string, Tally>();

  constructor(
    schema: GraphQLSchema,
    private readonly of: { readonly things: Things; readonly codes: Codes; readonly random: Random },
  ) {
    this.mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  }

  async draw(): Promise<Tried> {
    const { things, codes, random } = this.of;
    const { field, focus } = random.chance(ODDS.follows) ? await this.following() : await this.any();
    const scene = await sceneOf(things, { mutation: field.name, focus, codes }, random);
    return { field, scene, input: this.inputFor(field, scene) };
  }

  /** Any change, of something in a state in which it tends to succeed. */
  private async any(): Promise<Chosen> {
    const { things, random } = this.of;
    const field = random.pick(this.mutations);
    const type = focusOf(field);
    if (type === undefined) return { field, focus: undefined };
    const focus = await things.draw(type, (state) => this.promiseOf(field.name, state) ** 2);
    return focus === undefined && random.chance(ODDS.elsewhere) ? this.any() : { field, focus };
  }

  /** What may follow on something that was changed before: of several such things the most promising steps. */
  private async following(): Promise<Chosen> {
    const { things, random } = this.of;
    const steps: (Chosen & { readonly weight: number })[] = [];
    for (let index = 0; index < LOOKED_AT; index += 1) {
      const focus = await things.fresh();
      if (focus !== undefined) steps.push(...this.stepsOf(focus));
    }
    let left = random.next() * steps.reduce((sum, { weight }) => sum + weight, 0);
    return steps.find(({ weight }) => (left -= weight) <= 0) ?? this.any();
  }

  private stepsOf(focus: Thing): (Chosen & { readonly weight: number })[] {
    const fields = this.mutations.filter((field) => focusOf(field) === focus.type);
    return fields.map((field) => {
      const promise = this.promiseOf(field.name, focus.state);
      return { field, focus, weight: promise ** 2 * (ENDS.test(field.name) ? 0.1 : 1) };
    });
  }

  /** How likely a change is to succeed, by what was seen; one that was never tried is likely. */
  private promiseOf(name: string, state: string): number {
    const { tried, changed } = this.tally(name, state);
    return (changed + 0.5) / (tried + 1);
  }

  learn({ field, scene }: Tried, hasChanged: boolean): void {
    const tally = this.tally(field.name, scene.focus?.state ?? '');
    tally.tried += 1;
    if (hasChanged) tally.changed += 1;
  }

  private tally(name: string, state: string): Tally {
    const key = `${name} ${state}`;
    const found = this.#tallies.get(key) ?? { tried: 0, changed: 0 };
    this.#tallies.set(key, found);
    return found;
  }

  private inputFor(field: Mutation, scene: Scene): Value {
    const { random } = this.of;
    const isClean = random.chance(ODDS.clean);
    const odds = { ...(isClean ? CLEAN : USUAL_ODDS), byName: givenFor(scene) };
    const values = new Values(random, {}, odds);
    const instead = (slot: Slot): Value | undefined => {
      if (slot.name === 'input') return undefined;
      if (!isClean && random.chance(ODDS.hostile)) return values.hostile(slot);
      return suggested(slot, scene, this.of);
    };
    const type = field.args[0]?.type;
    if (type === undefined) throw new Error(`${field.name} takes no input.`);
    return values.of({ type, name: 'input', owner: 'Mutation' }, instead);
  }
}

/** Who tries a change: mostly an officer of the place, now and then one of elsewhere or somebody who may change nothing. */
export function officerFor(
  { mutation, regionId, provinceId }: Scene,
  { codes, random }: { codes: Codes; random: Random },
): Who | null {
  const subject = `officer-${String(random.below(OFFICERS_OF_A_PLACE))}`;
  const isElsewhere = random.chance(0.08);
  const home = isElsewhere || regionId === 0 ? random.pick(codes.provinces).regionId : regionId;
  const region = codes.regions.get(home) ?? 'MA-03';
  const own = codes.provinces.filter((one) =>
    provinceId !== null && !isElsewhere ? one.id === provinceId : one.regionId === home,
  );
  const province = random.pick(own.length > 0 ? own : codes.provinces).code;
  const officers: readonly Who[] = [
    { role: 'regional-officer', region, subject },
    { role: 'provincial-officer', province, subject: `provincial-${subject}` },
  ];
  const others: readonly (Who | null)[] = [
    ...[VIEWERS['central-service'], VIEWERS.analyst, null],
    { role: 'regional-viewer', region, subject: `viewer-${subject}` },
  ];
  const central: Who = { role: 'central-officer', subject: `central-${subject}` };
  if (random.chance(0.08)) return random.pick(others);
  if (random.chance(regionId === 0 || CENTRAL_ONLY.has(mutation) ? 0.85 : 0.3)) return central;
  return random.chance(0.7) ? (officers[0] ?? central) : (officers[1] ?? central);
}
