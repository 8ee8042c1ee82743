import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { Territory } from '../territory/territory.type.ts';
import { ArtisanListArgs } from './artisan.args.ts';
import { artisansIn } from './artisan.reads.ts';
import { ArtisanConnection } from './artisan.type.ts';

@Resolver(() => Territory)
export class TerritoryArtisans {
  @FieldResolver(() => ArtisanConnection, {
    nullable: true,
    description: 'The artisans who practise here, as far as they are in sight. Needs the records grant.',
  })
  artisans(
    @Root() { place }: Territory,
    @Args(() => ArtisanListArgs) args: ArtisanListArgs,
    @Ctx() { scope }: Context,
  ) {
    return new ArtisanConnection(artisansIn(scope, place, args), Boolean(args.after));
  }
}
