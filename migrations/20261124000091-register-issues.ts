import { Migration } from '@mikro-orm/migrations';

const HELD = 'region_id = any((select app.capture_scope())::smallint[])';
const OWN = 'coalesce(province_id = (select app.province_scope()), (select app.province_scope()) is null)';
const NEAR = 'coalesce(province_id = (select app.province_scope()), true)';
const EVERYWHERE = '{0,1,2,3,4,5,6,7,8,9,10,11,12}';

/**
 * What is wrong with the register somewhere. That two entries have the same national identity number is found out across
 * the wall by a function of the tally, and kept as a row of each region that tells nothing of the other.
 */
export class RegisterIssues extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql(`
      create table register_issue (
        region_id smallint not null,
        id serial not null,
        province_id smallint not null,
        kind text not null,
        state text not null,
        artisan_region_id smallint null,
        artisan_id int null,
        case_number int null,
        description text not null,
        opened_on date not null,
        assignee text null,
        due_on date null,
        closed_on date null,
        outcome text null,
        resolution text null,
        version int not null default 1,
        primary key (region_id, id)
      )`);
    this.addSql('create sequence register_case_seq as int');
    this.addSql('create index register_issue_province on register_issue (region_id, province_id, id)');
    this.addSql('create index register_issue_state on register_issue (region_id, state, id)');
    this.addSql('create index register_issue_kind on register_issue (region_id, kind, id)');
    this.addSql('create index register_issue_case on register_issue (region_id, case_number, id)');
    this.addSql('create index register_issue_artisan on register_issue (region_id, artisan_id, id)');
    this.addSql('create index register_issue_person on register_issue (artisan_region_id, artisan_id)');
    this.addSql(
      `create unique index register_issue_one_case on register_issue (region_id, artisan_id) where kind = 'DUPLICATE' and state <> 'RESOLVED'`,
    );
    this.check();
    this.guard();
    this.addLookup();
  }

  override down(): void {
    this.addSql('drop function app.namesakes(text, int)');
    this.addSql('drop index artisan_national_id');
    this.addSql('drop policy artisan_tally on artisan');
    this.addSql('revoke select on artisan from hiraf_tally');
    this.addSql('drop table register_issue');
    this.addSql('drop sequence register_case_seq');
  }

  private check(): void {
    const checks = {
      kind_check: `kind in ('IDENTITY', 'PROFESSION', 'PLACE', 'DOCUMENTS', 'DELAY', 'CARD', 'DUPLICATE', 'OTHER')`,
      state_check: `state in ('OPEN', 'ASSIGNED', 'RESOLVED')`,
      outcome_check: `outcome in ('KEPT', 'MERGED', 'DISTINCT')`,
      case: `(kind = 'DUPLICATE') = (case_number is not null)`,
      closed: `(state = 'RESOLVED') = (closed_on is not null) and (state = 'RESOLVED') = (resolution is not null)`,
      assigned: `state <> 'ASSIGNED' or assignee is not null`,
    };
    for (const [name, rule] of Object.entries(checks)) {
      this.addSql(`alter table register_issue add constraint register_issue_${name} check (${rule})`);
    }
  }

  private guard(): void {
    this.addSql('alter table register_issue enable row level security');
    this.addSql('alter table register_issue force row level security');
    this.addSql('create policy register_issue_sight on register_issue to hiraf_records using (true) with check (true)');
    this.addSql(`
      create policy register_issue_read on register_issue as restrictive for select
        using (region_id = any((select app.records_scope())::smallint[]))`);
    this.addSql(`
      create policy register_issue_insert on register_issue as restrictive for insert with check (${HELD} and ${OWN})`);
    this.addSql(`
      create policy register_issue_update on register_issue as restrictive for update
        using (${HELD} and ${OWN}) with check (${HELD} and ${OWN})`);
    this.addSql(`
      create policy register_issue_delete on register_issue as restrictive for delete using (${HELD} and ${OWN})`);
    this.addSql(`
      create policy register_issue_province on register_issue as restrictive using (${NEAR}) with check (${NEAR})`);
    this.addSql('create policy register_issue_tally on register_issue for select to hiraf_tally using (true)');
    this.addSql('alter table register_issue add foreign key (region_id) references region (id)');
    this.addSql(
      'alter table register_issue add foreign key (region_id, province_id) references province (region_id, id)',
    );
    this.addSql(
      'alter table register_issue add foreign key (artisan_region_id, artisan_id) references artisan (region_id, id) on update cascade',
    );
    this.addSql('grant select on register_issue to hiraf_records');
    this.addSql('grant insert, update, delete on register_issue to hiraf_capture');
    this.addSql('grant usage on sequence register_issue_id_seq, register_case_seq to hiraf_capture');
    this.addSql('grant select on register_issue to hiraf_tally');
  }

  /**
   * The other live entries with a national identity number, anywhere, each with the open case that it stands in. Who asks
   * for one person takes turns: two regions that register the same person at once would else not see each other.
   */
  private addLookup(): void {
    this.addSql('create index artisan_national_id on artisan (national_id)');
    this.addSql('create policy artisan_tally on artisan for select to hiraf_tally using (true)');
    this.addSql('grant select (region_id, id, province_id, national_id, register_state) on artisan to hiraf_tally');
    this.addSql('grant create on schema app to hiraf_tally');
    this.addSql(`
      create function app.namesakes(number text, own_id int)
      returns table ("regionId" smallint, "provinceId" smallint, "artisanId" int, "caseNumber" int)
      security definer set search_path = public, pg_temp language plpgsql rows 1 as $$
      declare
        records text := coalesce(current_setting('app.records', true), '');
        province text := coalesce(current_setting('app.province', true), '');
      begin
        perform pg_advisory_xact_lock(hashtextextended(number, 5017));
        perform set_config('app.records', '${EVERYWHERE}', true), set_config('app.province', '', true);
        return query
          select a.region_id, a.province_id, a.id, i.case_number
          from artisan a left join register_issue i
            on i.region_id = a.region_id and i.artisan_id = a.id and i.kind = 'DUPLICATE' and i.state <> 'RESOLVED'
          where a.national_id = number and a.register_state <> 'DELETED' and a.id <> own_id
          order by a.region_id, a.id;
        perform set_config('app.records', records, true), set_config('app.province', province, true);
      end $$`);
    this.addSql('alter function app.namesakes(text, int) owner to hiraf_tally');
    this.addSql('revoke create on schema app from hiraf_tally');
    this.addSql('revoke execute on function app.namesakes(text, int) from public');
    this.addSql('grant execute on function app.namesakes(text, int) to hiraf_capture');
  }
}
