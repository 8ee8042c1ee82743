import { Migration } from '@mikro-orm/migrations';

const EVERYWHERE = '{0,1,2,3,4,5,6,7,8,9,10,11,12}';
const HELD = 'region_id = any((select app.capture_scope())::smallint[])';
const OUTCOMES = `'KEPT', 'MERGED', 'DISTINCT'`;

const NAMESAKES = 'app.namesakes(text, int)';
const COUNT = 'app.count_number(smallint, text, date, boolean, int)';

/** The look-up of a number: the columns that it returns differ, so that it is dropped and created. */
const lookup = (columns: Readonly<Record<string, string>>): string => `
  create function app.namesakes(number text, own_id int)
  returns table (${Object.keys(columns).join(', ')})
  security definer set search_path = public, pg_temp language plpgsql rows 1 as $$
      declare
        records text := coalesce(current_setting('app.records', true), '');
        province text := coalesce(current_setting('app.province', true), '');
      begin
        perform pg_advisory_xact_lock(hashtextextended(number, 5017));
        perform set_config('app.records', '${EVERYWHERE}', true), set_config('app.province', '', true);
        return query
          select ${Object.values(columns).join(', ')}
          from artisan a left join register_issue i
            on i.region_id = a.region_id and i.artisan_id = a.id and i.kind = 'DUPLICATE' and i.state <> 'RESOLVED'
          where a.national_id = number and a.register_state <> 'DELETED' and a.id <> own_id
          order by a.region_id, a.id;
        perform set_config('app.records', records, true), set_config('app.province', province, true);
      end $$`;

const BEFORE = {
  '"regionId" smallint': 'a.region_id',
  '"provinceId" smallint': 'a.province_id',
  '"artisanId" int': 'a.id',
  '"caseNumber" int': 'i.case_number',
};
const NOW = { ...BEFORE, '"issueId" int': 'i.id', '"confirmedOn" date': 'i.confirmed_on' };

/**
 * Duplicates hold up the entry that brings a number that is there already; the others only once the centre has confirmed
 * the case. Until now both sides were held up at once, so that what is open counts as confirmed. Changes of numbers, and
 * numbers that were there already, are counted for each officer and day.
 */
export class NumberCases extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql('alter table register_issue add column confirmed_on date null');
    this.addSql(`update register_issue set confirmed_on = opened_on where kind = 'DUPLICATE' and state <> 'RESOLVED'`);
    // Both checks are validated by the migration after this one: together they would keep readers waiting.
    this.addSql('alter table register_issue drop constraint register_issue_outcome_check');
    this.addSql(`
      alter table register_issue add constraint register_issue_outcome_check
        check (outcome in (${OUTCOMES}, 'WITHDRAWN')) not valid`);
    this.addSql(`
      alter table register_issue add constraint register_issue_confirmed
        check (kind = 'DUPLICATE' or confirmed_on is null) not valid`);
    this.replaceLookup(NOW);
    this.addCounts();
  }

  override down(): void {
    this.addSql(`drop function ${COUNT}`);
    this.addSql('revoke execute on function app.capture_scope() from hiraf_tally');
    this.addSql('drop table number_count');
    this.replaceLookup(BEFORE);
    this.addSql('alter table register_issue drop constraint register_issue_confirmed');
    this.addSql(`update register_issue set outcome = 'DISTINCT' where outcome = 'WITHDRAWN'`);
    this.addSql('alter table register_issue drop constraint register_issue_outcome_check');
    this.addSql(
      `alter table register_issue add constraint register_issue_outcome_check check (outcome in (${OUTCOMES}))`,
    );
    this.addSql('alter table register_issue drop column confirmed_on');
  }

  private replaceLookup(columns: Readonly<Record<string, string>>): void {
    this.addSql(`drop function ${NAMESAKES}`);
    this.addSql('grant create on schema app to hiraf_tally');
    this.addSql(lookup(columns));
    this.addSql(`alter function ${NAMESAKES} owner to hiraf_tally`);
    this.addSql('revoke create on schema app from hiraf_tally');
    this.addSql(`grant execute on function ${NAMESAKES} to hiraf_capture`);
  }

  /** Whoever captures may raise a count and read it, and not lower it. */
  private addCounts(): void {
    this.addSql(`
      create table number_count (
        region_id smallint not null,
        id serial not null,
        subject text not null,
        day date not null,
        changes int not null,
        hits int not null,
        primary key (region_id, id)
      )`);
    this.addSql('alter table number_count add constraint number_count_day unique (region_id, subject, day)');
    this.addSql('alter table number_count add foreign key (region_id) references region (id)');
    this.addSql('alter table number_count enable row level security');
    this.addSql('alter table number_count force row level security');
    this.addSql(`create policy number_count_sight on number_count for select to hiraf_capture using (${HELD})`);
    this.addSql('create policy number_count_tally on number_count to hiraf_tally using (true) with check (true)');
    this.addSql('grant select on number_count to hiraf_capture');
    this.addSql('grant select, insert, update on number_count to hiraf_tally');
    this.addSql('grant usage on sequence number_count_id_seq to hiraf_tally');
    this.addSql('grant execute on function app.capture_scope() to hiraf_tally');
    this.addSql('grant create on schema app to hiraf_tally');
    // Answers no row where the day's count is exhausted; those who count at once take turns on the row.
    this.addSql(`
      create function app.count_number(of_region smallint, who text, on_day date, is_hit boolean, at_most int)
      returns table (id int, count int)
      security definer set search_path = public, pg_temp language plpgsql rows 1 as $$
      begin
        if not of_region = any(app.capture_scope()) then
          raise exception 'counts of numbers are of a region that is held' using errcode = 'insufficient_privilege';
        end if;
        return query
          insert into number_count as c (region_id, subject, day, changes, hits)
          select of_region, who, on_day, (not is_hit)::int, is_hit::int where at_most > 0
          on conflict (region_id, subject, day) do update
            set changes = c.changes + excluded.changes, hits = c.hits + excluded.hits
            where case when is_hit then c.hits else c.changes end < at_most
          returning c.id, case when is_hit then c.hits else c.changes end;
      end $$`);
    this.addSql(`alter function ${COUNT} owner to hiraf_tally`);
    this.addSql('revoke create on schema app from hiraf_tally');
    this.addSql(`grant execute on function ${COUNT} to hiraf_capture`);
  }
}
