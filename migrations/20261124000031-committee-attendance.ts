import { Migration } from '@mikro-orm/migrations';

/** How many adopted the draft of the statutes, a version for each member, and one live committee for each body. */
export class CommitteeAttendance extends Migration {
  override up(): void {
    this.addSql('alter table committee add column present int null');
    this.addSql('alter table committee_member add column version int not null default 1');
    this.addSql(`
      create unique index committee_one_live on committee (region_id, coalesce(province_id, 0), "level", body_class_id)
        where state in ('PLANNED', 'FORMED', 'STATUTES_DRAFTED')`);
  }

  override down(): void {
    this.addSql('drop index committee_one_live');
    this.addSql('alter table committee_member drop column version');
    this.addSql('alter table committee drop column present');
  }
}
