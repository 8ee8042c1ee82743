import { Migration } from '@mikro-orm/migrations';

/**
 * A province is of one region. Without knowing that, the planner takes the people of a province for so few that it rather
 * sorts them all than walks the index for one page.
 */
export class PlaceStatistics extends Migration {
  override up(): void {
    this.addSql('create statistics artisan_place (dependencies) on region_id, province_id from artisan');
  }

  override down(): void {
    this.addSql('drop statistics artisan_place');
  }
}
