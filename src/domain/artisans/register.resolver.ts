import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { CorrectArtisanInput, RegisterArtisanInput } from './artisan.input.ts';
import { Artisan } from './artisan.type.ts';
import { correctArtisan, registerArtisan } from './artisan.writes.ts';

const HOLDS = 'Needs the capture grant at the province.';

@Resolver()
export class RegisterResolver {
  @Mutation(() => Artisan, {
    nullable: true,
    description: `Files an application for the register (decree 2.21.437, art. 13); the entry is APPLIED. ${HOLDS} Refusals: BAD_USER_INPUT with every fault of the input, FORBIDDEN, CONFLICT.`,
  })
  registerArtisan(
    @Arg('input', () => RegisterArtisanInput, { description: 'The application.' }) input: RegisterArtisanInput,
    @Ctx() { scope }: Context,
  ): Promise<Artisan> {
    return scope.write('registerArtisan', input, (write) => registerArtisan(write, input));
  }

  @Mutation(() => Artisan, {
    nullable: true,
    description: `Puts an entry right (art. 9), in any state but DELETED. ${HOLDS} Refusals: BAD_USER_INPUT, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, ENTRY_DELETED).`,
  })
  correctArtisan(
    @Arg('input', () => CorrectArtisanInput, { description: 'What is to be put right.' }) input: CorrectArtisanInput,
    @Ctx() { scope }: Context,
  ): Promise<Artisan> {
    return scope.write('correctArtisan', input, (write) => correctArtisan(write, input));
  }
}
