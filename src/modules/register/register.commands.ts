import { commands } from '../../platform/graphql/commands.ts';
import { Artisan } from '../artisans/artisan.type.ts';
import {
  CorrectArtisanInput,
  RegisterArtisanInput,
  ChangeProfessionInput,
  MoveArtisanInput,
  RegisterStepInput,
  StrikeOffInput,
} from './register.input.ts';
import {
  correctArtisan,
  registerArtisan,
  acceptRegistration,
  changeProfession,
  moveArtisan,
  reinstateArtisan,
  strikeOffArtisan,
  suspendArtisan,
} from './register.writes.ts';

export const registerCommands = commands({
  registerArtisan: {
    run: registerArtisan,
    input: RegisterArtisanInput,
    answers: Artisan,
    description: `Files an application for the register (decree 2.21.437, art. 13); the entry is APPLIED. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault of the input, FORBIDDEN, CONFLICT, RATE_LIMITED (NUMBER_HITS_EXHAUSTED: too many numbers on one day that were in the register already). Where the national identity number is in another entry, an issue of the kind DUPLICATE is opened on this one, which is then neither accepted nor handed over before the case ends.`,
  },
  correctArtisan: {
    run: correctArtisan,
    input: CorrectArtisanInput,
    answers: Artisan,
    description: `Puts an entry right (art. 9), in any state but DELETED. Another national identity number ends the case of duplicates of the one before, and opens one where it is in another entry. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, ENTRY_DELETED), RATE_LIMITED (NUMBER_CHANGES_EXHAUSTED, NUMBER_HITS_EXHAUSTED: too many on one day).`,
  },
  acceptRegistration: {
    run: acceptRegistration,
    input: RegisterStepInput,
    answers: Artisan,
    description: `Accepts an application: APPLIED to REGISTERED, with a register number (art. 17). Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, IN_OPEN_CASE).`,
  },
  suspendArtisan: {
    run: suspendArtisan,
    input: RegisterStepInput,
    answers: Artisan,
    description: `REGISTERED to SUSPENDED. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  reinstateArtisan: {
    run: reinstateArtisan,
    input: RegisterStepInput,
    answers: Artisan,
    description: `SUSPENDED to REGISTERED. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  strikeOffArtisan: {
    run: strikeOffArtisan,
    input: StrikeOffInput,
    answers: Artisan,
    description: `Deletes an entry (art. 21) from any state but DELETED; its membership ends, and its case of duplicates. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, HOLDS_OFFICE).`,
  },
  moveArtisan: {
    run: moveArtisan,
    input: MoveArtisanInput,
    answers: Artisan,
    description: `Moves an entry to another province of the region; its membership ends. The capture grant is needed at both. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, HOLDS_OFFICE); OTHER_REGION is BAD_USER_INPUT.`,
  },
  changeProfession: {
    run: changeProfession,
    input: ChangeProfessionInput,
    answers: Artisan,
    description: `Changes the main profession (art. 9); a membership ends where the class is another. Needs the capture grant at the province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, HOLDS_OFFICE).`,
  },
});
