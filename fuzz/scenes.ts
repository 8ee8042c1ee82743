import { globalId } from '../src/platform/lib/global-id.ts';
import type { Random } from '../src/seed/random.ts';
import type { Thing, Things } from './things.ts';

/** The codes of the reference data. */
export interface Codes {
  readonly regions: ReadonlyMap<number, string>;
  readonly provinces: readonly { readonly id: number; readonly regionId: number; readonly code: string }[];
  readonly classes: readonly { readonly id: number; readonly code: string; readonly professions: readonly string[] }[];
  readonly rules: readonly { readonly code: string; readonly level: string; readonly value: number }[];
}

export async function codesFrom(things: Things): Promise<Codes> {
  const regions = await things.ask<{ id: number; iso: string }>('select id, iso from region');
  const provinces = await things.ask<Codes['provinces'][number]>(
    'select id, region_id as "regionId", iso as code from province order by id',
  );
  const classes = await things.ask<Codes['classes'][number]>(`
    select c.id, c.code, array_agg(p.code order by p.code) as professions from body_class c
    join body_class_profession b on b.body_class_id = c.id join profession p on p.id = b.profession_id group by c.id, c.code`);
  const rules = await things.ask<Codes['rules'][number]>(
    'select code, level, value::float from rule where valid_to is null',
  );
  return { regions: new Map(regions.map(({ id, iso }) => [id, iso])), provinces, classes, rules };
}

/** Where a change is tried, and who and what could be named in it. */
export interface Scene {
  readonly mutation: string;
  /** What is changed; undefined where something new is made. */
  readonly focus: Thing | undefined;
  readonly bodyClassId: number | null;
  readonly regionId: number;
  readonly provinceId: number | null;
  /** People who could belong there. */
  readonly people: readonly string[];
  readonly candidacies: readonly { readonly id: string; readonly seats: number }[];
  readonly turnout: number;
  /** The members of a committee, or those who were convened to an assembly. */
  readonly called: number;
  /** The entry that a duplicate could be merged into. */
  readonly namesake: { readonly id: string; readonly version: number } | undefined;
  /** A rule that holds, to be changed. */
  readonly rule: Codes['rules'][number];
  /** Of an entry that is new. */
  readonly kind: string;
}

const KINDS = ['ARTISAN', 'ARTISAN', 'MASTER', 'COOPERATIVE', 'ENTERPRISE'];

const PEOPLE_AT_MOST = 40;

/** Who may vote and stand for a body: registrants of the class before its foundation, then members; above it, delegates. */
const ELECTORS = `
  select a.id from body b join artisan a on a.region_id = b.region_id and a.province_id = b.province_id
    join body_class_profession p on p.profession_id = a.profession_id and p.body_class_id = b.body_class_id
  where b.id = $1 and a.register_state = 'REGISTERED' and a.practising and (b.state = 'IN_PREPARATION' or a.body_id = b.id)
  union all
  select d.artisan_id from body b join body o on o.body_class_id = b.body_class_id and o.state = 'ACTIVE'
      and o.level = case b.level when 'REGIONAL' then 'PROVINCIAL' when 'NATIONAL' then 'REGIONAL' end
      and (b.region_id = 0 or o.region_id = b.region_id)
    join delegate d on d.body_id = o.id where b.id = $1 and d.artisan_id is not null`;

/** Registrants of a class in a territory who are not members anywhere; of any class and place where these are null. */
const REGISTRANTS = `
  select a.id from artisan a left join body_class_profession p on p.profession_id = a.profession_id
  where a.register_state = 'REGISTERED' and a.practising and ($1 = 0 or a.region_id = $1)
    and ($2::int is null or a.province_id = $2) and ($3::int is null or p.body_class_id = $3) and ($4 or a.body_id is null)`;

const drawn = (statement: string): string =>
  `select id from (${statement}) s order by random() limit ${String(PEOPLE_AT_MOST)}`;

/** Changes whose people are electors; those of others only have to be in the register. */
const OF_ELECTORS = new Set(['addCandidacy', 'recordVoters', 'fillSeat', 'withdrawMembers']);

type Place = Pick<Scene, 'regionId' | 'provinceId'>;

