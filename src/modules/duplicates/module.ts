import { commands } from '../../platform/graphql/commands.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { DUPLICATE_REASONS } from './duplicate.reasons.ts';
import { REGISTER } from '../register/register.reasons.ts';
import { TEXT_REASONS } from '../../platform/errors/validators.ts';
import { Artisan } from '../artisans/artisan.type.ts';
import { RegisterIssue } from '../issues/issue.type.ts';
import { ConfirmDuplicateInput, MergeArtisansInput, SeparateDuplicatesInput } from './duplicate.input.ts';
import { confirmDuplicate, mergeArtisans, separateDuplicates } from './duplicate.writes.ts';
import type { Module } from '../../platform/graphql/module.ts';

const CENTRAL =
  'Central officers only, for the sides of a case may be of any region: FORBIDDEN (CENTRAL_ONLY) otherwise.';

const duplicateCommands = commands({
  mergeArtisans: {
    run: mergeArtisans,
    input: MergeArtisansInput,
    answers: Artisan,
    refusals: [
      ...TEXT_REASONS,
      COMMON.WRONG_STATE,
      COMMON.CENTRAL_ONLY,
      DUPLICATE_REASONS.KEEP_THE_REGISTERED,
      DUPLICATE_REASONS.NOT_ONE_CASE,
      REGISTER.ENTRY_DELETED,
      REGISTER.HOLDS_OFFICE,
    ],
    description: `Makes one entry of two that are one person’s and in one open case, confirmed or not: the merged one is DELETED ex officio (decree 2.21.437, art. 21), its issue closes as MERGED, and the kept one takes over what it lacked. Answers the kept entry. ${CENTRAL}`,
  },
  confirmDuplicate: {
    run: confirmDuplicate,
    input: ConfirmDuplicateInput,
    answers: RegisterIssue,
    refusals: [
      COMMON.WRONG_STATE,
      COMMON.CENTRAL_ONLY,
      DUPLICATE_REASONS.ALONE,
      DUPLICATE_REASONS.ALREADY_CONFIRMED,
      DUPLICATE_REASONS.NO_CASE,
    ],
    description: `Confirms an open case of duplicates: the other entries with the number are held up too from now on, and their regions see an issue of the kind DUPLICATE that names the region whose entry opened the case in its audit log. Answers the issue. ${CENTRAL}`,
  },
  separateDuplicates: {
    run: separateDuplicates,
    input: SeparateDuplicatesInput,
    answers: RegisterIssue,
    refusals: [
      ...TEXT_REASONS,
      COMMON.WRONG_STATE,
      COMMON.CENTRAL_ONLY,
      DUPLICATE_REASONS.NO_CASE,
      DUPLICATE_REASONS.STILL_DUPLICATE,
    ],
    description: `Closes a case of duplicates as DISTINCT, on all its sides, once no live entry of it has the number of another one. A correction of the number and a striking off end a case by themselves; this is for cases that were opened before they did. ${CENTRAL}`,
  },
});

export const duplicatesModule: Module = {
  resolvers: [duplicateCommands],
};
