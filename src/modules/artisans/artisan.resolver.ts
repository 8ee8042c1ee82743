import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { EXAMPLE_ID } from '../../platform/graphql/node.type.ts';
import { isAllowed } from '../../platform/auth/viewer.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { EVERYWHERE } from '../../platform/tenancy/visibility.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { Profession } from '../professions/profession.type.ts';
import { professionOf } from '../professions/profession.reads.ts';
import { Province, Region } from '../territory/territory.type.ts';
import { provinceOf, regionOf } from '../territory/territory.reads.ts';
import { ArtisanListArgs, Artisan, ArtisanConnection } from './artisan.type.ts';
import { artisanByRegisterNumber, artisansIn, identitiesOf, type IdentityField } from './artisan.reads.ts';

const SENSITIVE =
  'Seen by the officers who hold the capture grant at the artisan’s province; null for others (law 09-08).';

/**
 * Null and not an error: a list stays readable for those who may see its rows but not this. What is shown is noted for the
 * trail before the answer leaves.
 */
async function identityOf(artisan: Artisan, { scope }: Context, field: IdentityField): Promise<string | null> {
  if (!isAllowed(scope.viewer, 'READ_IDENTITY', artisan)) return null;
  const value = (await scope.loader(identitiesOf).load(artisan))?.[field] ?? null;
  const { id, regionId, provinceId } = artisan;
  if (value !== null) scope.disclosures.add({ type: 'Artisan', id: Number(id), regionId, provinceId, field });
  return value;
}

@Resolver(() => Artisan)
export class ArtisanResolver {
  @Query(() => ArtisanConnection, {
    nullable: true,
    description:
      'The artisans that the viewer may read. Needs the records grant: UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  artisans(@Args(() => ArtisanListArgs) args: ArtisanListArgs, @Ctx() { scope }: Context) {
    return new ArtisanConnection(artisansIn(scope, EVERYWHERE, args));
  }

  @ReadsDatabase()
  @Query(() => Artisan, {
    nullable: true,
    description: 'An artisan by register number; null where the viewer may read none. Needs the records grant.',
  })
  artisan(
    @Arg('registerNumber', () => String, {
      description: 'The number, as it was given, such as N0123456789; never parsed.',
    })
    number: string,
    @Ctx() { scope }: Context,
  ): Promise<Artisan | null> {
    return artisanByRegisterNumber(scope, number);
  }

  @FieldResolver(() => ID, {
    description: `The id of this thing: opaque and stable, such as ${EXAMPLE_ID}; unrelated to the register number.`,
  })
  id(@Root() artisan: Artisan): string {
    return globalId('Artisan', Number(artisan.id));
  }

  @FieldResolver(() => Region, { description: 'The region in whose register the entry stands.' })
  region(@Root() artisan: Artisan, @Ctx() { scope }: Context): Region | null {
    return regionOf(scope, artisan.regionId);
  }

  @FieldResolver(() => Province, { description: 'The province of practice.' })
  province(@Root() artisan: Artisan, @Ctx() { scope }: Context): Province | null {
    return provinceOf(scope, artisan.provinceId);
  }

  @FieldResolver(() => Profession, { description: 'The main profession of the artisan.' })
  profession(@Root() artisan: Artisan, @Ctx() { scope }: Context): Profession | null {
    return professionOf(scope, artisan.professionId);
  }

  @ReadsDatabase(2)
  @FieldResolver(() => LocalDate, { nullable: true, description: `The day of birth. ${SENSITIVE}` })
  birthDate(@Root() artisan: Artisan, @Ctx() context: Context): Promise<string | null> {
    return identityOf(artisan, context, 'birthDate');
  }

  @ReadsDatabase(2)
  @FieldResolver(() => String, {
    nullable: true,
    description: `The national identity number (CNIE), such as BK654321. ${SENSITIVE}`,
  })
  nationalId(@Root() artisan: Artisan, @Ctx() context: Context): Promise<string | null> {
    return identityOf(artisan, context, 'nationalId');
  }

  @ReadsDatabase(2)
  @FieldResolver(() => String, {
    nullable: true,
    description: `The common company identifier (ICE), such as 001234567000062. ${SENSITIVE}`,
  })
  companyId(@Root() artisan: Artisan, @Ctx() context: Context): Promise<string | null> {
    return identityOf(artisan, context, 'companyId');
  }

  @ReadsDatabase(2)
  @FieldResolver(() => String, {
    nullable: true,
    description: `The telephone number as ITU-T E.164 writes it, such as +212612345678. ${SENSITIVE}`,
  })
  phone(@Root() artisan: Artisan, @Ctx() context: Context): Promise<string | null> {
    return identityOf(artisan, context, 'phone');
  }
}
