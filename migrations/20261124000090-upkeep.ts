import { Migration } from '@mikro-orm/migrations';

/**
 * Answers that were given under a key are forgotten, some at a time, an hour after the day for which they are promised: a
 * moment is that of the beginning of its transaction.
 */
export class Upkeep extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql('create policy idempotency_key_tally on idempotency_key to hiraf_tally using (true)');
    this.addSql('grant select, update, delete on idempotency_key to hiraf_tally');
    this.addSql('grant create on schema app to hiraf_tally');
    this.addSql(`
      create function app.forget_keys(at_most int) returns int security definer set search_path = public, pg_temp
      language sql as $$
        with forgotten as (
          delete from idempotency_key where (region_id, subject, key) in (
            select region_id, subject, key from idempotency_key where at < now() - interval '25 hours'
            order by at limit at_most for update skip locked
          ) returning 1
        ) select count(*)::int from forgotten
      $$`);
    this.addSql('alter function app.forget_keys(int) owner to hiraf_tally');
    this.addSql('revoke create on schema app from hiraf_tally');
    this.addSql('revoke execute on function app.forget_keys(int) from public');
    this.addSql('grant execute on function app.forget_keys(int) to hiraf_capture');
  }

  override down(): void {
    this.addSql('drop function app.forget_keys(int)');
    this.addSql('revoke select, update, delete on idempotency_key from hiraf_tally');
    this.addSql('drop policy idempotency_key_tally on idempotency_key');
  }
}
