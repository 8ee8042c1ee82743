import { Migration } from '@mikro-orm/migrations';

const REGISTERED = `register_state = 'REGISTERED'`;
const MEASURES: Readonly<Record<string, string>> = {
  registrants: 'sum(n)',
  registered: `sum(n) filter (where ${REGISTERED})`,
  persons: `sum(n) filter (where ${REGISTERED} and kind in ('ARTISAN', 'MASTER'))`,
  women: `sum(n) filter (where ${REGISTERED} and sex = 'FEMALE')`,
  under_35: `sum(n) filter (where ${REGISTERED} and age_band in ('UNDER_25', 'FROM_25_TO_34'))`,
  masters: `sum(n) filter (where ${REGISTERED} and kind = 'MASTER')`,
  eligible: `sum(n) filter (where ${REGISTERED} and practising)`,
  members: 'sum(n) filter (where body_id is not null)',
};
const NAMES = Object.keys(MEASURES);
const SIGNED = {
  insert: ['select 1 as n, * from new_rows', 'new table as new_rows'],
  update: [
    'select 1 as n, * from new_rows union all select -1, * from old_rows',
    'old table as old_rows new table as new_rows',
  ],
  delete: ['select -1 as n, * from old_rows', 'old table as old_rows'],
} as const;

const SUMMED = `
  select f.region_id, f.province_id, coalesce(c.body_class_id, 0), ${NAMES.map((name) => `sum(f.${name})`).join(', ')}
  from register_figure f left join body_class_profession c on c.profession_id = f.profession_id
  group by 1, 2, 3`;

/**
 * People by province and body class: what most figures of bodies are sums of, 75 x 15 rows at any scale. A change of what a
 * class holds counts them anew, and waits for those who are writing people.
 */
export class ClassFigures extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql(`
      create table class_figure (
        region_id smallint not null,
        province_id smallint not null,
        body_class_id smallint not null,
        ${NAMES.map((name) => `${name} int not null default 0`).join(',\n        ')},
        primary key (region_id, province_id, body_class_id)
      )`);
    this.addSql('alter table class_figure enable row level security');
    this.addSql('create policy class_figure_tally on class_figure to hiraf_tally using (true) with check (true)');
    this.addSql(`
      create policy class_figure_sight on class_figure for select to hiraf_figures
        using (region_id = any((select app.figures_scope())::smallint[]))`);
    this.addSql('grant select on class_figure to hiraf_figures');
    this.addSql('grant select, insert, update, delete on class_figure to hiraf_tally');
    this.addSql('grant create on schema app to hiraf_tally');
    for (const [operation, [changed, referencing]] of Object.entries(SIGNED)) {
      this.addTally(operation, changed, referencing);
    }
    this.addReclassing();
    this.addSql('revoke create on schema app from hiraf_tally');
    this.addSql(`select set_config('app.figures', '{0,1,2,3,4,5,6,7,8,9,10,11,12}', true)`);
    this.addSql('alter table register_figure no force row level security');
    this.addSql(`insert into class_figure ${SUMMED}`);
    this.addSql('alter table register_figure force row level security');
    this.addSql('alter table class_figure force row level security');
  }

  override down(): void {
    this.addSql('drop trigger body_class_profession_reclass on body_class_profession');
    this.addSql('drop function app.reclass()');
    for (const operation of Object.keys(SIGNED)) {
      this.addSql(`drop trigger artisan_class_${operation} on artisan`);
      this.addSql(`drop function app.tally_class_${operation}()`);
    }
    this.addSql('drop table class_figure');
  }

  private addFunction(name: string, body: string): void {
    this.addSql(`
      create function app.${name}() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
      begin
        ${body}
        return null;
      end $$`);
    this.addSql(`alter function app.${name}() owner to hiraf_tally`);
  }

  private addTally(operation: string, changed: string, referencing: string): void {
    const sums = Object.values(MEASURES).map((sum) => `coalesce(${sum}, 0)`);
    this.addFunction(
      `tally_class_${operation}`,
      `insert into class_figure (region_id, province_id, body_class_id, ${NAMES.join(', ')})
        select region_id, province_id, coalesce(c.body_class_id, 0), ${sums.join(', ')}
        from (${changed}) change left join body_class_profession c on c.profession_id = change.profession_id
        group by 1, 2, 3
        having ${sums.map((sum) => `${sum} <> 0`).join(' or ')}
        order by 1, 2, 3
        on conflict (region_id, province_id, body_class_id) do update set
          ${NAMES.map((name) => `${name} = class_figure.${name} + excluded.${name}`).join(', ')};`,
    );
    this.addSql(`
      create trigger artisan_class_${operation} after ${operation} on artisan
        referencing ${referencing} for each statement execute function app.tally_class_${operation}()`);
  }

  private addReclassing(): void {
    this.addFunction(
      'reclass',
      `lock table class_figure in exclusive mode;
        delete from class_figure;
        insert into class_figure ${SUMMED};`,
    );
    this.addSql(`
      create trigger body_class_profession_reclass after insert or update or delete on body_class_profession
        for each statement execute function app.reclass()`);
  }
}
