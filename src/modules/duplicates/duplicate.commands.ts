import { commands } from '../../platform/graphql/commands.ts';
import { Artisan } from '../artisans/artisan.type.ts';
import { RegisterIssue } from '../issues/issue.type.ts';
import { ConfirmDuplicateInput, MergeArtisansInput, SeparateDuplicatesInput } from './duplicate.input.ts';
import { confirmDuplicate, mergeArtisans, separateDuplicates } from './duplicate.writes.ts';

const CENTRAL =
  'Central officers only, for the sides of a case may be of any region: FORBIDDEN (CENTRAL_ONLY) otherwise.';

export const duplicateCommands = commands({
  mergeArtisans: {
    run: mergeArtisans,
    input: MergeArtisansInput,
    answers: Artisan,
    description: `Makes one entry of two that are one person’s and in one open case, confirmed or not: the merged one is DELETED ex officio (decree 2.21.437, art. 21), its issue closes as MERGED, and the kept one takes over what it lacked. Answers the kept entry. ${CENTRAL} Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, CONFLICT (STALE_VERSION, STALE_KEPT, WRONG_STATE, ENTRY_DELETED, NOT_ONE_CASE, KEEP_THE_REGISTERED, HOLDS_OFFICE).`,
  },
  confirmDuplicate: {
    run: confirmDuplicate,
    input: ConfirmDuplicateInput,
    answers: RegisterIssue,
    description: `Confirms an open case of duplicates: the other entries with the number are held up too from now on, and their regions see an issue of the kind DUPLICATE that names the region whose entry opened the case in its trail. Answers the issue. ${CENTRAL} Refusals: NOT_FOUND, CONFLICT (STALE_VERSION, WRONG_STATE, NO_CASE, ALREADY_CONFIRMED, ALONE).`,
  },
  separateDuplicates: {
    run: separateDuplicates,
    input: SeparateDuplicatesInput,
    answers: RegisterIssue,
    description: `Closes a case of duplicates as DISTINCT, on all its sides, once no live entry of it has the number of another one. A correction of the number and a striking off end a case by themselves; this is for cases that were opened before they did. ${CENTRAL} Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, CONFLICT (STALE_VERSION, WRONG_STATE, NO_CASE, STILL_DUPLICATE).`,
  },
});
