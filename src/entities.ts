import 'reflect-metadata';
import { BudgetTable } from './access/budget.table.ts';
import { AuditEntryTable, AuditHeadTable, IdempotencyKeyTable, OutboxEventTable } from './access/trail.tables.ts';
import { ArtisanTable } from './domain/artisans/artisan.table.ts';
import { DelegateTable, OfficeTable, SeatTable } from './domain/bodies/board.table.ts';
import { BodyTable, FoundingAssemblyTable } from './domain/bodies/body.table.ts';
import { RuleTable } from './domain/bodies/rule.table.ts';
import { CommitteeMemberTable, CommitteeTable } from './domain/committees/committee.table.ts';
import { BallotTable, CandidacyTable, ElectionTable } from './domain/elections/election.tables.ts';
import { NumberCountTable } from './domain/issues/number.table.ts';
import { RegisterIssueTable } from './domain/issues/issue.table.ts';
import { HandOverTable } from './domain/handovers/hand-over.table.ts';
import { MeetingDecisionTable } from './domain/meetings/decision.table.ts';
import { AgendaPointTable, MeetingTable, ParticipationTable } from './domain/meetings/meeting.table.ts';
import { OutreachAttendanceTable, OutreachReachTable } from './domain/outreach/attendance.tables.ts';
import { CampaignTable, OutreachSessionTable } from './domain/outreach/outreach.table.ts';
import {
  BodyClassProfessionTable,
  BodyClassTable,
  FamilyTable,
  ProfessionTable,
  SectorTable,
  WaveTable,
} from './domain/professions/nomenclature.tables.ts';
import {
  BodyFigureTable,
  ClassFigureTable,
  RegisterCellTable,
  RegisterFigureTable,
} from './domain/representation/figure.tables.ts';
import { PublishedFigureTable } from './domain/representation/published-figure.table.ts';
import { MilestoneTable, PhaseTable } from './domain/roadmap/roadmap.table.ts';
import { InstitutionTable } from './domain/territory/institution.table.ts';
import { ProvinceTable } from './domain/territory/province.table.ts';
import { RegionTable } from './domain/territory/region.table.ts';

/** Every table, in the order in which rows can be loaded. */
export const entities = [
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
