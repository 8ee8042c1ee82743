import { Roles } from './20261123000001-roles.ts';
import { ReferenceTables } from './20261123000002-reference-tables.ts';
import { RegistrantTables } from './20261123000003-registrant-tables.ts';
import { FoundingTables } from './20261123000004-founding-tables.ts';
import { ProgrammeTables } from './20261123000005-programme-tables.ts';
import { RoadmapTables } from './20261123000006-roadmap-tables.ts';
import { FigureTables } from './20261123000007-figure-tables.ts';
import { TallyTriggers } from './20261123000008-tally.ts';
import { ReferenceChanges } from './20261123000009-reference-changes.ts';
import { AgeBands } from './20261123000010-age-bands.ts';
import { Trail } from './20261124000011-trail.ts';
import { Versions } from './20261124000012-versions.ts';
import { DeletionReason } from './20261124000021-deletion-reason.ts';
import { CommitteeAttendance } from './20261124000031-committee-attendance.ts';
import { ProgrammeParts } from './20261124000035-programme-parts.ts';
import { MeetingDecisions } from './20261124000036-meeting-decisions.ts';
import { HandOvers } from './20261124000037-hand-overs.ts';
import { RuleChanges } from './20261124000041-rule-changes.ts';
import { Upkeep } from './20261124000090-upkeep.ts';
import { RegisterIssues } from './20261124000091-register-issues.ts';
import { ClassFigures } from './20261124000092-class-figures.ts';
import { PlaceStatistics } from './20261124000093-place-statistics.ts';

/** In the order in which they run; a new one is added at the end. */
export const migrationsList = [
  { name: '20261123000001-roles', class: Roles },
  { name: '20261123000002-reference-tables', class: ReferenceTables },
  { name: '20261123000003-registrant-tables', class: RegistrantTables },
  { name: '20261123000004-founding-tables', class: FoundingTables },
  { name: '20261123000005-programme-tables', class: ProgrammeTables },
  { name: '20261123000006-roadmap-tables', class: RoadmapTables },
  { name: '20261123000007-figure-tables', class: FigureTables },
  { name: '20261123000008-tally', class: TallyTriggers },
  { name: '20261123000009-reference-changes', class: ReferenceChanges },
  { name: '20261123000010-age-bands', class: AgeBands },
  { name: '20261124000011-trail', class: Trail },
  { name: '20261124000012-versions', class: Versions },
  { name: '20261124000021-deletion-reason', class: DeletionReason },
  { name: '20261124000031-committee-attendance', class: CommitteeAttendance },
  { name: '20261124000035-programme-parts', class: ProgrammeParts },
  { name: '20261124000036-meeting-decisions', class: MeetingDecisions },
  { name: '20261124000037-hand-overs', class: HandOvers },
  { name: '20261124000041-rule-changes', class: RuleChanges },
  { name: '20261124000090-upkeep', class: Upkeep },
  { name: '20261124000091-register-issues', class: RegisterIssues },
  { name: '20261124000092-class-figures', class: ClassFigures },
  { name: '20261124000093-place-statistics', class: PlaceStatistics },
] as const;
