import { Migration } from '@mikro-orm/migrations';

/**
 * The day for which a meeting is called stays what it was when it is held on another day; until now the one replaced the
 * other. A meeting that is not held has no day on which it was held.
 */
export class MeetingDays extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql(`alter table meeting add column scheduled_on date not null default '2026-01-01'`);
    // Programs of before show an error in place of the day of a meeting that is not held yet, until they are replaced.
    this.addSql('-- squawk-ignore ban-drop-not-null\nalter table meeting alter column held_on drop not null');
    // The owner of the tables sees no row of its own accord.
    this.addSql('alter table meeting no force row level security');
    this.addSql('update meeting set scheduled_on = held_on');
    this.addSql(`update meeting set held_on = null where state <> 'HELD'`);
    this.addSql('alter table meeting force row level security');
    this.addSql('alter table meeting alter column scheduled_on drop default');
    this.addSql(`
      alter table meeting add constraint meeting_held check ((state = 'HELD') = (held_on is not null)) not valid`);
    this.addSql('create index meeting_scheduled_on on meeting (region_id, scheduled_on, id)');
  }

  override down(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql('drop index meeting_scheduled_on');
    this.addSql('alter table meeting drop constraint meeting_held');
    this.addSql('alter table meeting no force row level security');
    this.addSql('update meeting set held_on = scheduled_on where held_on is null');
    this.addSql('alter table meeting force row level security');
    this.addSql('alter table meeting alter column held_on set not null');
    this.addSql('alter table meeting drop column scheduled_on');
  }
}
