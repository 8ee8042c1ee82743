import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ListSize, ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { Profession } from '../professions/profession.type.ts';
import { professionOf } from '../professions/profession.reads.ts';
import { attendancesOf, reachedOf } from './attendance.reads.ts';
import { Attendance, OutreachSession } from './outreach.type.ts';

@Resolver(() => Attendance)
export class AttendanceResolver {
  @FieldResolver(() => Profession, { description: 'The profession.' })
  profession(@Root() attendance: Attendance, @Ctx() { scope }: Context): Profession | null {
    return professionOf(scope, attendance.professionId);
  }
}

@Resolver(() => OutreachSession)
export class SessionAttendance {
  @ReadsDatabase()
  @ListSize(30)
  @FieldResolver(() => [Attendance], { description: 'Who came, by profession; empty where this was not counted.' })
  attendance(@Root() session: OutreachSession, @Ctx() { scope }: Context): Promise<Attendance[]> {
    return scope.loader(attendancesOf).load(session);
  }

  @ReadsDatabase()
  @FieldResolver(() => Int, { description: 'How many registered artisans it is known to have reached.' })
  reached(@Root() session: OutreachSession, @Ctx() { scope }: Context): Promise<number> {
    return scope.loader(reachedOf).load(session);
  }
}
