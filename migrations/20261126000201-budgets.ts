import { Migration } from '@mikro-orm/migrations';

/**
 * The points that callers have spent in their minute, where several processes of the API count them together. A role of its
 * own: whoever counts sees nothing else, and whoever sees anything else counts nothing. What is lost in a crash is a minute.
 */
export class Budgets extends Migration {
  override up(): void {
    this.addSql(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'hiraf_budget') then
          create role hiraf_budget nologin;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`);
    this.addSql('grant hiraf_budget to hiraf_gateway');
    this.addSql(`
      create unlogged table budget (
        key text not null,
        points int not null default 0,
        expire bigint null,
        primary key (key)
      )`);
    this.addSql('grant usage on schema public to hiraf_budget');
    this.addSql('grant select, insert, update, delete on budget to hiraf_budget');
  }

  // The role stays: other databases of the server may use it.
  override down(): void {
    this.addSql('drop table budget');
    this.addSql('revoke usage on schema public from hiraf_budget');
  }
}
