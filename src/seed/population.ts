import type { ClientBase } from 'pg';
import { artisanRow, ARTISAN_COLUMNS, isEligible, people, type Person } from './people.ts';
import { assemblyRows, committeePeople, delegateRows, electorsOf, memberCountOf, seatRows } from './boards.ts';
import { bodyPlans, bodyRow, hasMembers, type BodyPlan } from './bodies.ts';
import { addDays } from '../platform/lib/dates.ts';
import { committeePlans, committeeRow, memberRows } from './committees.ts';
import { copyInto, copyObjects, type Cell } from './copy.ts';
import { FOLLOWING_ROWS } from './elections.ts';
import { loadNames, type Names } from './names.ts';
import { campaignRows, sessionRows } from './outreach.ts';
import { Pools } from './pools.ts';
import { agendaRows, meetingRows, milestoneRows, participationRows, phaseRows } from './programme.ts';
import { Random } from './random.ts';
import { dataFile } from './reference.files.ts';
import { bulkTransaction } from './bulk.ts';
import { standingsOf } from './stages.ts';
import { nationWeights, type Nation } from './weights.ts';

export interface PopulationOptions {
  readonly artisans: number;
  /** The same number gives the same people. */
  readonly seed: number;
  readonly onProgress: (loaded: number) => void;
}

interface World {
  readonly nation: Nation;
  readonly names: Names;
  readonly bodies: readonly BodyPlan[];
  readonly pools: Pools;
}

// One statement for so many rows: the triggers add each cell once for a statement.
const ROWS_IN_STATEMENT = 200_000;
const PROGRESS_EVERY = 20_000;
const JOINING_SHARE = 0.65;

/** Who joins the body of the place and class; drawn from the id, so that it does not shift the other draws. */
function membershipsOf(bodies: readonly BodyPlan[], seed: number) {
  const open = new Map(
    bodies.filter(hasMembers).map((body) => [`${String(body.provinceId)}:${String(body.bodyClassId)}`, body]),
  );
  return (person: Person): { bodyId: number; since: string } | null => {
    const body = open.get(`${String(person.place.id)}:${String(person.craft.bodyClassId)}`);
    if (body?.foundedOn == null || !isEligible(person)) return null;
    const random = new Random(seed + person.id);
    if (!random.chance(JOINING_SHARE)) return null;
    return { bodyId: body.id, since: addDays(body.foundedOn, random.below(90)) };
  };
}

function* artisanRows(world: World, options: PopulationOptions): Generator<Cell[]> {
  const membershipOf = membershipsOf(world.bodies, options.seed);
  let loaded = 0;
  for (const person of people(options.artisans, options.seed, world)) {
    const membership = membershipOf(person);
    if (isEligible(person)) world.pools.note(person, membership?.bodyId ?? null);
    yield artisanRow(person, membership);
    loaded += 1;
    if (loaded % PROGRESS_EVERY === 0) options.onProgress(loaded);
  }
}

/** Hands on at most so many rows, and leaves the rest where they are. */
function* atMost<Item>(items: Iterator<Item>, count: number): Generator<Item> {
  for (let index = 0; index < count; index += 1) {
    const next = items.next();
    if (next.done === true) return;
    yield next.value;
  }
}

async function loadArtisans(client: ClientBase, world: World, options: PopulationOptions): Promise<void> {
  const rows = artisanRows(world, options);
  for (let loaded = 0; loaded < options.artisans; loaded += ROWS_IN_STATEMENT) {
    await copyInto(client, 'artisan', { columns: ARTISAN_COLUMNS, rows: atMost(rows, ROWS_IN_STATEMENT) });
  }
}

async function loadBodies(client: ClientBase, world: World, seed: number): Promise<void> {
  const { bodies, pools, names } = world;
  const { offices } = await dataFile('offices');
  const committees = committeePlans(bodies);
  const committeeOf = new Map(committees.map(({ id, body }) => [body.id, id]));
  const random = new Random(seed ^ 0xc0117);
  await copyObjects(client, 'committee', committees.map(committeeRow));
  const members = committees.flatMap((plan) => {
    const { provinceId, bodyClassId } = plan.body;
    const artisans =
      provinceId === null ? committeePeople(plan.body, bodies, pools) : pools.eligible(provinceId, bodyClassId);
    return memberRows(plan, artisans, { random, names });
  });
  await copyObjects(client, 'committee_member', members);
  const invitedTo = (plan: BodyPlan): number =>
    plan.level === 'PROVINCIAL' ? memberCountOf(plan, bodies, pools) : electorsOf(plan, bodies, pools).length;
  const assemblies = bodies.flatMap((plan) => assemblyRows(plan, committeeOf.get(plan.id) ?? null, invitedTo(plan)));
  await copyObjects(client, 'founding_assembly', assemblies);
  const founded = bodies.filter(({ foundedOn, state }) => foundedOn !== null && state !== 'DISSOLVED');
  const seats = founded.flatMap((plan) => seatRows(plan, electorsOf(plan, bodies, pools), offices));
  await copyObjects(client, 'seat', seats);
  const delegates = founded.flatMap((plan) => delegateRows(plan, bodies, pools));
  await copyObjects(client, 'delegate', delegates);
}

async function loadProgramme(client: ClientBase, world: World, seed: number): Promise<void> {
  const event = await dataFile('regional-meeting');
  await copyObjects(client, 'campaign', campaignRows());
  await copyObjects(client, 'outreach_session', sessionRows(world.bodies, seed));
  await copyObjects(client, 'meeting', meetingRows(event));
  await copyObjects(client, 'agenda_point', agendaRows(event));
  await copyObjects(client, 'participation', participationRows(event));
  await copyObjects(client, 'phase', phaseRows());
  await copyObjects(client, 'milestone', milestoneRows());
}

/**
 * The tables that have rows, as a list for `analyze`. An empty one that is analysed looks as if it stayed so: the look-up of an
 * idempotency key was then a sequential scan, kept prepared while the table grew.
 */
export async function filledTables(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ name: string }>(`
    select oid::regclass::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0`);
  return rows.map(({ name }) => name).join(', ');
}

/**
 * Fills an empty database with invented people and a roll-out at different stages, in one transaction: at the end all of
 * it is there and every figure is exact, or nothing is.
 */
export async function loadPopulation(client: ClientBase, options: PopulationOptions): Promise<void> {
  const [nation, names] = await Promise.all([nationWeights(), loadNames()]);
  const bodies = bodyPlans(standingsOf(nation, options.artisans, options.seed), options.seed);
  const world: World = { nation, names, bodies, pools: new Pools() };
  const load = async (): Promise<void> => {
    await copyObjects(client, 'body', bodies.map(bodyRow));
    await loadArtisans(client, world, options);
    await loadBodies(client, world, options.seed);
    await loadProgramme(client, world, options.seed);
  };
  const follow = async (): Promise<void> => {
    for (const statement of FOLLOWING_ROWS) await client.query(statement);
  };
  await bulkTransaction(client, { load, follow });
  await client.query(`analyze ${await filledTables(client)}`);
}
