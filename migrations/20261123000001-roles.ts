import { Migration } from '@mikro-orm/migrations';

const NOLOGIN_ROLES = ['hiraf_public', 'hiraf_figures', 'hiraf_records', 'hiraf_capture', 'hiraf_tally'];

// Roles belong to the whole server, so another database of it may have made them already, even at this moment.
const createRole = (role: string, attributes: string): string => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then
      create role ${role} ${attributes};
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`;

const scopeFunction = (name: string, setting: string): string => `
  create function app.${name}() returns smallint[] stable parallel safe language plpgsql as $$
  declare regions text := current_setting('${setting}', true);
  begin
    if regions is null or regions = '' then
      raise exception '${setting} is not set' using errcode = 'insufficient_privilege',
        hint = 'State the regions in sight at the start of the transaction.';
    end if;
    return regions::smallint[];
  end $$`;

/**
 * Who may touch what. The gateway logs in, inherits nothing and owns nothing: forgetting to take a role is an error.
 * Each kind of sight includes the one before it: public < figures < records < capture. The tally keeps the figures.
 */
export class Roles extends Migration {
  override up(): void {
    for (const role of NOLOGIN_ROLES) this.addSql(createRole(role, 'nologin'));
    this.addSql(createRole('hiraf_gateway', 'login noinherit'));
    this.addSql('grant hiraf_public to hiraf_figures');
    this.addSql('grant hiraf_figures to hiraf_records');
    this.addSql('grant hiraf_records to hiraf_capture');
    this.addSql('grant hiraf_public, hiraf_figures, hiraf_records, hiraf_capture to hiraf_gateway');
    this.addSql('grant hiraf_public, hiraf_figures, hiraf_records, hiraf_capture, hiraf_tally to current_user');
    this.addSql('revoke create on schema public from public');
    this.addSql('create schema app');
    this.addSql('grant usage on schema public, app to hiraf_public, hiraf_tally');
    this.addSql(scopeFunction('records_scope', 'app.records'));
    this.addSql(scopeFunction('capture_scope', 'app.capture'));
    this.addSql(scopeFunction('figures_scope', 'app.figures'));
    this.addSql(`
      create function app.province_scope() returns smallint stable parallel safe language sql as $$
        select nullif(current_setting('app.province', true), '')::smallint
      $$`);
  }

  // The roles stay: other databases of the server may use them.
  override down(): void {
    this.addSql('drop schema app cascade');
    this.addSql('revoke usage on schema public from hiraf_public, hiraf_tally');
  }
}
