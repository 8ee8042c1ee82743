import 'reflect-metadata';
import { isInterfaceType, specifiedDirectives, type GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import type { ReferenceSource } from './platform/tenancy/reference.ts';
import type { FindRow } from './platform/tenancy/tenant-scope.ts';
import { ArtisanResolver } from './modules/artisans/artisan.resolver.ts';
import { TerritoryArtisans } from './modules/artisans/territory.fields.ts';
import { artisansByIds } from './modules/artisans/index.ts';
import {
  DelegateResolver,
  FoundingAssemblyResolver,
  RuleResolver,
  SeatResolver,
} from './modules/bodies/board.resolver.ts';
import { BodyResolver } from './modules/bodies/body.resolver.ts';
import {
  assembliesByIds,
  bodiesByIds,
  bodyReference,
  bodySource,
  delegatesByIds,
  seatsByIds,
} from './modules/bodies/index.ts';
import { TerritoryBodies } from './modules/bodies/territory.fields.ts';
import { AuditEntryResolver } from './modules/audit/entry.resolver.ts';
import { CommitteeResolver } from './modules/committees/committee.resolver.ts';
import { BodyElections, CandidacyResolver, ElectionResolver } from './modules/elections/election.resolver.ts';
import { candidaciesByIds, electionsByIds } from './modules/elections/index.ts';
import { pollingCommands } from './modules/elections/polling.commands.ts';
import { formationCommands } from './modules/committees/formation.commands.ts';
import { committeeMembersByIds, committeesByIds } from './modules/committees/index.ts';
import { CommitteeMemberResolver } from './modules/committees/member.resolver.ts';
import { TerritoryCommittees } from './modules/committees/territory.fields.ts';
import { SimulationResolver } from './modules/readiness/simulation.resolver.ts';
import { foundingCommands } from './modules/founding/founding.commands.ts';
import { duplicateCommands } from './modules/duplicates/duplicate.commands.ts';
import { HandOverResolver } from './modules/handovers/hand-over.resolver.ts';
import { handingCommands } from './modules/handovers/handing.commands.ts';
import { handOversByIds } from './modules/handovers/index.ts';
import { ArtisanIssues } from './modules/issues/artisan.fields.ts';
import { IdentityAlertResolver } from './modules/issues/alert.resolver.ts';
import { issuesByIds } from './modules/issues/index.ts';
import { issueCommands } from './modules/issues/issue.commands.ts';
import { RegisterIssueResolver } from './modules/issues/issue.resolver.ts';
import { TerritoryIssues } from './modules/issues/territory.fields.ts';
import { conveningCommands } from './modules/meetings/convening.commands.ts';
import { MeetingDecisionResolver, MeetingDecisions } from './modules/meetings/decision.resolver.ts';
import { decisionsByIds, meetingsByIds } from './modules/meetings/index.ts';
import { MeetingResolver, ParticipationResolver } from './modules/meetings/meeting.resolver.ts';
import { TerritoryMeetings } from './modules/meetings/territory.fields.ts';
import { AttendanceResolver, SessionAttendance } from './modules/outreach/attendance.resolver.ts';
import { mobilisationCommands } from './modules/outreach/mobilisation.commands.ts';
import { CampaignResolver } from './modules/outreach/campaign.resolver.ts';
import { campaignsByIds, sessionsByIds } from './modules/outreach/index.ts';
import { OutreachSessionResolver } from './modules/outreach/outreach.resolver.ts';
import { TerritoryOutreach } from './modules/outreach/territory.fields.ts';
import { nomenclatureOf, nomenclatureSource } from './modules/professions/index.ts';
import {
  BodyClassResolver,
  FamilyResolver,
  ProfessionResolver,
  SectorResolver,
} from './modules/professions/profession.resolver.ts';
import { registerCommands } from './modules/register/register.commands.ts';
import { BodyReadiness } from './modules/readiness/body.fields.ts';
import { BodyFigures, PeopleFigures } from './modules/representation/count.resolver.ts';
import { publishedSource } from './modules/representation/index.ts';
import { RateFigures } from './modules/representation/rate.resolver.ts';
import {
  CellKeys,
  RepresentationResolver,
  TerritoryFigures,
} from './modules/representation/representation.resolver.ts';
import { milestonesByIds, phasesByIds } from './modules/roadmap/index.ts';
import { planningCommands } from './modules/roadmap/planning.commands.ts';
import { MilestoneResolver } from './modules/roadmap/milestone.resolver.ts';
import { PhaseResolver } from './modules/roadmap/phase.resolver.ts';
import { TerritoryRoadmap } from './modules/roadmap/territory.fields.ts';
import { territoryOf, territorySource } from './modules/territory/index.ts';
import {
  InstitutionResolver,
  NationResolver,
  ProvinceResolver,
  RegionResolver,
} from './modules/territory/territory.resolver.ts';
import { ViewerResolver } from './modules/territory/viewer.resolver.ts';
import { annotateCosts } from './platform/graphql/cost/annotate.ts';
import { costDirectives } from './platform/graphql/cost/directives.ts';
import { guardArguments } from './platform/graphql/guard.ts';
import { nodeResolver, type NodeFinder } from './platform/graphql/node.resolver.ts';
import { inlineResolverParameters } from './platform/executor/inline-parameters.ts';

/** Reference data that is held in memory. */
export const referenceSources: readonly ReferenceSource<unknown>[] = [
  territorySource,
  nomenclatureSource,
  bodySource,
  publishedSource,
];

/** The types of these rows: what is written of them is kept, for they only ever change by being loaded again. */
export const inMemoryTypes: ReadonlySet<string> = new Set([
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

export async function buildGraphqlSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    validate: false,
    directives: [...specifiedDirectives, ...costDirectives],
  });
  for (const type of Object.values(schema.getTypeMap())) {
    // type-graphql makes this asynchronous, and compiled execution needs it at once: every row carries its type.
    if (isInterfaceType(type)) type.resolveType = (value: { __typename: string }) => value.__typename;
  }
  inlineResolverParameters(schema);
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
