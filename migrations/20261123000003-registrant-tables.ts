import { Migration } from '@mikro-orm/migrations';

/** Bodies and the registrants who may be their members, behind the wall. */
export class RegistrantTables extends Migration {
  override up(): void {
    this.addSql(`
      create table body (
        region_id smallint not null,
        id serial not null,
        "level" text not null,
        province_id smallint null,
        body_class_id smallint not null,
        state text not null,
        founded_on date null,
        approved_on date null,
        suspended_on date null,
        dissolved_on date null,
        statutes_adopted_on date null,
        primary key (region_id, id)
      )`);
    this.addSql('create index body_province on body (region_id, province_id, id)');
    this.addSql(`create index body_body_class on body (region_id, body_class_id, "level", id)`);
    this.addSql('create index body_state on body (region_id, state, id)');
    this.addSql(`create index body_level on body (region_id, "level", id)`);
    this.addSql(
      `create unique index body_one_live on body (region_id, coalesce(province_id, 0), "level", body_class_id) where state <> 'DISSOLVED'`,
    );
    this.addSql(
      `alter table body add constraint body_territory check ((level = 'NATIONAL') = (region_id = 0) and (level = 'PROVINCIAL') = (province_id is not null))`,
    );
    this.addSql(
      `alter table body add constraint body_level_check check ("level" in ('PROVINCIAL', 'REGIONAL', 'NATIONAL'))`,
    );
    this.addSql(
      `alter table body add constraint body_state_check check (state in ('PLANNED', 'IN_PREPARATION', 'FOUNDED', 'ACTIVE', 'SUSPENDED', 'DISSOLVED'))`,
    );
    this.addSql('alter table body enable row level security');
    this.addSql('alter table body force row level security');
    this.addSql('create policy body_sight on body to hiraf_records using (true) with check (true)');
    this.addSql(`
      create policy body_read on body as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy body_insert on body as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy body_update on body as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy body_delete on body as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy body_province on body as restrictive
        using (coalesce(province_id = (select app.province_scope()), true))
        with check (coalesce(province_id = (select app.province_scope()), true))`);
    this.addSql('create policy body_tally on body for select to hiraf_tally using (true)');
    this.addSql('alter table body add foreign key (region_id) references region (id)');
    this.addSql('alter table body add foreign key (region_id, province_id) references province (region_id, id)');
    this.addSql('alter table body add foreign key (body_class_id) references body_class (id)');
    this.addSql('grant select on body to hiraf_records');
    this.addSql('grant insert, update, delete on body to hiraf_capture');
    this.addSql('grant usage on sequence body_id_seq to hiraf_capture');
    this.addSql('grant select on body to hiraf_tally');
    this.addSql(`
      create table artisan (
        region_id smallint not null,
        id serial not null,
        register_number text null,
        kind text not null,
        province_id smallint not null,
        profession_id smallint not null,
        name_ar text not null,
        name_latin text not null,
        search_ar text collate "C" not null,
        search_ar_turned text collate "C" null,
        search_latin text collate "C" not null,
        search_latin_turned text collate "C" null,
        sex text null,
        age_band text null,
        qualification text null,
        practising boolean not null,
        worker_count int null,
        register_state text not null,
        applied_on date not null,
        registered_on date null,
        deleted_on date null,
        deletion_ground text null,
        body_id int null,
        member_since date null,
        birth_date date null,
        national_id text null,
        company_id text null,
        phone text null,
        primary key (region_id, id)
      )`);
    this.addSql('create index artisan_province on artisan (region_id, province_id, id)');
    this.addSql('create index artisan_province_applied_on on artisan (region_id, province_id, applied_on, id)');
    this.addSql('create index artisan_province_search_ar on artisan (region_id, province_id, search_ar, id)');
    this.addSql('create index artisan_province_search_latin on artisan (region_id, province_id, search_latin, id)');
    this.addSql('create index artisan_profession on artisan (region_id, profession_id, id)');
    this.addSql('create index artisan_kind on artisan (region_id, kind, id)');
    this.addSql('create index artisan_sex on artisan (region_id, sex, id)');
    this.addSql('create index artisan_age_band on artisan (region_id, age_band, id)');
    this.addSql('create index artisan_register_state on artisan (region_id, register_state, id)');
    this.addSql('create index artisan_applied_on on artisan (region_id, applied_on, id)');
    this.addSql('create index artisan_body on artisan (region_id, body_id, id)');
    this.addSql('create index artisan_search_ar on artisan (region_id, search_ar, id)');
    this.addSql('create index artisan_search_ar_turned on artisan (region_id, search_ar_turned, id)');
    this.addSql('create index artisan_search_latin on artisan (region_id, search_latin, id)');
    this.addSql('create index artisan_search_latin_turned on artisan (region_id, search_latin_turned, id)');
    this.addSql('alter table artisan add constraint artisan_register_number unique (register_number)');
    this.addSql(
      `alter table artisan add constraint artisan_member_registered check (body_id is null or register_state in ('REGISTERED', 'SUSPENDED'))`,
    );
    this.addSql(
      'alter table artisan add constraint artisan_member_dated check ((body_id is null) = (member_since is null))',
    );
    this.addSql(
      `alter table artisan add constraint artisan_kind_check check (kind in ('ARTISAN', 'MASTER', 'COOPERATIVE', 'ENTERPRISE'))`,
    );
    this.addSql(`alter table artisan add constraint artisan_sex_check check (sex in ('FEMALE', 'MALE'))`);
    this.addSql(
      `alter table artisan add constraint artisan_age_band_check check (age_band in ('UNDER_25', 'FROM_25_TO_34', 'FROM_35_TO_44', 'FROM_45_TO_54', 'FROM_55_TO_64', 'FROM_65'))`,
    );
    this.addSql(
      `alter table artisan add constraint artisan_qualification_check check (qualification in ('DIPLOMA', 'PRACTICE'))`,
    );
    this.addSql(
      `alter table artisan add constraint artisan_register_state_check check (register_state in ('APPLIED', 'REGISTERED', 'SUSPENDED', 'DELETED'))`,
    );
    this.addSql(
      `alter table artisan add constraint artisan_deletion_ground_check check (deletion_ground in ('EX_OFFICIO', 'ON_REQUEST'))`,
    );
    this.addSql('alter table artisan enable row level security');
    this.addSql('alter table artisan force row level security');
    this.addSql('create policy artisan_sight on artisan to hiraf_records using (true) with check (true)');
    this.addSql(`
      create policy artisan_read on artisan as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy artisan_insert on artisan as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy artisan_update on artisan as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy artisan_delete on artisan as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy artisan_province on artisan as restrictive
        using (coalesce(province_id = (select app.province_scope()), true))
        with check (coalesce(province_id = (select app.province_scope()), true))`);
    this.addSql('alter table artisan add foreign key (region_id) references region (id)');
    this.addSql('alter table artisan add foreign key (region_id, province_id) references province (region_id, id)');
    this.addSql('alter table artisan add foreign key (profession_id) references profession (id)');
    this.addSql('alter table artisan add foreign key (region_id, body_id) references body (region_id, id)');
    this.addSql(`
      grant select (region_id, id, register_number, kind, province_id, profession_id, name_ar, name_latin, search_ar, search_ar_turned, search_latin, search_latin_turned, sex, age_band, qualification, practising, worker_count, register_state, applied_on, registered_on, deleted_on, deletion_ground, body_id, member_since)
        on artisan to hiraf_records`);
    this.addSql('grant select on artisan to hiraf_capture');
    this.addSql('grant insert, update, delete on artisan to hiraf_capture');
    this.addSql('grant usage on sequence artisan_id_seq to hiraf_capture');
  }

  override down(): void {
    this.addSql('drop table artisan');
    this.addSql('drop table body');
  }
}
