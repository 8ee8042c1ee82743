import { Migration } from '@mikro-orm/migrations';

/** The figures: counted apart from the people, under a grant of their own. */
export class FigureTables extends Migration {
  override up(): void {
    this.addSql(`
      create table register_cell (
        region_id smallint not null,
        province_id smallint not null,
        profession_id smallint not null,
        kind text not null,
        sex text not null,
        age_band text not null,
        register_state text not null,
        registrants int not null default 0,
        eligible int not null default 0,
        members int not null default 0,
        primary key (region_id, province_id, profession_id, kind, sex, age_band, register_state)
      )`);
    this.addSql('alter table register_cell enable row level security');
    this.addSql('alter table register_cell force row level security');
    this.addSql(`
      create policy register_cell_sight on register_cell for select to hiraf_figures
        using (region_id = any((select app.figures_scope())::smallint[]))`);
    this.addSql('create policy register_cell_tally on register_cell to hiraf_tally using (true) with check (true)');
    this.addSql('grant select on register_cell to hiraf_figures');
    this.addSql('grant select, insert, update, delete on register_cell to hiraf_tally');
    this.addSql(`
      create table register_figure (
        region_id smallint not null,
        province_id smallint not null,
        profession_id smallint not null,
        registrants int not null default 0,
        registered int not null default 0,
        persons int not null default 0,
        women int not null default 0,
        under_35 int not null default 0,
        masters int not null default 0,
        eligible int not null default 0,
        members int not null default 0,
        primary key (region_id, province_id, profession_id)
      )`);
    this.addSql('alter table register_figure enable row level security');
    this.addSql('alter table register_figure force row level security');
    this.addSql(`
      create policy register_figure_sight on register_figure for select to hiraf_figures
        using (region_id = any((select app.figures_scope())::smallint[]))`);
    this.addSql('create policy register_figure_tally on register_figure to hiraf_tally using (true) with check (true)');
    this.addSql('grant select on register_figure to hiraf_figures');
    this.addSql('grant select, insert, update, delete on register_figure to hiraf_tally');
    this.addSql(`
      create table body_figure (
        region_id smallint not null,
        province_id smallint not null,
        "level" text not null,
        body_class_id smallint not null,
        bodies_planned int not null default 0,
        bodies_in_preparation int not null default 0,
        bodies_founded int not null default 0,
        bodies_active int not null default 0,
        bodies_suspended int not null default 0,
        bodies_dissolved int not null default 0,
        bodies_approved int not null default 0,
        seats int not null default 0,
        seats_filled int not null default 0,
        seats_held_by_women int not null default 0,
        delegates int not null default 0,
        committees_planned int not null default 0,
        committees_formed int not null default 0,
        committees_statutes_drafted int not null default 0,
        committees_discharged int not null default 0,
        committees_failed int not null default 0,
        outreach_sessions int not null default 0,
        outreach_attendees int not null default 0,
        primary key (region_id, province_id, "level", body_class_id)
      )`);
    this.addSql('alter table body_figure enable row level security');
    this.addSql('alter table body_figure force row level security');
    this.addSql(`
      create policy body_figure_sight on body_figure for select to hiraf_figures
        using (region_id = any((select app.figures_scope())::smallint[]))`);
    this.addSql('create policy body_figure_tally on body_figure to hiraf_tally using (true) with check (true)');
    this.addSql('grant select on body_figure to hiraf_figures');
    this.addSql('grant select, insert, update, delete on body_figure to hiraf_tally');
  }

  override down(): void {
    this.addSql('drop table body_figure');
    this.addSql('drop table register_figure');
    this.addSql('drop table register_cell');
  }
}
