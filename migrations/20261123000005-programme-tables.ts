import { Migration } from '@mikro-orm/migrations';

/** Outreach and meetings, behind the wall. */
export class ProgrammeTables extends Migration {
  override up(): void {
    this.addSql(`
      create table campaign (
        region_id smallint not null,
        id serial not null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        wave_id smallint not null,
        planned_from date not null,
        planned_to date not null,
        primary key (region_id, id)
      )`);
    this.addSql('alter table campaign enable row level security');
    this.addSql('alter table campaign force row level security');
    this.addSql('create policy campaign_sight on campaign to hiraf_records using (true) with check (true)');
    this.addSql(`
      create policy campaign_read on campaign as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy campaign_insert on campaign as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and (select app.province_scope()) is null)`);
    this.addSql(`
      create policy campaign_update on campaign as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and (select app.province_scope()) is null)
        with check (region_id = any((select app.capture_scope())::smallint[])
          and (select app.province_scope()) is null)`);
    this.addSql(`
      create policy campaign_delete on campaign as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and (select app.province_scope()) is null)`);
    this.addSql('alter table campaign add foreign key (region_id) references region (id)');
    this.addSql('alter table campaign add foreign key (wave_id) references wave (id)');
    this.addSql('grant select on campaign to hiraf_records');
    this.addSql('grant insert, update, delete on campaign to hiraf_capture');
    this.addSql('grant usage on sequence campaign_id_seq to hiraf_capture');
    this.addSql(`
      create table outreach_session (
        region_id smallint not null,
        id serial not null,
        campaign_id int not null,
        province_id smallint null,
        body_class_id smallint null,
        kind text not null,
        state text not null,
        planned_on date not null,
        held_on date null,
        venue_ar text not null,
        venue_fr text not null,
        attendees int null,
        women_attendees int null,
        primary key (region_id, id)
      )`);
    this.addSql('create index outreach_session_campaign on outreach_session (region_id, campaign_id, id)');
    this.addSql('create index outreach_session_province on outreach_session (region_id, province_id, id)');
    this.addSql('create index outreach_session_body_class on outreach_session (region_id, body_class_id, id)');
    this.addSql('create index outreach_session_state on outreach_session (region_id, state, id)');
    this.addSql('create index outreach_session_planned_on on outreach_session (region_id, planned_on, id)');
    this.addSql(
      `alter table outreach_session add constraint outreach_session_kind_check check (kind in ('MEETING', 'CARAVAN', 'FIELD_VISIT'))`,
    );
    this.addSql(
      `alter table outreach_session add constraint outreach_session_state_check check (state in ('PLANNED', 'HELD', 'CANCELLED'))`,
    );
    this.addSql('alter table outreach_session enable row level security');
    this.addSql('alter table outreach_session force row level security');
    this.addSql(
      'create policy outreach_session_sight on outreach_session to hiraf_records using (true) with check (true)',
    );
    this.addSql(`
      create policy outreach_session_read on outreach_session as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy outreach_session_insert on outreach_session as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy outreach_session_update on outreach_session as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy outreach_session_delete on outreach_session as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy outreach_session_province on outreach_session as restrictive
        using (coalesce(province_id = (select app.province_scope()), true))
        with check (coalesce(province_id = (select app.province_scope()), true))`);
    this.addSql(
      'alter table outreach_session add foreign key (region_id, campaign_id) references campaign (region_id, id)',
    );
    this.addSql(
      'alter table outreach_session add foreign key (region_id, province_id) references province (region_id, id)',
    );
    this.addSql('alter table outreach_session add foreign key (body_class_id) references body_class (id)');
    this.addSql('grant select on outreach_session to hiraf_records');
    this.addSql('grant insert, update, delete on outreach_session to hiraf_capture');
    this.addSql('grant usage on sequence outreach_session_id_seq to hiraf_capture');
    this.addSql(`
      create table meeting (
        region_id smallint not null,
        id serial not null,
        kind text not null,
        state text not null,
        province_id smallint null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        held_on date not null,
        venue_ar text null,
        venue_fr text null,
        source text null,
        primary key (region_id, id)
      )`);
    this.addSql('create index meeting_province on meeting (region_id, province_id, id)');
    this.addSql('create index meeting_state on meeting (region_id, state, id)');
    this.addSql('create index meeting_held_on on meeting (region_id, held_on, id)');
    this.addSql(
      `alter table meeting add constraint meeting_kind_check check (kind in ('REGIONAL', 'PROVINCIAL', 'NATIONAL'))`,
    );
    this.addSql(
      `alter table meeting add constraint meeting_state_check check (state in ('CALLED', 'HELD', 'CANCELLED'))`,
    );
    this.addSql('alter table meeting enable row level security');
    this.addSql('alter table meeting force row level security');
    this.addSql('create policy meeting_sight on meeting to hiraf_records using (true) with check (true)');
    this.addSql(`
      create policy meeting_read on meeting as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy meeting_insert on meeting as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy meeting_update on meeting as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy meeting_delete on meeting as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy meeting_province on meeting as restrictive
        using (coalesce(province_id = (select app.province_scope()), true))
        with check (coalesce(province_id = (select app.province_scope()), true))`);
    this.addSql('alter table meeting add foreign key (region_id) references region (id)');
    this.addSql('alter table meeting add foreign key (region_id, province_id) references province (region_id, id)');
    this.addSql('grant select on meeting to hiraf_records');
    this.addSql('grant insert, update, delete on meeting to hiraf_capture');
    this.addSql('grant usage on sequence meeting_id_seq to hiraf_capture');
    this.addSql(`
      create table agenda_point (
        region_id smallint not null,
        id serial not null,
        meeting_id int not null,
        province_id smallint null,
        "number" smallint not null,
        name_ar text not null,
        name_fr text not null,
        name_en text not null,
        primary key (region_id, id)
      )`);
    this.addSql(`create index agenda_point_meeting on agenda_point (region_id, meeting_id, "number")`);
    this.addSql('alter table agenda_point enable row level security');
    this.addSql('alter table agenda_point force row level security');
    this.addSql('create policy agenda_point_sight on agenda_point to hiraf_records using (true) with check (true)');
    this.addSql(`
      create policy agenda_point_read on agenda_point as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy agenda_point_insert on agenda_point as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy agenda_point_update on agenda_point as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy agenda_point_delete on agenda_point as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy agenda_point_province on agenda_point as restrictive
        using (coalesce(province_id = (select app.province_scope()), true))
        with check (coalesce(province_id = (select app.province_scope()), true))`);
    this.addSql('alter table agenda_point add foreign key (region_id, meeting_id) references meeting (region_id, id)');
    this.addSql(
      'alter table agenda_point add foreign key (region_id, province_id) references province (region_id, id)',
    );
    this.addSql('grant select on agenda_point to hiraf_records');
    this.addSql('grant insert, update, delete on agenda_point to hiraf_capture');
    this.addSql('grant usage on sequence agenda_point_id_seq to hiraf_capture');
    this.addSql(`
      create table participation (
        region_id smallint not null,
        id serial not null,
        meeting_id int not null,
        province_id smallint null,
        kind text not null,
        institution_id smallint null,
        organiser boolean not null,
        attendees int null,
        primary key (region_id, id)
      )`);
    this.addSql('create index participation_meeting on participation (region_id, meeting_id, id)');
    this.addSql(
      `alter table participation add constraint participation_kind_check check (kind in ('STATE_SECRETARIAT', 'REGIONAL_DIRECTORATE', 'PROVINCIAL_DIRECTORATE', 'CHAMBER', 'CONSULTANCY', 'ASSOCIATION', 'AMIN', 'LOCAL_AUTHORITY'))`,
    );
    this.addSql('alter table participation enable row level security');
    this.addSql('alter table participation force row level security');
    this.addSql('create policy participation_sight on participation to hiraf_records using (true) with check (true)');
    this.addSql(`
      create policy participation_read on participation as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy participation_insert on participation as restrictive for insert
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy participation_update on participation as restrictive for update
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))
        with check (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy participation_delete on participation as restrictive for delete
        using (region_id = any((select app.capture_scope())::smallint[])
          and coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null))`);
    this.addSql(`
      create policy participation_province on participation as restrictive
        using (coalesce(province_id = (select app.province_scope()), true))
        with check (coalesce(province_id = (select app.province_scope()), true))`);
    this.addSql('alter table participation add foreign key (region_id, meeting_id) references meeting (region_id, id)');
    this.addSql(
      'alter table participation add foreign key (region_id, province_id) references province (region_id, id)',
    );
    this.addSql('alter table participation add foreign key (institution_id) references institution (id)');
    this.addSql('grant select on participation to hiraf_records');
    this.addSql('grant insert, update, delete on participation to hiraf_capture');
    this.addSql('grant usage on sequence participation_id_seq to hiraf_capture');
  }

  override down(): void {
    this.addSql('drop table participation');
    this.addSql('drop table agenda_point');
    this.addSql('drop table meeting');
    this.addSql('drop table outreach_session');
    this.addSql('drop table campaign');
  }
}
