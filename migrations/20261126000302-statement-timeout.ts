import { Migration } from '@mikro-orm/migrations';

/** A statement of the gateway's role ends after as long as one of the pool does, whoever opened the connection. */
export class StatementTimeout extends Migration {
  override up(): void {
    this.addSql(`alter role hiraf_gateway set statement_timeout = '10s'`);
  }

  override down(): void {
    this.addSql(`alter role hiraf_gateway set statement_timeout = '15s'`);
  }
}
