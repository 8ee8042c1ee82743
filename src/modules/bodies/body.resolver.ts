import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ListSize, ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { selectedBelow } from '../../platform/graphql/selection.ts';
import { artisansBelow } from '../artisans/artisan.reads.ts';
import { ArtisanConnection, ArtisanListArgs } from '../artisans/artisan.type.ts';
import { CommitteeConnection } from '../committees/committee.type.ts';
import { committeesBelow } from '../committees/committee.reads.ts';
import { BodyClassCode, BodyClass } from '../professions/profession.type.ts';
import { bodyClassOf } from '../professions/profession.reads.ts';
import { TerritoryCode } from '../territory/territory.type.ts';
import { assembliesOf, delegatesOf, seatsOf } from './board.reads.ts';
import { Delegate, Seat } from './board.type.ts';
import { Office } from '../rules/rule.type.ts';
import { BodyListArgs, Body, BodyConnection, FoundingAssembly } from './body.type.ts';
import { abovesOf, baseOf, bodiesOf, bodyOf } from './body.reads.ts';
import { bodyReference } from '../rules/rule.reads.ts';

@Resolver(() => Body)
export class BodyResolver {
  @Query(() => BodyConnection, {
    nullable: true,
    description:
      'The bodies that the viewer may read. Needs the records grant: UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  bodies(@Args(() => BodyListArgs) args: BodyListArgs, @Ctx() { scope }: Context) {
    return new BodyConnection(bodiesOf(scope, args));
  }

  @ReadsDatabase()
  @Query(() => Body, {
    nullable: true,
    description:
      'The live body of a class in a territory; null where the viewer may read none. Needs the records grant.',
  })
  body(
    @Arg('bodyClass', () => BodyClassCode, { description: 'The code of the class, such as VEHICLE_REPAIR.' })
    bodyClass: string,
    @Arg('territory', () => TerritoryCode, { description: 'The code of the territory: MA, MA-03, MA-FES.' })
    territory: string,
    @Ctx() { scope }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Body | null> {
    const bases = ['', 'children'].filter((below) => selectedBelow(info, below).has('children')).length;
    return bodyOf(scope, { bodyClass, territory }, bases);
  }

  @FieldResolver(() => BodyClass, { description: 'The class of professions for which it stands.' })
  bodyClass(@Root() body: Body, @Ctx() { scope }: Context): BodyClass | null {
    return bodyClassOf(scope, body.bodyClassId);
  }

  @ReadsDatabase()
  @FieldResolver(() => Body, {
    nullable: true,
    description: 'The live body of the same class one level up; null where the viewer may not read it.',
  })
  parent(@Root() body: Body, @Ctx() { scope }: Context): Promise<Body | null> {
    return scope.loader(abovesOf).load(body);
  }

  @ReadsDatabase()
  @ListSize(12)
  @FieldResolver(() => [Body], {
    description:
      'The live bodies of the same class one level down, on which it rests, as far as the viewer may read them.',
  })
  children(@Root() body: Body, @Ctx() { scope }: Context): Body[] | Promise<Body[]> {
    return baseOf(scope, body);
  }

  @ReadsDatabase()
  @ListSize(7)
  @FieldResolver(() => [Office], { description: 'The offices of its board, in order.' })
  async offices(@Root() body: Body, @Ctx() { scope }: Context): Promise<Office[]> {
    const seats = await scope.loader(seatsOf).load(body);
    const held = new Set(seats.map(({ officeId }) => officeId));
    return bodyReference(scope).offices.filter(({ officeId }) => held.has(officeId));
  }

  @ReadsDatabase()
  @ListSize(10)
  @FieldResolver(() => [Seat], { description: 'The seats of its board, in the order of the offices.' })
  seats(@Root() body: Body, @Ctx() { scope }: Context): Promise<Seat[]> {
    return scope.loader(seatsOf).load(body);
  }

  @ReadsDatabase()
  @ListSize(20)
  @FieldResolver(() => [Delegate], { description: 'The delegates whom it sends to the body above.' })
  delegates(@Root() body: Body, @Ctx() { scope }: Context): Promise<Delegate[]> {
    return scope.loader(delegatesOf).load(body);
  }

  @ReadsDatabase()
  @ListSize(5)
  @FieldResolver(() => [FoundingAssembly], {
    description: 'The assemblies that were called to found it, oldest first.',
  })
  assemblies(@Root() body: Body, @Ctx() { scope }: Context): Promise<FoundingAssembly[]> {
    return scope.loader(assembliesOf).load(body);
  }

  @FieldResolver(() => CommitteeConnection, {
    nullable: true,
    description: 'The preparatory committees of its class in its territory, past ones too, oldest first.',
  })
  committees(@Root() body: Body, @Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: Context) {
    return new CommitteeConnection(committeesBelow(scope, body, args));
  }

  @FieldResolver(() => ArtisanConnection, {
    nullable: true,
    description: 'The registrants who are its members; provincial bodies have them.',
  })
  members(@Root() body: Body, @Args(() => ArtisanListArgs) args: ArtisanListArgs, @Ctx() { scope }: Context) {
    const anchors = [{ regionId: body.regionId, value: Number(body.id) }];
    return new ArtisanConnection(artisansBelow(scope, { anchor: 'body_id', anchors }, args));
  }
}
