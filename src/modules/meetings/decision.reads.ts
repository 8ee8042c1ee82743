import { sql } from 'kysely';
import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import type { Batch } from '../../platform/tenancy/tenant-scope.ts';
import { selectList } from '../../platform/postgres/columns.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import type { MeetingDecision, Meeting } from './meeting.type.ts';

const DECISION_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  meetingId: 't.meeting_id',
  textAr: 't.text_ar',
  textFr: 't.text_fr',
  owner: 't.owner',
  dueOn: 't.due_on',
  doneOn: 't.done_on',
  version: 't.version',
} as const satisfies Record<keyof MeetingDecision, string>;

/** How a decision is changed. */
export const DECISION: EntityMapping<MeetingDecision> = {
  type: 'MeetingDecision',
  table: 'meeting_decision',
  columns: DECISION_COLUMNS,
};
const columns: Record<string, string> = { ...DECISION_COLUMNS, __typename: `'MeetingDecision'` };

export const decisionsByIds: Batch<number, MeetingDecision | null> = rowsByIds('meeting_decision', columns);

/** What meetings decided, in the order in which it was recorded. */
export const decisionsOf: Batch<Meeting, MeetingDecision[]> = async (scope, meetings) => {
  const regions = [...new Set(meetings.map(({ regionId }) => regionId))];
  const rows = await scope.rows<MeetingDecision>(sql`
    select ${selectList(columns)} from meeting_decision t
    where t.region_id = any(${regions}::smallint[]) and t.meeting_id = any(${meetings.map(({ id }) => id)}::int[])
    order by t.id`);
  return meetings.map(({ id }) => rows.filter(({ meetingId }) => meetingId === id));
};
