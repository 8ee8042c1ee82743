import { Migration } from '@mikro-orm/migrations';

/** Phases and milestones of the roll-out, behind the wall. */
export class RoadmapTables extends Migration {
  override up(): void {
    this.addSql(`
      create table phase (
        region_id smallint not null,
        id serial not null,
        kind text not null,
        wave_id smallint not null,
        planned_from date not null,
        planned_to date not null,
        actual_from date null,
        actual_to date null,
        primary key (region_id, id)
      )`);
    this.addSql('create index phase_planned_from on phase (region_id, planned_from, id)');
    this.addSql(
      `alter table phase add constraint phase_kind_check check (kind in ('PLANNING', 'AWARENESS', 'PREPARATORY_COMMITTEES', 'PROVINCIAL_FOUNDING', 'REGIONAL_FOUNDING', 'NATIONAL_FOUNDING'))`,
    );
    this.addSql('alter table phase enable row level security');
    this.addSql('alter table phase force row level security');
    this.addSql('create policy phase_sight on phase to hiraf_records using (true) with check (true)');
    this.addSql(`
      create policy phase_read on phase as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy phase_insert on phase as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and (select app.province_scope()) is null)`);
    this.addSql(`
      create policy phase_update on phase as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and (select app.province_scope()) is null)
        with check (region_id = any((select app.capture_scope())::smallint[])
          and (select app.province_scope()) is null)`);
    this.addSql(`
      create policy phase_delete on phase as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and (select app.province_scope()) is null)`);
    this.addSql('alter table phase add foreign key (region_id) references region (id)');
    this.addSql('alter table phase add foreign key (wave_id) references wave (id)');
    this.addSql('grant select on phase to hiraf_records');
    this.addSql('grant insert, update, delete on phase to hiraf_capture');
    this.addSql('grant usage on sequence phase_id_seq to hiraf_capture');
    this.addSql(`
      create table milestone (
        region_id smallint not null,
        id serial not null,
        phase_id int not null,
        province_id smallint null,
        body_class_id smallint null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        planned_on date not null,
        actual_on date null,
        primary key (region_id, id)
      )`);
    this.addSql('create index milestone_phase on milestone (region_id, phase_id, id)');
    this.addSql('create index milestone_province on milestone (region_id, province_id, id)');
    this.addSql('create index milestone_body_class on milestone (region_id, body_class_id, id)');
    this.addSql('create index milestone_planned_on on milestone (region_id, planned_on, id)');
    this.addSql('create index milestone_actual_on on milestone (region_id, actual_on, id)');
    this.addSql('alter table milestone enable row level security');
    this.addSql('alter table milestone force row level security');
    this.addSql('create policy milestone_sight on milestone to hiraf_records using (true) with check (true)');
    this.addSql(`
      create policy milestone_read on milestone as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy milestone_insert on milestone as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy milestone_update on milestone as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy milestone_delete on milestone as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy milestone_province on milestone as restrictive
        using (coalesce(province_id = (select app.province_scope()), true))
        with check (coalesce(province_id = (select app.province_scope()), true))`);
    this.addSql('alter table milestone add foreign key (region_id, phase_id) references phase (region_id, id)');
    this.addSql('alter table milestone add foreign key (region_id, province_id) references province (region_id, id)');
    this.addSql('alter table milestone add foreign key (body_class_id) references body_class (id)');
    this.addSql('grant select on milestone to hiraf_records');
    this.addSql('grant insert, update, delete on milestone to hiraf_capture');
    this.addSql('grant usage on sequence milestone_id_seq to hiraf_capture');
  }

  override down(): void {
    this.addSql('drop table milestone');
    this.addSql('drop table phase');
  }
}
