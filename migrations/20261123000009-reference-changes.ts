import { Migration } from '@mikro-orm/migrations';

const REFERENCE_TABLES = [
  'region',
  'province',
  'institution',
  'family',
  'sector',
  'profession',
  'wave',
  'body_class',
  'body_class_profession',
  'office',
  'rule',
  'published_figure',
];

/** API processes hold reference data in memory; a change of it tells them to load it again. */
export class ReferenceChanges extends Migration {
  override up(): void {
    this.addSql(`
      create function app.announce_reference() returns trigger language plpgsql as $$
      begin
        perform pg_notify('hiraf_reference', tg_table_name);
        return null;
      end $$`);
    for (const table of REFERENCE_TABLES) {
      this.addSql(`
        create trigger ${table}_announce after insert or update or delete or truncate on ${table}
          for each statement execute function app.announce_reference()`);
    }
  }

  override down(): void {
    for (const table of REFERENCE_TABLES) this.addSql(`drop trigger ${table}_announce on ${table}`);
    this.addSql('drop function app.announce_reference()');
  }
}
