import 'reflect-metadata';
import { migrationsList } from '../migrations/index.ts';
import { BudgetTable } from './platform/auth/budget.table.ts';
import {
  AuditEntryTable,
  AuditHeadTable,
  IdempotencyKeyTable,
  OutboxEventTable,
} from './platform/audit/audit.tables.ts';
import { ArtisanTable } from './modules/artisans/artisan.table.ts';
import { DelegateTable, OfficeTable, SeatTable } from './modules/bodies/board.table.ts';
import { BodyTable, FoundingAssemblyTable } from './modules/bodies/body.table.ts';
import { RuleTable } from './modules/bodies/rule.table.ts';
import { CommitteeMemberTable, CommitteeTable } from './modules/committees/committee.table.ts';
import { BallotTable, CandidacyTable, ElectionTable } from './modules/elections/election.tables.ts';
import { NumberCountTable } from './modules/issues/number.table.ts';
import { RegisterIssueTable } from './modules/issues/issue.table.ts';
import { HandOverTable } from './modules/handovers/hand-over.table.ts';
import { MeetingDecisionTable } from './modules/meetings/decision.table.ts';
import { AgendaPointTable, MeetingTable, ParticipationTable } from './modules/meetings/meeting.table.ts';
import { OutreachAttendanceTable, OutreachReachTable } from './modules/outreach/attendance.tables.ts';
import { CampaignTable, OutreachSessionTable } from './modules/outreach/outreach.table.ts';
import {
  BodyClassProfessionTable,
  BodyClassTable,
  FamilyTable,
  ProfessionTable,
  SectorTable,
  WaveTable,
} from './modules/professions/nomenclature.tables.ts';
import {
  BodyFigureTable,
  ClassFigureTable,
  RegisterCellTable,
  RegisterFigureTable,
} from './modules/representation/figure.tables.ts';
import { PublishedFigureTable } from './modules/representation/published-figure.table.ts';
import { MilestoneTable, PhaseTable } from './modules/roadmap/roadmap.table.ts';
import { InstitutionTable } from './modules/territory/institution.table.ts';
import { ProvinceTable } from './modules/territory/province.table.ts';
import { RegionTable } from './modules/territory/region.table.ts';

/** Every table, in the order in which rows can be loaded. */
const tables = [
  RegionTable,
  ProvinceTable,
  InstitutionTable,
  FamilyTable,
  SectorTable,
  ProfessionTable,
  WaveTable,
  BodyClassTable,
  BodyClassProfessionTable,
  OfficeTable,
  RuleTable,
  PublishedFigureTable,
  BodyTable,
  ArtisanTable,
  RegisterIssueTable,
  NumberCountTable,
  CommitteeTable,
  CommitteeMemberTable,
  HandOverTable,
  FoundingAssemblyTable,
  SeatTable,
  DelegateTable,
  ElectionTable,
  CandidacyTable,
  BallotTable,
  CampaignTable,
  OutreachSessionTable,
  OutreachAttendanceTable,
  OutreachReachTable,
  MeetingTable,
  AgendaPointTable,
  ParticipationTable,
  MeetingDecisionTable,
  PhaseTable,
  MilestoneTable,
  RegisterCellTable,
  RegisterFigureTable,
  ClassFigureTable,
  BodyFigureTable,
  AuditEntryTable,
  AuditHeadTable,
  OutboxEventTable,
  IdempotencyKeyTable,
  BudgetTable,
] as const;

/** What the database holds. */
export const storage = { tables, migrations: migrationsList } as const;
