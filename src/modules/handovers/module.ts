import { entityFields } from '../territory/entity.fields.ts';
import { commands } from '../../platform/graphql/commands.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { HAND_OVER_REASONS } from './hand-over.reasons.ts';
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
import type { Module } from '../../platform/graphql/module.ts';
import { handOversByIds } from './hand-over.reads.ts';
import { HandOverResolver } from './hand-over.resolver.ts';
import { CASE_REASONS } from '../cases/case.reasons.ts';

const handOverCommands = commands({
  offerHandOver: {
    run: offerHandOver,
    input: OfferHandOverInput,
    answers: HandOver,
    refusals: [
      HAND_OVER_REASONS.SAME_REGION,
      CASE_REASONS.IN_OPEN_CASE,
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
      CASE_REASONS.IN_OPEN_CASE,
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

export const handoversModule: Module = {
  tables: [() => import('./hand-over.table.ts')],
  nodes: {
    HandOver: (scope, id) => scope.loader(handOversByIds).load(id),
  },
  resolvers: [entityFields(HandOver, { province: 'The province of this side.' }), HandOverResolver, handOverCommands],
};
