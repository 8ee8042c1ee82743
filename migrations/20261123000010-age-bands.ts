import { Migration } from '@mikro-orm/migrations';

/**
 * The age reached in the reference year, and the roll to another year: an update of those whose band changes, so that
 * every figure by age follows through the same triggers. Answers how many rows changed.
 */
export class AgeBands extends Migration {
  override up(): void {
    this.addSql(`
      create function app.age_band(birth_date date, reference_year int) returns text immutable parallel safe
      language sql as $$
        select case
          when birth_date is null then null
          when reference_year - extract(year from birth_date) < 25 then 'UNDER_25'
          when reference_year - extract(year from birth_date) < 35 then 'FROM_25_TO_34'
          when reference_year - extract(year from birth_date) < 45 then 'FROM_35_TO_44'
          when reference_year - extract(year from birth_date) < 55 then 'FROM_45_TO_54'
          when reference_year - extract(year from birth_date) < 65 then 'FROM_55_TO_64'
          else 'FROM_65'
        end
      $$`);
    this.addSql(`
      create function app.roll_age_bands(reference_year int) returns int language plpgsql as $$
      declare changed int;
      begin
        update artisan set age_band = app.age_band(birth_date, reference_year)
        where age_band is distinct from app.age_band(birth_date, reference_year);
        get diagnostics changed = row_count;
        return changed;
      end $$`);
  }

  override down(): void {
    this.addSql('drop function app.roll_age_bands(int)');
    this.addSql('drop function app.age_band(date, int)');
  }
}
