import { Migration } from '@mikro-orm/migrations';

const REPLACED = `code in ('MEMBERS_PER_DELEGATE', 'DELEGATES_MINIMUM', 'DELEGATES_MAXIMUM')`;
const DAY = `date '2026-11-26'`;

/**
 * Keeps with the election of a board above the province how its delegates are shared out among the bodies of its base, and ends the
 * rules by which each body had a delegate for so many members: a board of ten seats then had two electors.
 */
export class DelegateShares extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql('alter table election add column shares jsonb null');
    this.addSql('alter table rule no force row level security');
    this.addSql(`update rule set valid_to = ${DAY} where ${REPLACED} and valid_to is null`);
    this.addSql('alter table rule force row level security');
  }

  override down(): void {
    this.addSql('alter table rule no force row level security');
    this.addSql(`update rule set valid_to = null where ${REPLACED} and valid_to = ${DAY}`);
    this.addSql('alter table rule force row level security');
    this.addSql('alter table election drop column shares');
  }
}
