import type { IResolvers } from 'mercurius';
import type pg from 'pg';
import { pageStatement, searchStatement } from './artisan.statements.ts';
import { CELLS, type CellRow, type Counts } from './figures.statements.ts';
import type { BodyRow, CommitteeRow, Loaders, NamedRow } from './mercurius.loaders.ts';
import {
  ARTISAN,
  committeesStatement,
  NATIONAL_BODY,
  PROVINCES,
  REGION_BY_CODE,
  REGIONS,
} from './mercurius.statements.ts';
import type { Reading } from './reading.ts';
import { inserted, type Application, type PlaceOf } from './registration.ts';

export interface Context {
  readonly reading: Reading;
  readonly loaders: Loaders;
}

interface ArtisanRow {
  readonly id: number;
  readonly provinceId: number;
  readonly professionId: number;
  readonly place?: string;
}

const cursorOf = (row: ArtisanRow | undefined): string | null =>
  row === undefined ? null : Buffer.from(JSON.stringify([row.place ?? null, row.id])).toString('base64url');

function afterOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [string | null, number];
  return id;
}

function pageOf<Row>(rows: readonly Row[], first: number, cursor: (row: Row | undefined) => string | null): object {
  const nodes = rows.slice(0, first);
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: cursor(nodes.at(-1)) } };
}
const noCursor = (): null => null;

const counts = ({ registered, eligible, members, represented, women }: Counts): object => ({
  registered: { value: registered },
  eligible: { value: eligible },
  members: { value: members },
  represented: { value: represented },
  women: { value: women },
});

const nameOf = ({ ar, fr }: NamedRow): object => ({ ar, fr });

type Arguments = Readonly<Record<string, never>>;
const QUERY = {
  region: async (_: unknown, { code }: { code: string }, { reading }: Context) =>
    (await reading.rows<NamedRow>(REGION_BY_CODE, [code]))[0],
  regions: (_: unknown, _none: Arguments, { reading }: Context) => reading.rows<NamedRow>(REGIONS, []),
  artisans: async (_: unknown, asked: { filter: { search: string }; first: number }, { reading }: Context) => {
    const values = [reading.viewer.grants.records.regions, asked.filter.search];
    return pageOf(
      await reading.rows<ArtisanRow>(searchStatement(ARTISAN, asked.first + 1), values),
      asked.first,
      cursorOf,
    );
  },
  representation: async (_: unknown, { filter }: { filter: { territory: string } }, { reading }: Context) =>
    reading.rows<CellRow>(CELLS, [Number(filter.territory.slice(3))]),
  body: async (_: unknown, { bodyClass }: { bodyClass: string }, { reading }: Context) =>
    (await reading.rows<BodyRow>(NATIONAL_BODY, [bodyClass]))[0],
};

const REGION = {
  name: nameOf,
  provinces: ({ id }: NamedRow, _: Arguments, { reading }: Context) => reading.rows<NamedRow>(PROVINCES, [id]),
  artisans: async ({ id }: NamedRow, asked: { first: number; after?: string }, { reading }: Context) =>
    pageOf(
      await reading.rows<ArtisanRow>(pageStatement(ARTISAN, asked.first + 1), [id, afterOf(asked.after ?? undefined)]),
      asked.first,
      cursorOf,
    ),
  committees: async ({ id }: NamedRow, { first }: { first: number }, { reading }: Context) =>
    pageOf(await reading.rows<CommitteeRow>(committeesStatement(first + 1), [id]), first, noCursor),
  representation: async ({ id }: NamedRow, _: Arguments, { loaders }: Context) =>
    counts(await loaders.figures.load(id)),
};

const BODY = {
  territory: ({ regionId, provinceId }: BodyRow, _: Arguments, { loaders }: Context) =>
    provinceId === null ? loaders.region.load(regionId) : loaders.province.load(provinceId),
  children: (body: BodyRow, _: Arguments, { loaders }: Context) => loaders.bases.load(body),
  readiness: (body: BodyRow, _: Arguments, { loaders }: Context) => loaders.readinesses.load(body),
};

const TYPES = {
  Region: REGION,
  Province: { name: nameOf },
  Profession: { name: nameOf },
  BodyClass: { name: nameOf },
  Territory: { name: nameOf },
  Artisan: {
    profession: (row: ArtisanRow, _: Arguments, { loaders }: Context) => loaders.profession.load(row.professionId),
    province: (row: ArtisanRow, _: Arguments, { loaders }: Context) => loaders.province.load(row.provinceId),
  },
  RepresentationCell: {
    province: (row: CellRow, _: Arguments, { loaders }: Context) => loaders.province.load(row.provinceId),
    bodyClass: (row: CellRow, _: Arguments, { loaders }: Context) =>
      row.bodyClassId === 0 ? null : loaders.bodyClass.load(row.bodyClassId),
    figures: counts,
  },
  Committee: {
    bodyClass: (row: CommitteeRow, _: Arguments, { loaders }: Context) => loaders.bodyClass.load(row.bodyClassId),
    members: async (committee: CommitteeRow, { first }: { first: number }, { loaders }: Context) =>
      pageOf(await loaders.members.load({ committee, first }), first, noCursor),
  },
  Body: BODY,
};

/** The resolvers, and a mutation that inserts and does nothing else. */
export function resolversOf(pool: pg.Pool, placeOf: PlaceOf): IResolvers {
  const registerArtisan = async (_: unknown, { input }: { input: Application }, { reading }: Context) => {
    const id = await inserted(pool, reading.viewer, { application: input, placed: placeOf(input) });
    return { id, version: 1, registerState: 'APPLIED' };
  };
  return { Query: QUERY, Mutation: { registerArtisan }, ...TYPES } as unknown as IResolvers;
}
