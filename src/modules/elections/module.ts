import { entityFields } from '../territory/entity.fields.ts';
import { commands } from '../../platform/graphql/commands.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { ELECTION_REASONS } from './election.reasons.ts';
import { DAY_REASONS } from '../../platform/errors/validators.ts';
import { Candidacy, Election } from './election.type.ts';
import {
  AddCandidacyInput,
  CallElectionInput,
  CancelElectionInput,
  RecordVotersInput,
  WithdrawCandidacyInput,
} from './election.input.ts';
import { addCandidacy, callElection, cancelElection, recordVoters, withdrawCandidacy } from './election.writes.ts';
import type { Module } from '../../platform/graphql/module.ts';
import { candidaciesByIds, electionsByIds } from './election.reads.ts';
import { BodyElections, CandidacyResolver, ElectionResolver } from './election.resolver.ts';

const electionCommands = commands({
  callElection: {
    run: callElection,
    input: CallElectionInput,
    answers: Election,
    refusals: [
      ...DAY_REASONS,
      ELECTION_REASONS.ELECTION_PENDING,
      ELECTION_REASONS.NOT_ELECTING,
      ELECTION_REASONS.NO_DELEGATES_ABOVE,
    ],
    description: `Calls an election: of a board for a body IN_PREPARATION, FOUNDED or ACTIVE, of delegates from the foundation on. Above the province it fixes how many delegates each body of the base sends: twice as many as the board has seats, shared out by members, two of each body at least (rules DELEGATES_PER_SEAT and DELEGATES_OF_A_BODY); a body that becomes active later waits for the next election. Needs the capture grant at the territory of the body.`,
  },
  addCandidacy: {
    run: addCandidacy,
    input: AddCandidacyInput,
    answers: Candidacy,
    refusals: [
      COMMON.WRONG_STATE,
      ELECTION_REASONS.NOT_ELECTING,
      ELECTION_REASONS.NO_ELECTOR,
      ELECTION_REASONS.OFFICE_NEEDED,
      ELECTION_REASONS.ONE_DELEGATION,
      ELECTION_REASONS.ONE_SEAT,
      ELECTION_REASONS.STANDS_ALREADY,
    ],
    description: `Puts forward a person who may vote: for a provincial body a registrant of the class in the province, and from the foundation on a member; above it a delegate in office of an active body below, as many of each as its share. One candidacy in an election, one seat in a board, one delegation. Needs the capture grant at the territory of the body.`,
  },
  withdrawCandidacy: {
    run: withdrawCandidacy,
    input: WithdrawCandidacyInput,
    answers: Candidacy,
    refusals: [COMMON.WRONG_STATE, ELECTION_REASONS.WITHDRAWN],
    description: `Withdraws a candidacy before the count. Needs the capture grant at the territory of the body.`,
  },
  recordVoters: {
    run: recordVoters,
    input: RecordVotersInput,
    answers: Election,
    refusals: [
      COMMON.WRONG_STATE,
      COMMON.NOT_POSITIVE,
      COMMON.TOO_MANY,
      ELECTION_REASONS.NOT_ELECTING,
      ELECTION_REASONS.NO_ELECTOR,
      ELECTION_REASONS.VOTED_ALREADY,
    ],
    description: `Records who has voted, never for whom; each once. Needs the capture grant at the territory of the body.`,
  },
  cancelElection: {
    run: cancelElection,
    input: CancelElectionInput,
    answers: Election,
    refusals: [COMMON.WRONG_STATE],
    description: `Calls off an election that is CALLED. Needs the capture grant at the territory of the body.`,
  },
});

export const electionsModule: Module = {
  tables: [() => import('./election.table.ts')],
  nodes: {
    Election: (scope, id) => scope.loader(electionsByIds).load(id),
    Candidacy: (scope, id) => scope.loader(candidaciesByIds).load(id),
  },
  resolvers: [
    entityFields(Election),
    entityFields(Candidacy),
    ElectionResolver,
    CandidacyResolver,
    BodyElections,
    electionCommands,
  ],
};
