import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Artisan } from '../artisans/index.ts';
import { CorrectArtisanInput, RegisterArtisanInput } from './entry.input.ts';
import { ChangeProfessionInput, MoveArtisanInput, RegisterStepInput, StrikeOffInput } from './register.input.ts';
import { correctArtisan, registerArtisan } from './entry.writes.ts';
import {
  acceptRegistration,
  changeProfession,
  moveArtisan,
  reinstateArtisan,
  strikeOffArtisan,
  suspendArtisan,
} from './register.writes.ts';

@Resolver()
export class RegisterResolver {
  @Mutation(() => Artisan, {
    nullable: true,
    description: `Files an application for the register (decree 2.21.437, art. 13); the entry is APPLIED. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault of the input, FORBIDDEN, CONFLICT, RATE_LIMITED (NUMBER_HITS_EXHAUSTED: too many numbers on one day that were in the register already). Where the national identity number is in another entry, an issue of the kind DUPLICATE is opened on this one, which is then neither accepted nor handed over before the case ends.`,
  })
  registerArtisan(
    @Arg('input', () => RegisterArtisanInput, { description: 'The application.' }) input: RegisterArtisanInput,
    @Ctx() { scope }: Context,
  ): Promise<Artisan> {
    return scope.write('registerArtisan', input, (write) => registerArtisan(write, input));
  }

  @Mutation(() => Artisan, {
    nullable: true,
    description: `Puts an entry right (art. 9), in any state but DELETED. Another national identity number ends the case of duplicates of the one before, and opens one where it is in another entry. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, ENTRY_DELETED), RATE_LIMITED (NUMBER_CHANGES_EXHAUSTED, NUMBER_HITS_EXHAUSTED: too many on one day).`,
  })
  correctArtisan(
    @Arg('input', () => CorrectArtisanInput, { description: 'What is to be put right.' }) input: CorrectArtisanInput,
    @Ctx() { scope }: Context,
  ): Promise<Artisan> {
    return scope.write('correctArtisan', input, (write) => correctArtisan(write, input));
  }

  @Mutation(() => Artisan, {
    nullable: true,
    description: `Accepts an application: APPLIED to REGISTERED, with a register number (art. 17). Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, IN_OPEN_CASE).`,
  })
  acceptRegistration(
    @Arg('input', () => RegisterStepInput, { description: 'Which.' }) input: RegisterStepInput,
    @Ctx() { scope }: Context,
  ): Promise<Artisan> {
    return scope.write('acceptRegistration', input, (write) => acceptRegistration(write, input));
  }

  @Mutation(() => Artisan, {
    nullable: true,
    description: `REGISTERED to SUSPENDED. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  suspendArtisan(
    @Arg('input', () => RegisterStepInput, { description: 'Which.' }) input: RegisterStepInput,
    @Ctx() { scope }: Context,
  ): Promise<Artisan> {
    return scope.write('suspendArtisan', input, (write) => suspendArtisan(write, input));
  }

  @Mutation(() => Artisan, {
    nullable: true,
    description: `SUSPENDED to REGISTERED. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  reinstateArtisan(
    @Arg('input', () => RegisterStepInput, { description: 'Which.' }) input: RegisterStepInput,
    @Ctx() { scope }: Context,
  ): Promise<Artisan> {
    return scope.write('reinstateArtisan', input, (write) => reinstateArtisan(write, input));
  }

  @Mutation(() => Artisan, {
    nullable: true,
    description: `Deletes an entry (art. 21) from any state but DELETED; its membership ends, and its case of duplicates. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, HOLDS_OFFICE).`,
  })
  strikeOffArtisan(
    @Arg('input', () => StrikeOffInput, { description: 'Which, and why.' }) input: StrikeOffInput,
    @Ctx() { scope }: Context,
  ): Promise<Artisan> {
    return scope.write('strikeOffArtisan', input, (write) => strikeOffArtisan(write, input));
  }

  @Mutation(() => Artisan, {
    nullable: true,
    description: `Moves an entry to another province of the region; its membership ends. The capture grant is needed at both. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, HOLDS_OFFICE); OTHER_REGION is BAD_USER_INPUT.`,
  })
  moveArtisan(
    @Arg('input', () => MoveArtisanInput, { description: 'Where to.' }) input: MoveArtisanInput,
    @Ctx() { scope }: Context,
  ): Promise<Artisan> {
    return scope.write('moveArtisan', input, (write) => moveArtisan(write, input));
  }

  @Mutation(() => Artisan, {
    nullable: true,
    description: `Changes the main profession (art. 9); a membership ends where the class is another. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, HOLDS_OFFICE).`,
  })
  changeProfession(
    @Arg('input', () => ChangeProfessionInput, { description: 'Which.' }) input: ChangeProfessionInput,
    @Ctx() { scope }: Context,
  ): Promise<Artisan> {
    return scope.write('changeProfession', input, (write) => changeProfession(write, input));
  }
}
