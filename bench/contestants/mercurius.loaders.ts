import DataLoader from 'dataloader';
import { NATION, type RegionRow } from './figures.statements.ts';
import { BASE, BY_ID, membersStatement } from './mercurius.statements.ts';
import type { Reading } from './reading.ts';
import {
  judged,
  STANDINGS,
  UNITS,
  type BodyPlace,
  type Readiness,
  type Rulebook,
  type StandingRow,
  type UnitRow,
} from './readiness.ts';

export interface NamedRow {
  readonly id: number;
  readonly code: string;
  readonly ar: string;
  readonly fr: string;
}
export interface MemberRow {
  readonly committeeId: number;
  readonly nameAr: string;
}
export interface CommitteeRow {
  readonly id: number;
  readonly regionId: number;
  readonly bodyClassId: number;
}
export type BodyRow = BodyPlace & { readonly id: number };
export interface MembersKey {
  readonly committee: CommitteeRow;
  readonly first: number;
}

const found = <Row>(row: Row | undefined): Row | Error => row ?? new Error('There is none.');

function byId(reading: Reading, text: string): DataLoader<number, NamedRow> {
  return new DataLoader(async (ids) => {
    const rows = new Map((await reading.rows<NamedRow>(text, [ids])).map((row) => [row.id, row]));
    return ids.map((id) => found(rows.get(id)));
  });
}

const membersOf = (reading: Reading) =>
  new DataLoader<MembersKey, MemberRow[]>(async (keys) => {
    const [head] = keys;
    const committees = keys.map((key) => key.committee.id);
    const text = membersStatement((head?.first ?? 0) + 1);
    const rows = await reading.rows<MemberRow>(text, [head?.committee.regionId, committees]);
    const by = new Map<number, MemberRow[]>(keys.map((key) => [key.committee.id, []]));
    for (const row of rows) by.get(row.committeeId)?.push(row);
    return keys.map((key) => by.get(key.committee.id) ?? []);
  });

const BELOW: Readonly<Record<string, string>> = { NATIONAL: 'REGIONAL', REGIONAL: 'PROVINCIAL' };

const basesOf = (reading: Reading) =>
  new DataLoader<BodyRow, BodyRow[]>(async (bodies) => {
    const level = BELOW[bodies[0]?.level ?? ''];
    const { regions: inSight } = reading.viewer.grants.records;
    const regions = bodies.some((body) => body.level === 'NATIONAL') ? inSight : bodies.map((body) => body.regionId);
    const classes = [...new Set(bodies.map(({ bodyClassId }) => bodyClassId))];
    const rows = await reading.rows<BodyRow>(BASE, [regions, classes, level]);
    return bodies.map((body) =>
      rows.filter(
        (row) => row.bodyClassId === body.bodyClassId && (body.level === 'NATIONAL' || row.regionId === body.regionId),
      ),
    );
  });

const readinessesOf = (reading: Reading, rulebook: Rulebook) =>
  new DataLoader<BodyRow, Readiness>(async (bodies) => {
    const regions = [...new Set(bodies.map(({ regionId }) => regionId))];
    const base = regions.includes(0) ? reading.viewer.grants.figures.regions : regions;
    const [standings, units] = await Promise.all([
      reading.rows<StandingRow>(STANDINGS, [regions, bodies.map(({ id }) => id)]),
      reading.rows<UnitRow>(UNITS, [bodies[0]?.bodyClassId, base]),
    ]);
    const byBody = new Map(standings.map((row) => [row.id, row]));
    return bodies.map((body) => {
      const standing = byBody.get(body.id);
      return standing === undefined ? found<Readiness>(undefined) : judged(rulebook, body, { standing, units });
    });
  });

const figuresOf = (reading: Reading) =>
  new DataLoader<number, RegionRow>(async (ids) => {
    const rows = await reading.rows<RegionRow>(NATION, [ids]);
    const by = new Map(rows.map((row) => [row.regionId, row]));
    return ids.map((id) => found(by.get(id)));
  });

/** The loaders of one request: each gathers the keys that are asked for at the same time into one statement. */
export const loadersOf = (reading: Reading, rulebook: Rulebook) => ({
  region: byId(reading, BY_ID.region),
  province: byId(reading, BY_ID.province),
  profession: byId(reading, BY_ID.profession),
  bodyClass: byId(reading, BY_ID.bodyClass),
  members: membersOf(reading),
  bases: basesOf(reading),
  readinesses: readinessesOf(reading, rulebook),
  figures: figuresOf(reading),
});

export type Loaders = ReturnType<typeof loadersOf>;
