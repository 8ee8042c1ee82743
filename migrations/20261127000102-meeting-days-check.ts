import { Migration } from '@mikro-orm/migrations';

const RULE = `(state = 'HELD') = (held_on is not null)`;

/** Validates the check of the migration before, apart from it: together they would keep readers waiting. */
export class MeetingDaysCheck extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql('alter table meeting validate constraint meeting_held');
  }

  override down(): void {
    this.addSql('alter table meeting drop constraint meeting_held');
    this.addSql(`alter table meeting add constraint meeting_held check (${RULE}) not valid`);
  }
}
