import { Arg, Args, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { CELLS, type CellRow, type Counts } from './figures.statements.ts';
import { Artisan, Body, Committee } from './idiomatic.entities.ts';
import { rowsOf, type Context } from './idiomatic.loaders.ts';
import { BodyClass, LocalizedName, Profession, Province, Region } from './idiomatic.names.ts';
import {
  ArtisanConnection,
  ArtisanFilter,
  CommitteeConnection,
  CommitteeMemberConnection,
  Dimension,
  PageArgs,
  Readiness,
  Representation,
  RepresentationCell,
  RepresentationFilter,
} from './idiomatic.types.ts';

const cursorOf = (row: Artisan | undefined): string | null =>
  row === undefined ? null : Buffer.from(JSON.stringify([null, row.id])).toString('base64url');

function afterOf(cursor: string | null | undefined): number {
  if (cursor == null) return 0;
  const [, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [string | null, number];
  return id;
}

const noCursor = (): null => null;

function pageOf<Row>(rows: readonly Row[], first: number, cursor: (row: Row | undefined) => string | null) {
  const nodes = rows.slice(0, first);
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: cursor(nodes.at(-1)) } };
}

const counts = ({ registered, eligible, members, represented, women }: Counts): Representation => ({
  registered: { value: registered },
  eligible: { value: eligible },
  members: { value: members },
  represented: { value: represented },
  women: { value: women },
});

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, { nullable: true })
  region(@Arg('code', () => String) code: string, @Ctx() { em }: Context): Promise<Region | null> {
    return em.findOne(Region, { code });
  }

  @Query(() => [Region])
  regions(@Ctx() { em }: Context): Promise<Region[]> {
    return em.find(Region, { id: { $gt: 0 } }, { orderBy: { id: 'asc' } });
  }

  @FieldResolver(() => [Province])
  provinces(@Root() region: Region, @Ctx() { em }: Context): Promise<Province[]> {
    return em.find(Province, { regionId: region.id }, { orderBy: { id: 'asc' } });
  }

  @FieldResolver(() => ArtisanConnection)
  async artisans(
    @Root() region: Region,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { em }: Context,
  ): Promise<ArtisanConnection> {
    const where = { regionId: region.id, id: { $gt: afterOf(after) } };
    return pageOf(await em.find(Artisan, where, { orderBy: { id: 'asc' }, limit: first + 1 }), first, cursorOf);
  }

  @FieldResolver(() => CommitteeConnection)
  async committees(
    @Root() region: Region,
    @Args(() => PageArgs) { first }: PageArgs,
    @Ctx() { em }: Context,
  ): Promise<CommitteeConnection> {
    const options = { orderBy: { id: 'asc' }, limit: first + 1 } as const;
    return pageOf(await em.find(Committee, { regionId: region.id }, options), first, noCursor);
  }

  @FieldResolver(() => Representation)
  async representation(@Root() region: Region, @Ctx() { figures }: Context): Promise<Representation> {
    return counts(await figures.load(region.id));
  }
}

/** In the order of the names under which they were found; PostgreSQL compares bytes. */
function merged(straight: readonly Artisan[], reversed: readonly Artisan[]): Artisan[] {
  const placed = [
    ...straight.map((row) => ({ row, place: Buffer.from(row.searchAr) })),
    ...reversed.map((row) => ({ row, place: Buffer.from(row.searchArReversed) })),
  ];
  placed.sort((one, other) => Buffer.compare(one.place, other.place) || one.row.id - other.row.id);
  return placed.map(({ row }) => row);
}

const LAST = String.fromCodePoint(0x10ffff);

