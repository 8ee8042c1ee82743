import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { today } from '../../src/platform/lib/dates.ts';
import { Artisan } from './idiomatic.entities.ts';
import type { Context } from './idiomatic.loaders.ts';
import { Registered, RegisterArtisanInput } from './idiomatic.types.ts';
import type { PlaceOf } from './registration.ts';

/** The mutation, which creates an entity and does nothing else. */
export function registeringIn(placeOf: PlaceOf): new () => object {
  @Resolver()
  class RegistrationResolver {
    @Mutation(() => Registered)
    async registerArtisan(
      @Arg('input', () => RegisterArtisanInput) input: RegisterArtisanInput,
      @Ctx() { em }: Context,
    ): Promise<Registered> {
      const { kind, nameAr, nameLatin, sex, qualification, birthDate, nationalId } = input;
      const artisan = em.create(Artisan, {
        ...{ ...placeOf(input), kind, nameAr, nameLatin, sex, qualification, birthDate, nationalId },
        ...{ searchAr: nameAr, searchArReversed: nameAr, searchLatin: nameLatin, searchLatinReversed: nameLatin },
        ...{ ageBand: 'FROM_35_TO_44', practising: true, registerState: 'APPLIED', appliedOn: today() },
      });
      await em.flush();
      return { id: String(artisan.id), version: 1, registerState: artisan.registerState };
    }
  }
  return RegistrationResolver;
}
