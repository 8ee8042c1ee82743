import type { CellRow, Counts, RegionRow } from './figures.statements.ts';
import type { Named, Names, Reference } from './names.ts';
import type { Cells } from './reading.ts';
import { judged, type BodyPlace, type Rulebook, type StandingRow, type UnitRow } from './readiness.ts';

/** The replies have the shape that hiraf gives them, and are written as text with the names put in ready. */
const text = (value: unknown): string => JSON.stringify(value);
// Words of the schema and days, which hold nothing that has to be escaped.
const word = (value: unknown): string => (value === null ? 'null' : `"${value as string}"`);
const list = (items: readonly string[]): string => `[${items.join(',')}]`;

const written = new WeakMap<Named, string>();

function nameOf(named: Named | undefined): string {
  if (named === undefined) return 'null';
  const known = written.get(named);
  if (known !== undefined) return known;
  const name = text({ ar: named.ar, fr: named.fr });
  written.set(named, name);
  return name;
}
const nameIn = (names: Names, id: unknown): string => nameOf(names.get(id as number));

function artisanOf({ professions, provinces }: Reference, row: Cells): string {
  const [id, number, nameAr, nameLatin, kind, sex, state, on, profession, province] = row;
  return `{"id":${String(id)},"registerNumber":${word(number)},"nameAr":${text(nameAr)},"nameLatin":${text(nameLatin)},"kind":${word(kind)},"sex":${word(sex)},"registerState":${word(state)},"registeredOn":${word(on)},"profession":{"name":${nameIn(professions, profession)}},"province":{"name":${nameIn(provinces, province)}}}`;
}

const PLACE = 10;
const cursorOf = (row: Cells | undefined): string =>
  row === undefined ? 'null' : word(Buffer.from(text([row[PLACE] ?? null, row[0]])).toString('base64url'));

export function pageOf(reference: Reference, rows: readonly Cells[], first: number): string {
  const page = rows.slice(0, first);
  const info = `{"hasNextPage":${String(rows.length > first)},"endCursor":${cursorOf(page.at(-1))}}`;
  return `{"artisans":{"nodes":${list(page.map((row) => artisanOf(reference, row)))},"pageInfo":${info}}}`;
}

const counts = ({ registered, eligible, members, represented, women }: Counts): string =>
  `"registered":{"value":${String(registered)}},"eligible":{"value":${String(eligible)}},"members":{"value":${String(members)}},"represented":{"value":${String(represented)}},"women":{"value":${String(women)}}`;

export function nationOf({ regions }: Reference, rows: readonly RegionRow[]): string {
  const region = (row: RegionRow): string =>
    `{"code":${word(regions.get(row.regionId)?.code)},"name":${nameIn(regions, row.regionId)},"representation":{${counts(row)}}}`;
  return `{"regions":${list(rows.map(region))}}`;
}

export function figuresOf(
  { regions, provinces, classes }: Reference,
  region: number,
  rows: readonly CellRow[],
): string {
  const own = [...provinces.values()].filter(({ regionId }) => regionId === region);
  const listed = list(own.map((province) => `{"code":${word(province.code)},"name":${nameOf(province)}}`));
  const cell = ({ provinceId, bodyClassId, ...row }: CellRow): string => {
    const bodyClass = bodyClassId === 0 ? 'null' : `{"code":${word(classes.get(bodyClassId)?.code)}}`;
    return `{"province":{"code":${word(provinces.get(provinceId)?.code)}},"bodyClass":${bodyClass},"figures":{${counts(row)}}}`;
  };
  const cells = list(rows.map(cell));
  return `{"region":{"name":${nameIn(regions, region)},"provinces":${listed}},"representation":${cells}}`;
}

interface Committee {
  readonly own: Cells;
  readonly members: Cells[];
}

function committeesIn(rows: readonly Cells[]): Committee[] {
  const found: Committee[] = [];
  for (const row of rows) {
    if (found.at(-1)?.own[0] !== row[0]) found.push({ own: row, members: [] });
    if (row[6] !== null) found.at(-1)?.members.push(row);
  }
  return found;
}

const memberOf = ([, , , , , , nameAr, nameLatin, capacity, chair, on]: Cells): string =>
  `{"nameAr":${text(nameAr)},"nameLatin":${text(nameLatin)},"capacity":${word(capacity)},"chair":${String(chair)},"joinedOn":${word(on)}}`;

export function committeesOf({ classes }: Reference, rows: readonly Cells[], most: [number, number]): string {
  const found = committeesIn(rows);
  const [first, seated] = most;
  const committee = ({ own: [id, level, state, planned, formed, bodyClass], members }: Committee): string => {
    const page = `{"nodes":${list(members.slice(0, seated).map(memberOf))},"pageInfo":{"hasNextPage":${String(members.length > seated)}}}`;
    return `{"id":${String(id)},"level":${word(level)},"state":${word(state)},"plannedOn":${word(planned)},"formedOn":${word(formed)},"bodyClass":{"name":${nameIn(classes, bodyClass)}},"members":${page}}`;
  };
  const nodes = list(found.slice(0, first).map(committee));
  return `{"committees":{"nodes":${nodes},"pageInfo":{"hasNextPage":${String(found.length > first)}}}}`;
}

export type BodyRow = StandingRow & BodyPlace & { readonly state: string };

export function bodyTree(
  { regions, provinces }: Reference,
  rulebook: Rulebook,
  { bodies, units }: { bodies: readonly BodyRow[]; units: readonly UnitRow[] },
): string {
  const [top] = bodies.filter(({ level }) => level === 'NATIONAL');
  if (top === undefined) return '{"body":null}';
  const regional = bodies.filter(({ level }) => level === 'REGIONAL');
  const provincial = bodies.filter(({ level }) => level === 'PROVINCIAL');
  const branch = (body: BodyRow, base: string): string => {
    const { provinceId, regionId } = body;
    const name = provinceId === null ? nameIn(regions, regionId) : nameIn(provinces, provinceId);
    const readiness = text(judged(rulebook, body, { standing: body, units }));
    return `{"id":${String(body.id)},"state":${word(body.state)},"territory":{"name":${name}},"readiness":${readiness}${base}}`;
  };
  const under = (row: BodyRow): string =>
    list(provincial.filter(({ regionId }) => regionId === row.regionId).map((body) => branch(body, '')));
  const base = list(regional.map((row) => branch(row, `,"children":${under(row)}`)));
  return `{"body":${branch(top, `,"children":${base}`)}}`;
}
