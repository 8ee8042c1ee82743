import { sql } from 'kysely';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { isAllowed, requireGrant } from '../../platform/auth/viewer.ts';
import type { TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { bodyClassByCode, nomenclatureOf, professionByCode, sectorByCode } from '../professions/profession.reads.ts';
import { provinceOf } from '../territory/territory.reads.ts';
import { badInput, DomainError } from '../../platform/errors/domain-error.ts';
import { MOST_CELLS, type Dimension, type RepresentationCut } from './representation.args.ts';
import { BODY_MEASURES, type BodySums, type Measures, type PeopleSums } from '../figures/measure.reads.ts';
import {
  appliesToBodies,
  appliesToPeople,
  cellsStatement,
  type Counted,
  type Cut,
  type Keys,
  type Sums,
} from './representation.statements.ts';
import { Representation } from './representation.type.ts';

const NATION = 0;

/** The professions of a sector, or one of them; null for all. A body class is a cut of its own. */
function professionsOf(scope: TenantScope, cut: RepresentationCut, argument: string): number[] | null {
  if (!cut.profession && !cut.sector) return null;
  const profession = cut.profession ? professionByCode(scope, cut.profession, `${argument}profession`) : null;
  const sector = cut.sector ? sectorByCode(scope, cut.sector, `${argument}sector`) : null;
  return nomenclatureOf(scope)
    .professions.filter(
      ({ professionId, sectorId }) =>
        (profession === null || profession.professionId === professionId) &&
        (sector === null || sector.sectorId === sectorId),
    )
    .map(({ professionId }) => professionId);
}

/** Refuses conditions that no profession meets, such as a sector and a profession of another, or a class outside the sector. */
function mustMeet(
  scope: TenantScope,
  { professions, bodyClassId }: Pick<Cut, 'professions' | 'bodyClassId'>,
  argument: string,
): void {
  if (professions === null) return;
  if (professions.length === 0) throw badInput(`${argument}profession`, 'This profession is of another sector.');
  const { classOfProfession } = nomenclatureOf(scope);
  if (bodyClassId !== null && !professions.some((id) => classOfProfession.get(id) === bodyClassId)) {
    throw badInput(`${argument}bodyClass`, 'No profession of this class is in that sector, or is that profession.');
  }
}

/** The regions and the province of a place, as far as the viewer may see figures. */
const areaOf = (
  { viewer }: TenantScope,
  { regionId, provinceId }: TerritoryScope,
): Pick<Cut, 'regions' | 'provinceId'> => ({
  regions: viewer.grants.figures.regions.filter((each) => regionId === null || each === regionId),
  provinceId,
});

/** Looks up the codes of a cut, within the figures that the viewer may see. */
export function cutOf(scope: TenantScope, { place, cut }: Omit<PlaceRequest, 'measures'>, argument = ''): Cut {
  requireGrant(scope.viewer, 'READ_FIGURES');
  const { kind, sex, ageBand, registerState } = cut;
  const bodyClass = cut.bodyClass ? bodyClassByCode(scope, cut.bodyClass, `${argument}bodyClass`) : null;
  const professions = professionsOf(scope, cut, argument);
  mustMeet(scope, { professions, bodyClassId: bodyClass?.bodyClassId ?? null }, argument);
  return {
    kind: kind ?? null,
    sex: sex ?? null,
    ageBand: ageBand ?? null,
    registerState: registerState ?? null,
    ...areaOf(scope, place),
    professions,
    bodyClassId: bodyClass?.bodyClassId ?? null,
    level: cut.level ?? 'PROVINCIAL',
  };
}

/** Whether a cut speaks of people only, so that bodies cannot be counted in it. */
export const isOfPeople = (cut: RepresentationCut): boolean =>
  [cut.sector, cut.profession, cut.kind, cut.sex, cut.ageBand, cut.registerState].some(Boolean);

/** Small cells are shown where the viewer sees the records of everybody whom the cell can hold. */
function seesPeopleIn(scope: TenantScope, regions: readonly number[], provinceId: number | null): boolean {
  const { records } = scope.viewer.grants;
  // Without a province in the cell, a viewer narrowed to one does not see everybody.
  if (provinceId === null && records.province !== null) return false;
  const peopled = regions.filter((regionId) => regionId !== NATION);
  return peopled.every((regionId) => isAllowed(scope.viewer, 'READ_RECORDS', { regionId, provinceId }));
}

function mustBeBounded(rows: readonly unknown[]): void {
  if (rows.length <= MOST_CELLS) return;
  const most = `at most ${String(MOST_CELLS)}`;
  throw new DomainError('OPERATION_TOO_COSTLY', `This breakdown has too many cells: ${most}. Narrow it by "filter".`, {
    argument: 'by',
  });
}

const summed = <Name extends string>(names: readonly Name[], rows: readonly Partial<Record<Name, number>>[]) =>
  Object.fromEntries(names.map((name) => [name, rows.reduce((sum, row) => sum + (row[name] ?? 0), 0)])) as Record<
    Name,
    number
  >;

const sumsOf = (rows: readonly Sums[], { people, bodies }: Counted) => ({
  people: people === null ? null : (summed(people, rows) as PeopleSums),
  bodies: bodies === 'SUMS' ? summed(BODY_MEASURES, rows) : null,
});

/** A row holds the sums of its cell under their names. */
const cellOf = (row: Sums, { people, bodies }: Counted) => ({
  people: people === null ? null : (row as PeopleSums),
  bodies: bodies === 'SUMS' ? (row as BodySums) : null,
});

/** The cells of a breakdown. */
export async function cellsOf(
  scope: TenantScope,
  by: readonly Dimension[],
  { cut, ofPeople, measures }: { cut: Cut; ofPeople: boolean; measures: PlaceRequest['measures'] },
): Promise<Representation[]> {
  const ofBodies = measures.bodies ? 'SUMS' : 'CELLS';
  const bodies = appliesToBodies(by, { ...cut, ofPeople }) ? ofBodies : 'NONE';
  const counted: Counted = { people: appliesToPeople(by) ? measures.people : null, bodies };
  // A level and a sex, say: people have no level, and bodies no sex.
  if (counted.people === null && counted.bodies === 'NONE') {
    const only = 'and only LEVEL, REGION, PROVINCE and BODY_CLASS to bodies';
    throw badInput(
      'by',
      `No figure can be cut this way: LEVEL does not apply to people, ${only}. Leave LEVEL out, or the rest.`,
    );
  }
  const rows = await scope.rows(cellsStatement(by, cut, counted));
  mustBeBounded(rows);
  return rows.map((keys) => {
    const provinceId = (keys.provinceId ?? cut.provinceId) || null;
    const regionId = keys.regionId ?? provinceOf(scope, provinceId)?.regionId;
    const sees = seesPeopleIn(scope, regionId === undefined ? cut.regions : [regionId], provinceId);
    return new Representation({ cut, keys, ...cellOf(keys, counted), seesPeople: sees });
  });
}

/** The figures of one territory, as asked for by a field of it. */
export interface PlaceRequest {
  readonly place: TerritoryScope;
  readonly cut: RepresentationCut;
  readonly measures: Measures;
}

interface Group {
  readonly requests: { request: PlaceRequest; index: number }[];
}

const finestOf = (group: Group): Dimension[] => {
  if (group.requests.some(({ request }) => request.place.provinceId !== null)) return ['REGION', 'PROVINCE'];
  return group.requests.some(({ request }) => request.place.regionId !== null) ? ['REGION'] : [];
};

const within = (place: TerritoryScope, keys: Keys): boolean =>
  (place.regionId === null || keys.regionId === place.regionId) &&
  (place.provinceId === null || keys.provinceId === place.provinceId);

const rowsWithin = <Row extends Keys>(place: TerritoryScope, rows: readonly Row[]): Row[] =>
  rows.filter((row) => within(place, row));

/** One statement for all territories of a kind of cut, at the finest level asked for; the rest is summed. */
export const representationsOf: Batch<PlaceRequest, Representation> = async (scope, requests) => {
  const groups = new Map<string, Group>();
  requests.forEach((request, index) => {
    const signature = JSON.stringify([request.cut, request.measures]);
    const group = groups.get(signature) ?? { requests: [] };
    group.requests.push({ request, index });
    groups.set(signature, group);
  });
  const answers: Representation[] = [];
  await Promise.all([...groups.values()].map((group) => answerGroup(scope, group, answers)));
  return answers;
};

async function answerGroup(scope: TenantScope, group: Group, answers: Representation[]): Promise<void> {
  const [head] = group.requests;
  if (head === undefined) return;
  const { cut, measures } = head.request;
  const by = finestOf(group);
  const common = cutOf(scope, { place: commonPlace(group), cut });
  const bodies = !measures.bodies || isOfPeople(cut) ? 'NONE' : 'SUMS';
  const counted: Counted = { people: measures.people, bodies };
  const rows = await scope.rows(cellsStatement(by, common, counted));
  const figuresOf = (place: TerritoryScope): Representation => {
    const own = { ...common, ...areaOf(scope, place) };
    const sums = sumsOf(rowsWithin(place, rows), counted);
    const sees = seesPeopleIn(scope, own.regions, place.provinceId);
    return new Representation({ cut: own, keys: {}, ...sums, seesPeople: sees });
  };
  // The cells of a breakdown may ask for the same few places again and again.
  const known = new Map<string, Representation>();
  for (const { request, index } of group.requests) {
    const { regionId, provinceId } = request.place;
    const key = `${String(regionId)} ${String(provinceId)}`;
    const found = known.get(key) ?? figuresOf(request.place);
    known.set(key, found);
    answers[index] = found;
  }
}

/** The smallest place that holds all those of a group. */
function commonPlace(group: Group): TerritoryScope {
  const regions = new Set(group.requests.map(({ request }) => request.place.regionId));
  const provinces = new Set(group.requests.map(({ request }) => request.place.provinceId));
  const [regionId] = regions;
  const [provinceId] = provinces;
  return {
    regionId: regions.size === 1 ? (regionId ?? null) : null,
    provinceId: provinces.size === 1 && regions.size === 1 ? (provinceId ?? null) : null,
  };
}

/** The moment of the snapshot that every figure of an answer is taken from. */
export const snapshotTimes: Batch<string, Date> = async (scope, keys) => {
  const [row] = await scope.rows<{ now: Date }>(sql`select now() as now`);
  return keys.map(() => row?.now ?? new Date());
};