@Resolver(() => Artisan)
export class ArtisanResolver {
  /** Names as they are written, then names reversed, as two questions: one with "or" reads the whole region. */
  @Query(() => ArtisanConnection)
  async artisans(
    @Arg('filter', () => ArtisanFilter) { search }: ArtisanFilter,
    @Args(() => PageArgs) { first }: PageArgs,
    @Ctx() { em, viewer }: Context,
  ): Promise<ArtisanConnection> {
    const begins = { $gte: search, $lt: search + LAST };
    const regionId = { $in: viewer.grants.records.regions.filter((region) => region > 0) };
    const [limit, populate] = [first + 1, ['searchAr', 'searchArReversed']] as const;
    const straight = await em.find(
      Artisan,
      { regionId, searchAr: begins },
      { orderBy: { searchAr: 'asc', id: 'asc' }, limit, populate },
    );
    const reversed = await em.find(
      Artisan,
      { regionId, searchArReversed: begins, $not: { searchAr: begins } },
      { orderBy: { searchArReversed: 'asc', id: 'asc' }, limit, populate },
    );
    return pageOf(merged(straight, reversed).slice(0, limit), first, cursorOf);
  }

  @FieldResolver(() => Profession)
  profession(@Root() artisan: Artisan, @Ctx() { profession }: Context): Promise<Profession> {
    return profession.load(artisan.professionId);
  }

  @FieldResolver(() => Province)
  province(@Root() artisan: Artisan, @Ctx() { province }: Context): Promise<Province> {
    return province.load(artisan.provinceId);
  }
}

@Resolver(() => RepresentationCell)
export class RepresentationResolver {
  @Query(() => [RepresentationCell])
  async representation(
    @Arg('by', () => [Dimension]) _by: Dimension[],
    @Arg('filter', () => RepresentationFilter) { territory }: RepresentationFilter,
    @Ctx() context: Context,
  ): Promise<RepresentationCell[]> {
    const rows = await rowsOf<CellRow>(context, CELLS, [Number(territory.slice(3))]);
    return rows.map(({ provinceId, bodyClassId, ...row }) => ({ provinceId, bodyClassId, figures: counts(row) }));
  }

  @FieldResolver(() => Province, { nullable: true })
  province(@Root() cell: RepresentationCell, @Ctx() { province }: Context): Promise<Province> {
    return province.load(cell.provinceId);
  }

  @FieldResolver(() => BodyClass, { nullable: true })
  bodyClass(@Root() cell: RepresentationCell, @Ctx() { bodyClass }: Context): Promise<BodyClass> | null {
    return cell.bodyClassId === 0 ? null : bodyClass.load(cell.bodyClassId);
  }
}

@ObjectType()
class Territory {
  @Field(() => LocalizedName)
  name!: LocalizedName;
}

@Resolver(() => Body)
export class BodyResolver {
  @Query(() => Body, { nullable: true })
  async body(
    @Arg('bodyClass', () => String) code: string,
    @Arg('territory', () => String) _nation: string,
    @Ctx() { em }: Context,
  ): Promise<Body | null> {
    const bodyClass = await em.findOneOrFail(BodyClass, { code });
    return em.findOne(Body, { regionId: 0, bodyClassId: bodyClass.id, state: { $ne: 'DISSOLVED' } });
  }

  @FieldResolver(() => Territory)
  territory(@Root() { regionId, provinceId }: Body, @Ctx() { region, province }: Context): Promise<Territory> {
    return provinceId === null ? region.load(regionId) : province.load(provinceId);
  }

  @FieldResolver(() => [Body])
  children(@Root() body: Body, @Ctx() { bases }: Context): Promise<Body[]> {
    return bases.load(body);
  }

  @FieldResolver(() => Readiness)
  readiness(@Root() body: Body, @Ctx() { readinesses }: Context): Promise<Readiness> {
    return readinesses.load(body);
  }
}

@Resolver(() => Committee)
export class CommitteeResolver {
  @FieldResolver(() => BodyClass)
  bodyClass(@Root() committee: Committee, @Ctx() { bodyClass }: Context): Promise<BodyClass> {
    return bodyClass.load(committee.bodyClassId);
  }

  @FieldResolver(() => CommitteeMemberConnection)
  async members(
    @Root() committee: Committee,
    @Args(() => PageArgs) { first }: PageArgs,
    @Ctx() { members }: Context,
  ): Promise<CommitteeMemberConnection> {
    return pageOf(await members.load(committee), first, noCursor);
  }
}
