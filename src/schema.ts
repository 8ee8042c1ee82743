import 'reflect-metadata';
import { isInterfaceType, specifiedDirectives, type GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import type { ReferenceSource } from './access/reference.ts';
import type { FindRow } from './access/scope.ts';
import { ArtisanResolver } from './domain/artisans/artisan.resolver.ts';
import { TerritoryArtisans } from './domain/artisans/territory.fields.ts';
import { artisansByIds } from './domain/artisans/index.ts';
import {
  DelegateResolver,
  FoundingAssemblyResolver,
  RuleResolver,
  SeatResolver,
} from './domain/bodies/board.resolver.ts';
import { BodyResolver } from './domain/bodies/body.resolver.ts';
import {
  assembliesByIds,
  bodiesByIds,
  bodyReference,
  bodySource,
  delegatesByIds,
  seatsByIds,
} from './domain/bodies/index.ts';
import { TerritoryBodies } from './domain/bodies/territory.fields.ts';
import { AuditEntryResolver } from './domain/audit/entry.resolver.ts';
import { CommitteeResolver } from './domain/committees/committee.resolver.ts';
import { BodyElections, CandidacyResolver, ElectionResolver } from './domain/elections/election.resolver.ts';
import { candidaciesByIds, electionsByIds } from './domain/elections/index.ts';
import { pollingCommands } from './domain/elections/polling.commands.ts';
import { formationCommands } from './domain/committees/formation.commands.ts';
import { committeeMembersByIds, committeesByIds } from './domain/committees/index.ts';
import { CommitteeMemberResolver } from './domain/committees/member.resolver.ts';
import { TerritoryCommittees } from './domain/committees/territory.fields.ts';
import { SimulationResolver } from './domain/readiness/simulation.resolver.ts';
import { foundingCommands } from './domain/founding/founding.commands.ts';
import { duplicateCommands } from './domain/duplicates/duplicate.commands.ts';
import { HandOverResolver } from './domain/handovers/hand-over.resolver.ts';
import { handingCommands } from './domain/handovers/handing.commands.ts';
import { handOversByIds } from './domain/handovers/index.ts';
import { ArtisanIssues } from './domain/issues/artisan.fields.ts';
import { IdentityAlertResolver } from './domain/issues/alert.resolver.ts';
import { issuesByIds } from './domain/issues/index.ts';
import { issueCommands } from './domain/issues/issue.commands.ts';
import { RegisterIssueResolver } from './domain/issues/issue.resolver.ts';
import { TerritoryIssues } from './domain/issues/territory.fields.ts';
import { conveningCommands } from './domain/meetings/convening.commands.ts';
import { MeetingDecisionResolver, MeetingDecisions } from './domain/meetings/decision.resolver.ts';
import { decisionsByIds, meetingsByIds } from './domain/meetings/index.ts';
import { MeetingResolver, ParticipationResolver } from './domain/meetings/meeting.resolver.ts';
import { TerritoryMeetings } from './domain/meetings/territory.fields.ts';
import { AttendanceResolver, SessionAttendance } from './domain/outreach/attendance.resolver.ts';
import { mobilisationCommands } from './domain/outreach/mobilisation.commands.ts';
import { CampaignResolver } from './domain/outreach/campaign.resolver.ts';
import { campaignsByIds, sessionsByIds } from './domain/outreach/index.ts';
import { OutreachSessionResolver } from './domain/outreach/outreach.resolver.ts';
import { TerritoryOutreach } from './domain/outreach/territory.fields.ts';
import { nomenclatureOf, nomenclatureSource } from './domain/professions/index.ts';
import {
  BodyClassResolver,
  FamilyResolver,
  ProfessionResolver,
  SectorResolver,
} from './domain/professions/profession.resolver.ts';
import { registerCommands } from './domain/register/register.commands.ts';
import { BodyReadiness } from './domain/readiness/body.fields.ts';
import { BodyFigures, PeopleFigures } from './domain/representation/count.resolver.ts';
import { publishedSource } from './domain/representation/index.ts';
import { RateFigures } from './domain/representation/rate.resolver.ts';
import { CellKeys, RepresentationResolver, TerritoryFigures } from './domain/representation/representation.resolver.ts';
import { milestonesByIds, phasesByIds } from './domain/roadmap/index.ts';
import { planningCommands } from './domain/roadmap/planning.commands.ts';
import { MilestoneResolver } from './domain/roadmap/milestone.resolver.ts';
import { PhaseResolver } from './domain/roadmap/phase.resolver.ts';
import { TerritoryRoadmap } from './domain/roadmap/territory.fields.ts';
import { territoryOf, territorySource } from './domain/territory/index.ts';
import {
  InstitutionResolver,
  NationResolver,
  ProvinceResolver,
  RegionResolver,
} from './domain/territory/territory.resolver.ts';
import { ViewerResolver } from './domain/territory/viewer.resolver.ts';
import { annotateCosts } from './graphql/cost/annotate.ts';
import { costDirectives } from './graphql/cost/directives.ts';
import { guardArguments } from './graphql/guard.ts';
import { nodeResolver, type NodeFinder } from './graphql/node.resolver.ts';
import { unwrapResolvers } from './graphql/plan/direct.ts';

/** Reference data that is held in memory. */
export const referenceSources: readonly ReferenceSource<unknown>[] = [
  territorySource,
  nomenclatureSource,
  bodySource,
  publishedSource,
];

/** The types of these rows: what is written of them is kept, for they only ever change by being loaded again. */
export const heldInMemory: ReadonlySet<string> = new Set([
  ...['Nation', 'Region', 'Province', 'Institution', 'Family', 'Sector', 'Profession', 'BodyClass', 'Wave', 'Office'],
]);

/** How each type with an id is found. */
const finders: Readonly<Record<string, NodeFinder>> = {
  Nation: (scope, id) => (id === 0 ? territoryOf(scope).nation : null),
  Region: (scope, id) => territoryOf(scope).regionById.get(id) ?? null,
  Province: (scope, id) => territoryOf(scope).provinceById.get(id) ?? null,
  Institution: (scope, id) => territoryOf(scope).institutions.find(({ institutionId }) => institutionId === id) ?? null,
  Family: (scope, id) => nomenclatureOf(scope).families.find(({ familyId }) => familyId === id) ?? null,
  Sector: (scope, id) => nomenclatureOf(scope).sectorById.get(id) ?? null,
  Profession: (scope, id) => nomenclatureOf(scope).professionById.get(id) ?? null,
  BodyClass: (scope, id) => nomenclatureOf(scope).bodyClassById.get(id) ?? null,
  Office: (scope, id) => bodyReference(scope).officeById.get(id) ?? null,
  Artisan: (scope, id) => scope.loader(artisansByIds).load(id),
  RegisterIssue: (scope, id) => scope.loader(issuesByIds).load(id),
  HandOver: (scope, id) => scope.loader(handOversByIds).load(id),
  Committee: (scope, id) => scope.loader(committeesByIds).load(id),
  CommitteeMember: (scope, id) => scope.loader(committeeMembersByIds).load(id),
  Body: (scope, id) => scope.loader(bodiesByIds).load(id),
  FoundingAssembly: (scope, id) => scope.loader(assembliesByIds).load(id),
  Seat: (scope, id) => scope.loader(seatsByIds).load(id),
  Election: (scope, id) => scope.loader(electionsByIds).load(id),
  Candidacy: (scope, id) => scope.loader(candidaciesByIds).load(id),
  Delegate: (scope, id) => scope.loader(delegatesByIds).load(id),
  OutreachSession: (scope, id) => scope.loader(sessionsByIds).load(id),
  Campaign: (scope, id) => scope.loader(campaignsByIds).load(id),
  Meeting: (scope, id) => scope.loader(meetingsByIds).load(id),
  MeetingDecision: (scope, id) => scope.loader(decisionsByIds).load(id),
  Phase: (scope, id) => scope.loader(phasesByIds).load(id),
  Milestone: (scope, id) => scope.loader(milestonesByIds).load(id),
};

export const findRow: FindRow = (scope, type, id) => finders[type]?.(scope, id) ?? null;

const resolvers: NonEmptyArray<new () => object> = [
  nodeResolver(finders),
  ViewerResolver,
  NationResolver,
  RegionResolver,
  ProvinceResolver,
  InstitutionResolver,
  FamilyResolver,
  SectorResolver,
  ProfessionResolver,
  BodyClassResolver,
  ArtisanResolver,
  registerCommands,
  TerritoryArtisans,
  RegisterIssueResolver,
  issueCommands,
  ArtisanIssues,
  TerritoryIssues,
  IdentityAlertResolver,
  HandOverResolver,
  handingCommands,
  duplicateCommands,
  CommitteeResolver,
  CommitteeMemberResolver,
  formationCommands,
  TerritoryCommittees,
  BodyResolver,
  SeatResolver,
  DelegateResolver,
  FoundingAssemblyResolver,
  RuleResolver,
  TerritoryBodies,
  ElectionResolver,
  CandidacyResolver,
  BodyElections,
  pollingCommands,
  OutreachSessionResolver,
  CampaignResolver,
  AttendanceResolver,
  SessionAttendance,
  mobilisationCommands,
  TerritoryOutreach,
  MeetingResolver,
  ParticipationResolver,
  TerritoryMeetings,
  conveningCommands,
  MeetingDecisionResolver,
  MeetingDecisions,
  PhaseResolver,
  MilestoneResolver,
  TerritoryRoadmap,
  planningCommands,
  BodyReadiness,
  foundingCommands,
  SimulationResolver,
  PeopleFigures,
  BodyFigures,
  RateFigures,
  RepresentationResolver,
  CellKeys,
  TerritoryFigures,
  AuditEntryResolver,
];

export async function schemaOf(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    validate: false,
    directives: [...specifiedDirectives, ...costDirectives],
  });
  for (const type of Object.values(schema.getTypeMap())) {
    // type-graphql makes this asynchronous, and compiled execution needs it at once: every row carries its type.
    if (isInterfaceType(type)) type.resolveType = (value: { __typename: string }) => value.__typename;
  }
  unwrapResolvers(schema);
  annotateCosts(schema);
  guardArguments(schema);
  const query = schema.getQueryType();
  if (query) query.description = 'What can be asked. Reference data needs no token; lists and figures need a grant.';
  const mutation = schema.getMutationType();
  if (mutation) {
    mutation.description =
      'What can be changed. Each root field is a transaction of its own: what fails leaves nothing behind and does not touch the others. Texts are kept in one form: composed (NFC), trimmed, with single spaces and without tatweel. A text with a character that cannot be seen, such as U+202E, is BAD_USER_INPUT (HIDDEN_CHARACTER). Refusals carry extensions.code and extensions.reasons, in the language of Accept-Language (ar, fr, en).';
  }
  return schema;
}
