import { Migration } from '@mikro-orm/migrations';

const CENTRAL = '0 = any((select app.capture_scope())::smallint[])';

/** Central officers change the dated rules; everybody goes on reading them. */
export class RuleChanges extends Migration {
  override up(): void {
    this.addSql('alter table rule enable row level security');
    this.addSql('create policy rule_sight on rule for select using (true)');
    this.addSql(`create policy rule_insert on rule for insert to hiraf_capture with check (${CENTRAL})`);
    this.addSql(
      `create policy rule_update on rule for update to hiraf_capture using (${CENTRAL}) with check (${CENTRAL})`,
    );
    this.addSql('grant insert, update on rule to hiraf_capture');
  }

  override down(): void {
    this.addSql('revoke insert, update on rule from hiraf_capture');
    this.addSql('drop policy rule_update on rule');
    this.addSql('drop policy rule_insert on rule');
    this.addSql('drop policy rule_sight on rule');
    this.addSql('alter table rule disable row level security');
  }
}
