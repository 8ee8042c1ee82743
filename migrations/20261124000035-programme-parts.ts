import { Migration } from '@mikro-orm/migrations';

const HELD = 'region_id = any((select app.capture_scope())::smallint[])';
const OWN = 'coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null)';
const NEAR = 'coalesce(province_id = (select app.province_scope()), true)';

/** Who came to a session and whom it reached; elections with their candidacies, and who has voted, never for whom. */
export class ProgrammeParts extends Migration {
  override up(): void {
    this.addSql(`
      create table outreach_attendance (
        region_id smallint not null,
        id serial not null,
        session_id int not null,
        province_id smallint null,
        profession_id smallint not null,
        women int not null,
        men int not null,
        primary key (region_id, id)
      )`);
    this.addSql(
      'alter table outreach_attendance add constraint outreach_attendance_once unique (region_id, session_id, profession_id)',
    );
    this.addSql('alter table outreach_attendance add foreign key (profession_id) references profession (id)');
    this.guard('outreach_attendance', 'outreach_session', 'session_id');
    this.addSql(`
      create table outreach_reach (
        region_id smallint not null,
        id serial not null,
        session_id int not null,
        province_id smallint null,
        artisan_region_id smallint not null,
        artisan_id int not null,
        primary key (region_id, id)
      )`);
    this.addSql(
      'alter table outreach_reach add constraint outreach_reach_once unique (region_id, session_id, artisan_id)',
    );
    this.addSql('create index outreach_reach_artisan on outreach_reach (artisan_region_id, artisan_id)');
    this.addSql(
      'alter table outreach_reach add foreign key (artisan_region_id, artisan_id) references artisan (region_id, id) on update cascade',
    );
    this.guard('outreach_reach', 'outreach_session', 'session_id');
    this.addElections();
  }

  override down(): void {
    for (const table of ['ballot', 'candidacy', 'election', 'outreach_reach', 'outreach_attendance']) {
      this.addSql(`drop table ${table}`);
    }
    this.addSql('alter table office drop column seats');
  }

  private addElections(): void {
    this.addSql('alter table office add column seats smallint not null default 1');
    this.addSql(`
      create table election (
        region_id smallint not null,
        id serial not null,
        body_id int not null,
        province_id smallint null,
        kind text not null,
        state text not null,
        called_on date not null,
        held_on date null,
        electors int not null,
        turnout int not null default 0,
        blank int null,
        term_ends_on date null,
        version int not null default 1,
        primary key (region_id, id)
      )`);
    this.addSql('create index election_body on election (region_id, body_id, id)');
    this.addSql('create index election_province on election (region_id, province_id, id)');
    this.addSql('create index election_state on election (region_id, state, id)');
    this.addSql(`alter table election add constraint election_kind_check check (kind in ('BOARD', 'DELEGATES'))`);
    this.addSql(
      `alter table election add constraint election_state_check check (state in ('CALLED', 'CLOSED', 'CANCELLED'))`,
    );
    this.guard('election', 'body', 'body_id');
    const person = 'artisan_region_id smallint not null, artisan_id int not null';
    this.addSql(`
      create table candidacy (
        region_id smallint not null,
        id serial not null,
        election_id int not null,
        province_id smallint null,
        office_id smallint null,
        ${person},
        name_ar text not null,
        name_latin text not null,
        sex text null,
        votes int null,
        elected boolean null,
        withdrawn_on date null,
        version int not null default 1,
        primary key (region_id, id)
      )`);
    this.addSql('create index candidacy_election on candidacy (region_id, election_id, id)');
    this.addSql('alter table candidacy add foreign key (office_id) references office (id)');
    this.addSql(`alter table candidacy add constraint candidacy_sex_check check (sex in ('FEMALE', 'MALE'))`);
    this.person('candidacy');
    this.guard('candidacy', 'election', 'election_id');
    this.addSql(`
      create table ballot (
        region_id smallint not null,
        id serial not null,
        election_id int not null,
        province_id smallint null,
        ${person},
        primary key (region_id, id)
      )`);
    this.person('ballot');
    this.guard('ballot', 'election', 'election_id');
  }

  /** A person once in each election. */
  private person(table: string): void {
    this.addSql(
      `alter table ${table} add constraint ${table}_once unique (region_id, election_id, artisan_region_id, artisan_id)`,
    );
    this.addSql(`create index ${table}_artisan on ${table} (artisan_region_id, artisan_id)`);
    this.addSql(
      `alter table ${table} add foreign key (artisan_region_id, artisan_id) references artisan (region_id, id) on update cascade`,
    );
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
