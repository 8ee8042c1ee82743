import { sql } from 'kysely';
import type { Batch } from '../../platform/tenancy/tenant-scope.ts';
import type { Attendance, OutreachSession } from './outreach.type.ts';

const regionsOf = (sessions: readonly OutreachSession[]): number[] => [
  ...new Set(sessions.map(({ regionId }) => regionId)),
];

/** Who came to sessions, by profession. */
export const attendancesOf: Batch<OutreachSession, Attendance[]> = async (scope, sessions) => {
  const rows = await scope.rows<Attendance & { sessionId: number }>(sql`
    select session_id as "sessionId", profession_id as "professionId", women, men from outreach_attendance
    where region_id = any(${regionsOf(sessions)}::smallint[]) and session_id = any(${sessions.map(({ id }) => id)}::int[])
    order by profession_id`);
  return sessions.map(({ id }) => rows.filter(({ sessionId }) => sessionId === id));
};

/** How many artisans sessions reached. */
export const reachedOf: Batch<OutreachSession, number> = async (scope, sessions) => {
  const rows = await scope.rows<{ sessionId: number; reached: number }>(sql`
    select session_id as "sessionId", count(*)::int as reached from outreach_reach
    where region_id = any(${regionsOf(sessions)}::smallint[]) and session_id = any(${sessions.map(({ id }) => id)}::int[])
    group by 1`);
  const bySession = new Map(rows.map(({ sessionId, reached }) => [sessionId, reached]));
  return sessions.map(({ id }) => bySession.get(Number(id)) ?? 0);
};
