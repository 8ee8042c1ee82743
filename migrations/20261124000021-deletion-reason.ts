import { Migration } from '@mikro-orm/migrations';

/** Why an entry was deleted, in words: it may tell of a person, so only those who capture read it. */
export class DeletionReason extends Migration {
  override up(): void {
    this.addSql('alter table artisan add column deletion_reason text null');
  }

  override down(): void {
    this.addSql('alter table artisan drop column deletion_reason');
  }
}
