import { commands } from '../../platform/graphql/commands.ts';
import { INPUT } from '../../platform/errors/input.reasons.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { NOMENCLATURE } from '../professions/profession.reasons.ts';
import { REGISTER } from './register.reasons.ts';
import { TERRITORY } from '../territory/territory.reasons.ts';
import { DAY_REASONS, TEXT_REASONS } from '../../platform/errors/validators.ts';
import { NAME_REASONS } from '../../platform/errors/names.ts';
import { Artisan } from '../artisans/artisan.type.ts';
import {
  CorrectArtisanInput,
  RegisterArtisanInput,
  ChangeProfessionInput,
  MoveArtisanInput,
  AcceptRegistrationInput,
  SuspendArtisanInput,
  ReinstateArtisanInput,
  DeleteArtisanInput,
} from './register.input.ts';
import {
  correctArtisan,
  registerArtisan,
  acceptRegistration,
  changeProfession,
  moveArtisan,
  reinstateArtisan,
  deleteArtisan,
  suspendArtisan,
} from './register.writes.ts';
import type { Module } from '../../platform/graphql/module.ts';
import { CASE_REASONS } from '../cases/case.reasons.ts';

const registerCommands = commands({
  registerArtisan: {
    run: registerArtisan,
    input: RegisterArtisanInput,
    answers: Artisan,
    refusals: [
      ...NAME_REASONS,
      INPUT.ORGANISATION_NAME_CHARACTER,
      COMMON.DAY_IN_FUTURE,
      COMMON.NOT_POSITIVE,
      CASE_REASONS.NUMBER_HITS_EXHAUSTED,
      NOMENCLATURE.NO_SUCH_CODE,
      REGISTER.COMPANY_ID_MALFORMED,
      REGISTER.NATIONAL_ID_MALFORMED,
      REGISTER.ORGANISATIONS_ONLY,
      REGISTER.ORGANISATION_NEEDS,
      REGISTER.PERSONS_ONLY,
      REGISTER.PERSON_NEEDS,
      REGISTER.PHONE_MALFORMED,
      REGISTER.TOO_OLD,
      REGISTER.TOO_YOUNG,
      TERRITORY.NO_PROVINCE,
      TERRITORY.NO_SUCH_TERRITORY,
    ],
    description: `Files an application for the register (decree 2.21.437, art. 13); the entry is APPLIED. Needs the capture grant at the province. Where the national identity number is in another entry, an issue of the kind DUPLICATE is opened on this one, which is then neither accepted nor handed over before the case ends.`,
  },
  correctArtisan: {
    run: correctArtisan,
    input: CorrectArtisanInput,
    answers: Artisan,
    refusals: [
      ...NAME_REASONS,
      INPUT.ORGANISATION_NAME_CHARACTER,
      COMMON.NOT_POSITIVE,
      CASE_REASONS.NUMBER_CHANGES_EXHAUSTED,
      CASE_REASONS.NUMBER_HITS_EXHAUSTED,
      REGISTER.COMPANY_ID_MALFORMED,
      REGISTER.ENTRY_DELETED,
      REGISTER.NATIONAL_ID_MALFORMED,
      REGISTER.ORGANISATIONS_ONLY,
      REGISTER.PERSONS_ONLY,
      REGISTER.PHONE_MALFORMED,
      REGISTER.TOO_OLD,
      REGISTER.TOO_YOUNG,
    ],
    description: `Puts an entry right (art. 9), in any state but DELETED. Another national identity number ends the case of duplicates of the one before, and opens one where it is in another entry. Needs the capture grant at the province.`,
  },
  acceptRegistration: {
    run: acceptRegistration,
    input: AcceptRegistrationInput,
    answers: Artisan,
    refusals: [...DAY_REASONS, COMMON.WRONG_STATE, CASE_REASONS.IN_OPEN_CASE],
    description: `Accepts an application: APPLIED to REGISTERED, with a register number (art. 17). Needs the capture grant at the province.`,
  },
  suspendArtisan: {
    run: suspendArtisan,
    input: SuspendArtisanInput,
    answers: Artisan,
    refusals: [...DAY_REASONS, COMMON.WRONG_STATE],
    description: `REGISTERED to SUSPENDED. Needs the capture grant at the province.`,
  },
  reinstateArtisan: {
    run: reinstateArtisan,
    input: ReinstateArtisanInput,
    answers: Artisan,
    refusals: [...DAY_REASONS, COMMON.WRONG_STATE],
    description: `SUSPENDED to REGISTERED. Needs the capture grant at the province.`,
  },
  deleteArtisan: {
    run: deleteArtisan,
    input: DeleteArtisanInput,
    answers: Artisan,
    refusals: [...TEXT_REASONS, ...DAY_REASONS, COMMON.WRONG_STATE, REGISTER.HOLDS_OFFICE],
    description: `Deletes an entry (art. 21) from any state but DELETED; its membership ends, and its case of duplicates. Needs the capture grant at the province.`,
  },
  moveArtisan: {
    run: moveArtisan,
    input: MoveArtisanInput,
    answers: Artisan,
    refusals: [
      COMMON.WRONG_STATE,
      REGISTER.HOLDS_OFFICE,
      REGISTER.OTHER_REGION,
      TERRITORY.NO_PROVINCE,
      TERRITORY.NO_SUCH_TERRITORY,
    ],
    description: `Moves an entry to another province of the region; its membership ends. The capture grant is needed at both.`,
  },
  changeProfession: {
    run: changeProfession,
    input: ChangeProfessionInput,
    answers: Artisan,
    refusals: [COMMON.WRONG_STATE, NOMENCLATURE.NO_SUCH_CODE, REGISTER.HOLDS_OFFICE],
    description: `Changes the main profession (art. 9); a membership ends where the class is another. Needs the capture grant at the province.`,
  },
});

export const registerModule: Module = {
  resolvers: [registerCommands],
};
