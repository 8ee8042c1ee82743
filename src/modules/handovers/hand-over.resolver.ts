import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { Artisan } from '../artisans/artisan.type.ts';
import { artisansByIds } from '../artisans/artisan.reads.ts';
import { Profession } from '../professions/profession.type.ts';
import { professionOf } from '../professions/profession.reads.ts';
import { Province } from '../territory/territory.type.ts';
import { provinceOf } from '../territory/territory.reads.ts';
import { HandOverListArgs, HandOver, HandOverConnection } from './hand-over.type.ts';
import { handOversOf } from './hand-over.reads.ts';

@Resolver(() => HandOver)
export class HandOverResolver {
  @Query(() => HandOverConnection, {
    nullable: true,
    description:
      'The hand-overs that the viewer may read, one for each side that the viewer may read. Needs the records grant: UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  handOvers(@Args(() => HandOverListArgs) args: HandOverListArgs, @Ctx() { scope }: Context) {
    return new HandOverConnection(handOversOf(scope, args));
  }

  @FieldResolver(() => Province, { nullable: true, description: 'The province of the other side.' })
  otherProvince(@Root() handOver: HandOver, @Ctx() { scope }: Context): Province | null {
    return provinceOf(scope, handOver.otherProvinceId);
  }

  @FieldResolver(() => Profession, { nullable: true, description: 'The main profession, as it was offered.' })
  profession(@Root() handOver: HandOver, @Ctx() { scope }: Context): Profession | null {
    return professionOf(scope, handOver.professionId);
  }

  @ReadsDatabase()
  @FieldResolver(() => Artisan, {
    nullable: true,
    description:
      'The person, for the region that holds the entry: the offering region before acceptance, then the other.',
  })
  artisan(@Root() handOver: HandOver, @Ctx() { scope }: Context): Promise<Artisan | null> {
    return scope.loader(artisansByIds).load(handOver.artisanId);
  }
}
