import { Migration } from '@mikro-orm/migrations';

/** Committees, founding assemblies, seats and delegates, behind the wall. */
export class FoundingTables extends Migration {
  override up(): void {
    this.addSql(`
      create table committee (
        region_id smallint not null,
        id serial not null,
        "level" text not null,
        province_id smallint null,
        body_class_id smallint not null,
        state text not null,
        planned_on date null,
        formed_on date null,
        statutes_drafted_on date null,
        mandate_ends_on date null,
        discharged_on date null,
        primary key (region_id, id)
      )`);
    this.addSql('create index committee_province on committee (region_id, province_id, id)');
    this.addSql('create index committee_body_class on committee (region_id, body_class_id, id)');
    this.addSql('create index committee_state on committee (region_id, state, id)');
    this.addSql(`create index committee_level on committee (region_id, "level", id)`);
    this.addSql(
      `alter table committee add constraint committee_territory check ((level = 'NATIONAL') = (region_id = 0) and (level = 'PROVINCIAL') = (province_id is not null))`,
    );
    this.addSql(
      `alter table committee add constraint committee_level_check check ("level" in ('PROVINCIAL', 'REGIONAL', 'NATIONAL'))`,
    );
    this.addSql(
      `alter table committee add constraint committee_state_check check (state in ('PLANNED', 'FORMED', 'STATUTES_DRAFTED', 'DISCHARGED', 'FAILED'))`,
    );
    this.addSql('alter table committee enable row level security');
    this.addSql('alter table committee force row level security');
    this.addSql('create policy committee_sight on committee to hiraf_records using (true) with check (true)');
    this.addSql(`
      create policy committee_read on committee as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy committee_insert on committee as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy committee_update on committee as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy committee_delete on committee as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy committee_province on committee as restrictive
        using (coalesce(province_id = (select app.province_scope()), true))
        with check (coalesce(province_id = (select app.province_scope()), true))`);
    this.addSql('alter table committee add foreign key (region_id) references region (id)');
    this.addSql('alter table committee add foreign key (region_id, province_id) references province (region_id, id)');
    this.addSql('alter table committee add foreign key (body_class_id) references body_class (id)');
    this.addSql('grant select on committee to hiraf_records');
    this.addSql('grant insert, update, delete on committee to hiraf_capture');
    this.addSql('grant usage on sequence committee_id_seq to hiraf_capture');
    this.addSql(`
      create table committee_member (
        region_id smallint not null,
        id serial not null,
        committee_id int not null,
        province_id smallint null,
        artisan_id int null,
        capacity text not null,
        chair boolean not null,
        name_ar text not null,
        name_latin text not null,
        joined_on date not null,
        primary key (region_id, id)
      )`);
    this.addSql('create index committee_member_committee on committee_member (region_id, committee_id, id)');
    this.addSql('create index committee_member_artisan on committee_member (region_id, artisan_id)');
    this.addSql(
      `alter table committee_member add constraint committee_member_capacity_check check (capacity in ('ARTISAN', 'ASSOCIATION', 'AMIN', 'CHAMBER', 'ADMINISTRATION'))`,
    );
    this.addSql('alter table committee_member enable row level security');
    this.addSql('alter table committee_member force row level security');
    this.addSql(
      'create policy committee_member_sight on committee_member to hiraf_records using (true) with check (true)',
    );
    this.addSql(`
      create policy committee_member_read on committee_member as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy committee_member_insert on committee_member as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy committee_member_update on committee_member as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy committee_member_delete on committee_member as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy committee_member_province on committee_member as restrictive
        using (coalesce(province_id = (select app.province_scope()), true))
        with check (coalesce(province_id = (select app.province_scope()), true))`);
    this.addSql(
      'alter table committee_member add foreign key (region_id, committee_id) references committee (region_id, id)',
    );
    this.addSql(
      'alter table committee_member add foreign key (region_id, province_id) references province (region_id, id)',
    );
    this.addSql(
      'alter table committee_member add foreign key (region_id, artisan_id) references artisan (region_id, id) on update cascade',
    );
    this.addSql('grant select on committee_member to hiraf_records');
    this.addSql('grant insert, update, delete on committee_member to hiraf_capture');
    this.addSql('grant usage on sequence committee_member_id_seq to hiraf_capture');
    this.addSql(`
      create table founding_assembly (
        region_id smallint not null,
        id serial not null,
        body_id int not null,
        province_id smallint null,
        committee_id int null,
        state text not null,
        "call" smallint not null,
        called_on date not null,
        held_on date not null,
        venue_ar text not null,
        venue_fr text not null,
        convened int not null,
        present int null,
        statutes_adopted boolean not null,
        primary key (region_id, id)
      )`);
    this.addSql('create index founding_assembly_body on founding_assembly (region_id, body_id, id)');
    this.addSql('create index founding_assembly_committee on founding_assembly (region_id, committee_id)');
    this.addSql(
      `alter table founding_assembly add constraint founding_assembly_state_check check (state in ('CALLED', 'HELD', 'NO_QUORUM', 'CANCELLED'))`,
    );
    this.addSql('alter table founding_assembly enable row level security');
    this.addSql('alter table founding_assembly force row level security');
    this.addSql(
      'create policy founding_assembly_sight on founding_assembly to hiraf_records using (true) with check (true)',
    );
    this.addSql(`
      create policy founding_assembly_read on founding_assembly as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy founding_assembly_insert on founding_assembly as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy founding_assembly_update on founding_assembly as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy founding_assembly_delete on founding_assembly as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy founding_assembly_province on founding_assembly as restrictive
        using (coalesce(province_id = (select app.province_scope()), true))
        with check (coalesce(province_id = (select app.province_scope()), true))`);
    this.addSql('alter table founding_assembly add foreign key (region_id, body_id) references body (region_id, id)');
    this.addSql(
      'alter table founding_assembly add foreign key (region_id, province_id) references province (region_id, id)',
    );
    this.addSql(
      'alter table founding_assembly add foreign key (region_id, committee_id) references committee (region_id, id)',
    );
    this.addSql('grant select on founding_assembly to hiraf_records');
    this.addSql('grant insert, update, delete on founding_assembly to hiraf_capture');
    this.addSql('grant usage on sequence founding_assembly_id_seq to hiraf_capture');
    this.addSql(`
      create table seat (
        region_id smallint not null,
        id serial not null,
        body_id int not null,
        province_id smallint null,
        office_id smallint not null,
        artisan_region_id smallint null,
        artisan_id int null,
        name_ar text null,
        name_latin text null,
        sex text null,
        elected_on date null,
        term_ends_on date null,
        primary key (region_id, id)
      )`);
    this.addSql('create index seat_body on seat (region_id, body_id, id)');
    this.addSql('create index seat_artisan on seat (artisan_region_id, artisan_id)');
    this.addSql(`alter table seat add constraint seat_sex_check check (sex in ('FEMALE', 'MALE'))`);
    this.addSql('alter table seat enable row level security');
    this.addSql('alter table seat force row level security');
    this.addSql('create policy seat_sight on seat to hiraf_records using (true) with check (true)');
    this.addSql(`
      create policy seat_read on seat as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy seat_insert on seat as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy seat_update on seat as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy seat_delete on seat as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy seat_province on seat as restrictive
        using (coalesce(province_id = (select app.province_scope()), true))
        with check (coalesce(province_id = (select app.province_scope()), true))`);
    this.addSql('alter table seat add foreign key (region_id, body_id) references body (region_id, id)');
    this.addSql('alter table seat add foreign key (region_id, province_id) references province (region_id, id)');
    this.addSql('alter table seat add foreign key (office_id) references office (id)');
    this.addSql(
      'alter table seat add foreign key (artisan_region_id, artisan_id) references artisan (region_id, id) on update cascade',
    );
    this.addSql('grant select on seat to hiraf_records');
    this.addSql('grant insert, update, delete on seat to hiraf_capture');
    this.addSql('grant usage on sequence seat_id_seq to hiraf_capture');
    this.addSql(`
      create table delegate (
        region_id smallint not null,
        id serial not null,
        body_id int not null,
        province_id smallint null,
        artisan_region_id smallint null,
        artisan_id int null,
        name_ar text null,
        name_latin text null,
        sex text null,
        elected_on date not null,
        term_ends_on date not null,
        primary key (region_id, id)
      )`);
    this.addSql('create index delegate_body on delegate (region_id, body_id, id)');
    this.addSql('create index delegate_artisan on delegate (artisan_region_id, artisan_id)');
    this.addSql(`alter table delegate add constraint delegate_sex_check check (sex in ('FEMALE', 'MALE'))`);
    this.addSql('alter table delegate enable row level security');
    this.addSql('alter table delegate force row level security');
    this.addSql('create policy delegate_sight on delegate to hiraf_records using (true) with check (true)');
    this.addSql(`
      create policy delegate_read on delegate as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy delegate_insert on delegate as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy delegate_update on delegate as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy delegate_delete on delegate as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy delegate_province on delegate as restrictive
        using (coalesce(province_id = (select app.province_scope()), true))
        with check (coalesce(province_id = (select app.province_scope()), true))`);
    this.addSql('alter table delegate add foreign key (region_id, body_id) references body (region_id, id)');
    this.addSql('alter table delegate add foreign key (region_id, province_id) references province (region_id, id)');
    this.addSql(
      'alter table delegate add foreign key (artisan_region_id, artisan_id) references artisan (region_id, id) on update cascade',
    );
    this.addSql('grant select on delegate to hiraf_records');
    this.addSql('grant insert, update, delete on delegate to hiraf_capture');
    this.addSql('grant usage on sequence delegate_id_seq to hiraf_capture');
  }

  override down(): void {
    this.addSql('drop table delegate');
    this.addSql('drop table seat');
    this.addSql('drop table founding_assembly');
    this.addSql('drop table committee_member');
    this.addSql('drop table committee');
  }
}