async function peopleFor(things: Things, { mutation, focus }: Pick<Scene, 'mutation' | 'focus'>, place: Place) {
  const isOfElectors = focus?.bodyId != null && OF_ELECTORS.has(mutation);
  const { regionId, provinceId } = place;
  const { bodyClassId = null, bodyId } = focus ?? {};
  const electors = isOfElectors ? await things.ask<{ id: number }>(drawn(ELECTORS), [bodyId]) : [];
  const of = [regionId, provinceId, bodyClassId, mutation !== 'affiliateMembers'];
  const rows = electors.length > 0 ? electors : await things.ask<{ id: number }>(drawn(REGISTRANTS), of);
  return rows.map(({ id }) => globalId('Artisan', id));
}

async function electionOf(things: Things, focus: Thing | undefined): Promise<Pick<Scene, 'candidacies' | 'turnout'>> {
  if (focus?.type !== 'Election') return { candidacies: [], turnout: 0 };
  const rows = await things.ask<{ id: number; seats: number; turnout: number }>(
    `select c.id, coalesce(o.seats, 10) as seats, e.turnout from election e
     left join candidacy c on c.region_id = e.region_id and c.election_id = e.id and c.withdrawn_on is null
     left join office o on o.id = c.office_id where e.id = $1`,
    [focus.number],
  );
  const standing = rows.filter(({ id }) => (id as number | null) !== null);
  return {
    candidacies: standing.map(({ id, seats }) => ({ id: globalId('Candidacy', id), seats })),
    turnout: rows[0]?.turnout ?? 0,
  };
}

const CALLED: Readonly<Record<string, string>> = {
  Committee: 'select count(*)::int as called from committee_member where committee_id = $1',
  FoundingAssembly: 'select convened as called from founding_assembly where id = $1',
};

async function calledTo(things: Things, focus: Thing | undefined): Promise<number> {
  const statement = CALLED[focus?.type ?? ''];
  if (statement === undefined) return 0;
  const [row] = await things.ask<{ called: number }>(statement, [focus?.number]);
  return row?.called ?? 0;
}

async function namesakeOf(
  things: Things,
  { mutation, focus }: Pick<Scene, 'mutation' | 'focus'>,
): Promise<Scene['namesake']> {
  if (mutation !== 'mergeArtisans' || focus === undefined) return undefined;
  const [row] = await things.ask<{ id: number; version: number }>(
    `select o.id, o.version from artisan t join artisan o on o.national_id = t.national_id and o.id <> t.id
     where t.id = $1 and o.register_state <> 'DELETED' limit 1`,
    [focus.number],
  );
  return row && { id: globalId('Artisan', row.id), version: row.version };
}

/** What is made new belongs to a region as a whole, or beside something that is there already. */
const OF_REGIONS = new Set(['planCampaign', 'planPhase']);
const BESIDE: Readonly<Record<string, string>> = { planBody: 'Committee', planCommittee: 'Body' };

/** The class and the place of something new. */
async function placeOfNew(
  things: Things,
  { mutation, codes }: { readonly mutation: string; readonly codes: Codes },
  random: Random,
): Promise<Place & Pick<Scene, 'bodyClassId'>> {
  const beside = BESIDE[mutation];
  if (beside !== undefined && random.chance(mutation === 'planBody' ? 0.2 : 0.7)) {
    const found = await things.draw(beside, () => 1);
    if (found !== undefined) return found;
  }
  const place = random.pick(codes.provinces);
  if (random.chance(0.06)) return { regionId: 0, provinceId: null, bodyClassId: null };
  const isOfRegion = random.chance(OF_REGIONS.has(mutation) ? 0.95 : 0.2);
  return { regionId: place.regionId, provinceId: isOfRegion ? null : place.id, bodyClassId: null };
}

/** Sets the scene for a change of something, or of something new at some place. */
export async function sceneOf(
  things: Things,
  of: { readonly mutation: string; readonly focus: Thing | undefined; readonly codes: Codes },
  random: Random,
): Promise<Scene> {
  const { mutation, focus, codes } = of;
  const { regionId, provinceId, bodyClassId } = focus ?? (await placeOfNew(things, of, random));
  return {
    ...{ mutation, focus, regionId, provinceId, bodyClassId },
    people: await peopleFor(things, of, { regionId, provinceId }),
    ...(await electionOf(things, focus)),
    called: await calledTo(things, focus),
    namesake: await namesakeOf(things, of),
    rule: random.pick(codes.rules),
    kind: random.pick(KINDS),
  };
}
