import { Migration } from '@mikro-orm/migrations';

const CHANGEABLE = [
  ...['artisan', 'body', 'founding_assembly', 'seat', 'delegate', 'committee'],
  ...['campaign', 'outreach_session', 'meeting', 'phase', 'milestone'],
];

/** A number for each state of a row, so that nobody overwrites what they have not seen. */
export class Versions extends Migration {
  override up(): void {
    for (const table of CHANGEABLE) this.addSql(`alter table ${table} add column version int not null default 1`);
    // People are granted to records column by column; the other tables as a whole.
    this.addSql('grant select (version) on artisan to hiraf_records');
  }

  override down(): void {
    for (const table of CHANGEABLE) this.addSql(`alter table ${table} drop column version`);
  }
}
