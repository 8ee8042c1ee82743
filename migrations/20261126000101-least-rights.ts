import { Migration } from '@mikro-orm/migrations';

/** Functions that policies and other functions call, with the roles in whose name they do. The others are called by triggers. */
const CALLERS: Readonly<Record<string, string>> = {
  'records_scope()': 'hiraf_records, hiraf_tally',
  'province_scope()': 'hiraf_records, hiraf_tally',
  'capture_scope()': 'hiraf_capture',
  'figures_scope()': 'hiraf_figures',
  'prefixed(text)': 'hiraf_tally',
  // The yearly roll of age bands goes by the policies of those who capture.
  'age_band(date, int)': 'hiraf_capture',
  'roll_age_bands(int)': 'hiraf_capture',
};
const TALLIES = ['artisan', 'body', 'seat', 'delegate', 'committee', 'outreach_session', 'class'];
const OPEN_UNTIL_NOW = [
  ...Object.keys(CALLERS),
  ...['announce_reference()', 'chain_audit()', 'refuse_move()', 'reclass()'],
  ...TALLIES.flatMap((table) => ['insert', 'update', 'delete'].map((operation) => `tally_${table}_${operation}()`)),
];

/**
 * PostgreSQL lets every role call a new function. Here none may unless a migration says so, and the policies of the dated
 * rules hold for the owner too, as those of every other table do.
 */
export class LeastRights extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql('alter default privileges revoke execute on functions from public');
    this.addSql('revoke execute on all functions in schema app from public');
    for (const [name, roles] of Object.entries(CALLERS)) {
      this.addSql(`grant execute on function app.${name} to ${roles}`);
    }
    this.addSql('alter table rule force row level security');
  }

  override down(): void {
    this.addSql('alter table rule no force row level security');
    for (const [name, roles] of Object.entries(CALLERS)) {
      this.addSql(`revoke execute on function app.${name} from ${roles}`);
    }
    for (const name of OPEN_UNTIL_NOW) this.addSql(`grant execute on function app.${name} to public`);
    this.addSql('alter default privileges grant execute on functions to public');
  }
}
