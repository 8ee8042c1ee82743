import { sql } from 'kysely';
import type { Batch, Scope } from '../../access/scope.ts';
import { may, mustHave } from '../../access/viewer.ts';
import type { Place } from '../../graphql/sight.ts';
import { bodyClassByCode, nomenclatureOf, professionByCode, sectorByCode } from '../professions/index.ts';
import { provinceOf } from '../territory/index.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Dimension, RepresentationCut } from './representation.args.ts';
import {
  appliesToBodies,
  appliesToPeople,
  bodiesStatement,
  BODY_MEASURES,
  MOST_CELLS,
  PEOPLE_MEASURES,
  peopleStatement,
  type BodySums,
  type Cut,
  type Keys,
  type PeopleSums,
} from './representation.statements.ts';
import { Representation } from './representation.type.ts';

const NATION = 0;

/** The professions of a sector, or one of them; null for all. A body class is a cut of its own. */
function professionsOf(scope: Scope, cut: RepresentationCut, argument: string): number[] | null {
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

/** Looks up the codes of a cut, within the figures that the viewer may see. */
export function cutOf(scope: Scope, { place, cut }: Omit<PlaceRequest, 'peopleAlone'>, argument = ''): Cut {
  mustHave(scope.viewer, 'READ_FIGURES');
  const { regions } = scope.viewer.grants.figures;
  const { kind, sex, ageBand, registerState } = cut;
  const bodyClass = cut.bodyClass ? bodyClassByCode(scope, cut.bodyClass, `${argument}bodyClass`) : null;
  return {
    ...{ kind: kind ?? null, sex: sex ?? null, ageBand: ageBand ?? null, registerState: registerState ?? null },
    regions: regions.filter((regionId) => place.regionId === null || regionId === place.regionId),
    provinceId: place.provinceId,
    professions: professionsOf(scope, cut, argument),
    bodyClassId: bodyClass?.bodyClassId ?? null,
    level: cut.level ?? 'PROVINCIAL',
  };
}

/** Whether a cut speaks of people only, so that bodies cannot be counted in it. */
export const isOfPeople = (cut: RepresentationCut): boolean =>
  [cut.sector, cut.profession, cut.kind, cut.sex, cut.ageBand, cut.registerState].some(Boolean);

/** Small cells are shown where the viewer sees the records of everybody whom the cell can hold. */
function seesPeopleIn(scope: Scope, regions: readonly number[], provinceId: number | null): boolean {
  const { records } = scope.viewer.grants;
  // Without a province in the cell, a viewer narrowed to one does not see everybody.
  if (provinceId === null && records.province !== null) return false;
  const peopled = regions.filter((regionId) => regionId !== NATION);
  return peopled.every((regionId) => may(scope.viewer, 'READ_RECORDS', { regionId, provinceId }));
}

const keyOf = (keys: Keys, by: readonly Dimension[]): string =>
  JSON.stringify(by.map((name) => keys[FIELDS[name]] ?? null));

const FIELDS: Record<Dimension, keyof Keys> = {
  LEVEL: 'level',
  REGION: 'regionId',
  PROVINCE: 'provinceId',
  BODY_CLASS: 'bodyClassId',
  SECTOR: 'sectorId',
  PROFESSION: 'professionId',
  KIND: 'kind',
  SEX: 'sex',
  AGE_BAND: 'ageBand',
  REGISTER_STATE: 'registerState',
};

interface Cell {
  readonly keys: Keys;
  readonly people: PeopleSums | null;
  readonly bodies: BodySums | null;
}

/** Rows of people and rows of bodies with the same values of the dimensions are one cell; null where a cut has none. */
function joined(
  by: readonly Dimension[],
  people: readonly (Keys & PeopleSums)[] | null,
  bodies: readonly (Keys & BodySums)[] | null,
): Cell[] {
  const cells = new Map<string, Cell>();
  for (const row of people ?? []) cells.set(keyOf(row, by), { keys: row, people: row, bodies: zeroBodies(bodies) });
  for (const row of bodies ?? []) {
    const known = cells.get(keyOf(row, by));
    cells.set(keyOf(row, by), { keys: known?.keys ?? row, people: known?.people ?? zeroPeople(people), bodies: row });
  }
  return [...cells.values()].filter(isSomething);
}

function mustBeBounded(rows: readonly unknown[] | null): void {
  if (rows === null || rows.length <= MOST_CELLS) return;
  const most = `at most ${String(MOST_CELLS)}`;
  throw new Refusal('OPERATION_TOO_COSTLY', `This breakdown has too many cells: ${most}. Narrow it by "filter".`, {
    argument: 'by',
  });
}

/** The cells of a breakdown. */
export async function cellsOf(
  scope: Scope,
  by: readonly Dimension[],
  { cut, ofPeople }: { cut: Cut; ofPeople: boolean },
): Promise<Representation[]> {
  const [people, bodies] = await Promise.all([
    appliesToPeople(by) ? scope.rows(peopleStatement(by, cut)) : null,
    appliesToBodies(by, { ...cut, ofPeople }) ? scope.rows(bodiesStatement(by, cut)) : null,
  ]);
  mustBeBounded(people);
  mustBeBounded(bodies);
  return joined(by, people, bodies).map((cell) => {
    const provinceId = (cell.keys.provinceId ?? cut.provinceId) || null;
    const regionId = cell.keys.regionId ?? provinceOf(scope, provinceId)?.regionId;
    const sees = seesPeopleIn(scope, regionId === undefined ? cut.regions : [regionId], provinceId);
    return new Representation({ cut, ...cell, seesPeople: sees });
  });
}

const zeroPeople = (applied: unknown): PeopleSums | null =>
  applied === null ? null : (Object.fromEntries(PEOPLE_MEASURES.map((name) => [name, 0])) as PeopleSums);

const zeroBodies = (applied: unknown): BodySums | null =>
  applied === null ? null : (Object.fromEntries(BODY_MEASURES.map((name) => [name, 0])) as BodySums);

const isSomething = (cell: Cell): boolean =>
  PEOPLE_MEASURES.some((name) => (cell.people?.[name] ?? 0) > 0) ||
  BODY_MEASURES.some((name) => (cell.bodies?.[name] ?? 0) > 0);

/** The figures of one territory, as asked for by a field of it. */
export interface PlaceRequest {
  readonly place: Place;
  readonly cut: RepresentationCut;
  /** Whether only people are asked for, so that bodies need not be counted. */
  readonly peopleAlone: boolean;
}

interface Group {
  readonly requests: { request: PlaceRequest; index: number }[];
}

const finestOf = (group: Group): Dimension[] => {
  if (group.requests.some(({ request }) => request.place.provinceId !== null)) return ['REGION', 'PROVINCE'];
  return group.requests.some(({ request }) => request.place.regionId !== null) ? ['REGION'] : [];
};

const within = (place: Place, keys: Keys): boolean =>
  (place.regionId === null || keys.regionId === place.regionId) &&
  (place.provinceId === null || keys.provinceId === place.provinceId);

const rowsWithin = <Row extends Keys>(place: Place, rows: readonly Row[]): Row[] =>
  rows.filter((row) => within(place, row));

/** One pair of statements for all territories of a kind of cut, at the finest level asked for; the rest is summed. */
export const representationsOf: Batch<PlaceRequest, Representation> = async (scope, requests) => {
  const groups = new Map<string, Group>();
  requests.forEach((request, index) => {
    const signature = JSON.stringify([request.cut, request.peopleAlone]);
    const group = groups.get(signature) ?? { requests: [] };
    group.requests.push({ request, index });
    groups.set(signature, group);
  });
  const answers: Representation[] = [];
  await Promise.all([...groups.values()].map((group) => answerGroup(scope, group, answers)));
  return answers;
};

async function answerGroup(scope: Scope, group: Group, answers: Representation[]): Promise<void> {
  const [head] = group.requests;
  if (head === undefined) return;
  const { cut, peopleAlone } = head.request;
  const by = finestOf(group);
  const common = cutOf(scope, { place: commonPlace(group), cut });
  const [people, bodies] = await Promise.all([
    scope.rows(peopleStatement(by, common)),
    peopleAlone || isOfPeople(cut) ? null : scope.rows(bodiesStatement(by, common)),
  ]);
  for (const { request, index } of group.requests) {
    const { place } = request;
    const own = cutOf(scope, request);
    const sums = {
      people: summed(PEOPLE_MEASURES, rowsWithin(place, people)),
      bodies: bodies === null ? null : summed(BODY_MEASURES, rowsWithin(place, bodies)),
    };
    const sees = seesPeopleIn(scope, own.regions, place.provinceId);
    answers[index] = new Representation({ cut: own, keys: {}, ...sums, seesPeople: sees });
  }
}

/** The smallest place that holds all those of a group. */
function commonPlace(group: Group): Place {
  const regions = new Set(group.requests.map(({ request }) => request.place.regionId));
  const provinces = new Set(group.requests.map(({ request }) => request.place.provinceId));
  const [regionId] = regions;
  const [provinceId] = provinces;
  return {
    regionId: regions.size === 1 ? (regionId ?? null) : null,
    provinceId: provinces.size === 1 && regions.size === 1 ? (provinceId ?? null) : null,
  };
}

function summed<Name extends string>(
  names: readonly Name[],
  rows: readonly Record<Name, number>[],
): Record<Name, number> {
  const sums = names.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)] as const);
  return Object.fromEntries(sums) as Record<Name, number>;
}

/** The moment of the snapshot that every figure of an answer is taken from. */
export const snapshotTimes: Batch<string, Date> = async (scope, keys) => {
  const [row] = await scope.rows<{ now: Date }>(sql`select now() as now`);
  return keys.map(() => row?.now ?? new Date());
};
