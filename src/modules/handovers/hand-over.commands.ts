import { commands } from '../../platform/graphql/commands.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { HAND_OVER_REASONS } from './hand-over.reasons.ts';
import { ISSUE_REASONS } from '../issues/issue.reasons.ts';
import { REGISTER } from '../register/register.reasons.ts';
import { TERRITORY } from '../territory/territory.reasons.ts';
import { TEXT_REASONS } from '../../platform/errors/validators.ts';
import {
  AcceptHandOverInput,
  DeclineHandOverInput,
  WithdrawHandOverInput,
  OfferHandOverInput,
} from './hand-over.input.ts';
import { HandOver } from './hand-over.type.ts';
import { acceptHandOver, declineHandOver, offerHandOver, withdrawHandOver } from './hand-over.writes.ts';

export const handOverCommands = commands({
  offerHandOver: {
    run: offerHandOver,
    input: OfferHandOverInput,
    answers: HandOver,
    refusals: [
      HAND_OVER_REASONS.SAME_REGION,
      ISSUE_REASONS.IN_OPEN_CASE,
      REGISTER.ENTRY_DELETED,
      REGISTER.HOLDS_OFFICE,
      TERRITORY.NO_PROVINCE,
      TERRITORY.NO_SUCH_TERRITORY,
    ],
    description: `Offers a person in any state but DELETED to another region, which sees the offer at once. Needs the capture grant at the person’s province. One open offer for a person at a time (REPEATED).`,
  },
  acceptHandOver: {
    run: acceptHandOver,
    input: AcceptHandOverInput,
    answers: HandOver,
    refusals: [
      COMMON.WRONG_STATE,
      HAND_OVER_REASONS.OTHER_SIDE,
      ISSUE_REASONS.IN_OPEN_CASE,
      REGISTER.ENTRY_DELETED,
      REGISTER.HOLDS_OFFICE,
    ],
    description: `OFFERED to ACCEPTED: the person moves to the receiving region in one step and is a member no more. Needs the capture grant at the receiving province.`,
  },
  declineHandOver: {
    run: declineHandOver,
    input: DeclineHandOverInput,
    answers: HandOver,
    refusals: [...TEXT_REASONS, COMMON.WRONG_STATE, HAND_OVER_REASONS.OTHER_SIDE],
    description: `OFFERED to DECLINED by the receiving region. Needs the capture grant at the receiving province.`,
  },
  withdrawHandOver: {
    run: withdrawHandOver,
    input: WithdrawHandOverInput,
    answers: HandOver,
    refusals: [...TEXT_REASONS, COMMON.WRONG_STATE, HAND_OVER_REASONS.OTHER_SIDE],
    description: `OFFERED to WITHDRAWN by the offering region. Needs the capture grant at the person’s province.`,
  },
});
