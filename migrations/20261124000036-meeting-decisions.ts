import { Migration } from '@mikro-orm/migrations';

const HELD = 'region_id = any((select app.capture_scope())::smallint[])';
const OWN = 'coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null)';
const NEAR = 'coalesce(province_id = (select app.province_scope()), true)';

/** What meetings decide, behind the wall. */
export class MeetingDecisions extends Migration {
  override up(): void {
    this.addSql(`
      create table meeting_decision (
        region_id smallint not null,
        id serial not null,
        meeting_id int not null,
        province_id smallint null,
        text_ar text not null,
        text_fr text not null,
        owner text not null,
        due_on date not null,
        done_on date null,
        version int not null default 1,
        primary key (region_id, id)
      )`);
    this.addSql('create index meeting_decision_meeting on meeting_decision (region_id, meeting_id, id)');
    this.guard('meeting_decision', 'meeting', 'meeting_id');
  }

  override down(): void {
    this.addSql('drop table meeting_decision');
  }

  /** The wall of a table with a province, its keys to its parent and its grants. */
  private guard(table: string, parent: string, key: string): void {
    this.addSql(`alter table ${table} enable row level security`);
    this.addSql(`alter table ${table} force row level security`);
    this.addSql(`create policy ${table}_sight on ${table} to hiraf_records using (true) with check (true)`);
    this.addSql(`
      create policy ${table}_read on ${table} as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy ${table}_insert on ${table} as restrictive for insert with check (${HELD} and ${OWN})`);
    this.addSql(`
      create policy ${table}_update on ${table} as restrictive for update
        using (${HELD} and ${OWN}) with check (${HELD} and ${OWN})`);
    this.addSql(`
      create policy ${table}_delete on ${table} as restrictive for delete using (${HELD} and ${OWN})`);
    this.addSql(`
      create policy ${table}_province on ${table} as restrictive using (${NEAR}) with check (${NEAR})`);
    this.addSql(`alter table ${table} add foreign key (region_id) references region (id)`);
    this.addSql(`alter table ${table} add foreign key (region_id, province_id) references province (region_id, id)`);
    this.addSql(`alter table ${table} add foreign key (region_id, ${key}) references ${parent} (region_id, id)`);
    this.addSql(`grant select on ${table} to hiraf_records`);
    this.addSql(`grant insert, update, delete on ${table} to hiraf_capture`);
    this.addSql(`grant usage on sequence ${table}_id_seq to hiraf_capture`);
  }
}
