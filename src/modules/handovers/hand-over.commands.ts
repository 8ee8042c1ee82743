import { commands } from '../../platform/graphql/commands.ts';
import { AcceptHandOverInput, EndHandOverInput, OfferHandOverInput } from './hand-over.input.ts';
import { HandOver } from './hand-over.type.ts';
import { acceptHandOver, declineHandOver, offerHandOver, withdrawHandOver } from './hand-over.writes.ts';

export const handOverCommands = commands({
  offerHandOver: {
    run: offerHandOver,
    input: OfferHandOverInput,
    answers: HandOver,
    description: `Offers a person in any state but DELETED to another region, which sees the offer at once. Needs the capture grant at the person’s province. Refusals: BAD_USER_INPUT (NO_PROVINCE, SAME_REGION), NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, ENTRY_DELETED, HOLDS_OFFICE, IN_OPEN_CASE, REPEATED where an offer is open).`,
  },
  acceptHandOver: {
    run: acceptHandOver,
    input: AcceptHandOverInput,
    answers: HandOver,
    description: `OFFERED to ACCEPTED: the person moves to the receiving region in one step and is a member no more. Needs the capture grant at the receiving province. Refusals: NOT_FOUND, FORBIDDEN (OUT_OF_REACH, OTHER_SIDE), CONFLICT (STALE_VERSION, WRONG_STATE, ENTRY_DELETED, HOLDS_OFFICE, IN_OPEN_CASE).`,
  },
  declineHandOver: {
    run: declineHandOver,
    input: EndHandOverInput,
    answers: HandOver,
    description: `OFFERED to DECLINED by the receiving region. Needs the capture grant at the receiving province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN (OUT_OF_REACH, OTHER_SIDE), CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  withdrawHandOver: {
    run: withdrawHandOver,
    input: EndHandOverInput,
    answers: HandOver,
    description: `OFFERED to WITHDRAWN by the offering region. Needs the capture grant at the person’s province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN (OUT_OF_REACH, OTHER_SIDE), CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
});
