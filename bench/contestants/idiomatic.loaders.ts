import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { Viewer } from '../../src/platform/auth/viewer.ts';
import { NATION, type RegionRow } from './figures.statements.ts';
import { Body, CommitteeMember, type Committee } from './idiomatic.entities.ts';
import { BodyClass, Profession, Province, Region } from './idiomatic.names.ts';
import {
  judged,
  STANDINGS,
  UNITS,
  type Readiness,
  type Rulebook,
  type StandingRow,
  type UnitRow,
} from './readiness.ts';

interface Reader {
  readonly em: EntityManager;
  readonly viewer: Viewer;
}

const found = <Row>(row: Row | undefined): Row | Error => row ?? new Error('There is none.');

/** A statement that no entity stands for; the numbers of its parameters are those of PostgreSQL. */
export async function rowsOf<Row>({ em }: Reader, text: string, values: readonly unknown[]): Promise<Row[]> {
  // MikroORM names parameters by question marks, in the order in which they stand.
  const inOrder: unknown[] = [];
  const marked = text.replace(/\$(\d)/g, (_, number: string) => {
    inOrder.push(values[Number(number) - 1]);
    return '?';
  });
  return em.execute<Row[]>(marked, inOrder);
}

const byId = <Row extends { id: number }>({ em }: Reader, entity: new () => Row) =>
  new DataLoader<number, Row>(async (ids) => {
    const rows = (await em.find(entity, { id: { $in: [...ids] } })) as Row[];
    const by = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found(by.get(id)));
  });

const membersOf = ({ em }: Reader) =>
  new DataLoader<Committee, CommitteeMember[]>(async (committees) => {
    const regionId = { $in: [...new Set(committees.map((committee) => committee.regionId))] };
    const committeeId = { $in: committees.map(({ id }) => id) };
    const rows = await em.find(CommitteeMember, { regionId, committeeId }, { orderBy: { id: 'asc' } });
    return committees.map(({ id }) => rows.filter((row) => row.committeeId === id));
  });

const BELOW: Readonly<Record<string, string>> = { NATIONAL: 'REGIONAL', REGIONAL: 'PROVINCIAL' };

const basesOf = ({ em, viewer }: Reader) =>
  new DataLoader<Body, Body[]>(async (bodies) => {
    const national = bodies.some((body) => body.level === 'NATIONAL');
    const regions = national ? viewer.grants.records.regions : bodies.map((body) => body.regionId);
    const where = {
      regionId: { $in: [...regions] },
      bodyClassId: { $in: [...new Set(bodies.map(({ bodyClassId }) => bodyClassId))] },
      level: BELOW[bodies[0]?.level ?? ''] ?? '',
      state: { $ne: 'DISSOLVED' },
    };
    const rows = await em.find(Body, where, { orderBy: { regionId: 'asc', provinceId: 'asc', id: 'asc' } });
    return bodies.map((body) => rows.filter((row) => body.level === 'NATIONAL' || row.regionId === body.regionId));
  });

const readinessesOf = (reader: Reader, rulebook: Rulebook) =>
  new DataLoader<Body, Readiness>(async (bodies) => {
    const regions = [...new Set(bodies.map(({ regionId }) => regionId))];
    const base = regions.includes(0) ? reader.viewer.grants.figures.regions : regions;
    const standings = await rowsOf<StandingRow>(reader, STANDINGS, [
      listed(regions),
      listed(bodies.map(({ id }) => id)),
    ]);
    const units = await rowsOf<UnitRow>(reader, UNITS, [bodies[0]?.bodyClassId, listed(base)]);
    const byBody = new Map(standings.map((row) => [row.id, row]));
    return bodies.map((body) => {
      const standing = byBody.get(body.id);
      return standing === undefined ? found<Readiness>(undefined) : judged(rulebook, body, { standing, units });
    });
  });

/** MikroORM spreads arrays into lists; an array of PostgreSQL is written as its text. */
export const listed = (numbers: readonly number[]): string => `{${numbers.join(',')}}`;

const figuresOf = (reader: Reader) =>
  new DataLoader<number, RegionRow>(async (ids) => {
    const rows = await rowsOf<RegionRow>(reader, NATION, [listed(ids)]);
    const by = new Map(rows.map((row) => [row.regionId, row]));
    return ids.map((id) => found(by.get(id)));
  });

/** What a resolver is given: the manager of the request's transaction, its viewer, and its loaders. */
export const contextOf = (em: EntityManager, viewer: Viewer, rulebook: Rulebook) => {
  const reader = { em, viewer };
  return {
    ...reader,
    region: byId(reader, Region),
    province: byId(reader, Province),
    profession: byId(reader, Profession),
    bodyClass: byId(reader, BodyClass),
    members: membersOf(reader),
    bases: basesOf(reader),
    readinesses: readinessesOf(reader, rulebook),
    figures: figuresOf(reader),
  };
};

export type Context = ReturnType<typeof contextOf>;
