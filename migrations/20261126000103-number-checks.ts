import { Migration } from '@mikro-orm/migrations';

const CHECKS = {
  register_issue_outcome_check: `outcome in ('KEPT', 'MERGED', 'DISTINCT', 'WITHDRAWN')`,
  register_issue_confirmed: `kind = 'DUPLICATE' or confirmed_on is null`,
};

/** Looks whether what was there before meets the checks of the cases of duplicates. */
export class NumberChecks extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    for (const name of Object.keys(CHECKS)) this.addSql(`alter table register_issue validate constraint ${name}`);
  }

  override down(): void {
    for (const [name, rule] of Object.entries(CHECKS)) {
      this.addSql(`alter table register_issue drop constraint ${name}`);
      this.addSql(`alter table register_issue add constraint ${name} check (${rule}) not valid`);
    }
  }
}
