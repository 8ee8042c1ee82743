import { Migration } from '@mikro-orm/migrations';

/** The same as the pool asks for, for connections that ask for nothing. */
const TIMEOUTS = {
  statement_timeout: '15s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '30s',
};

/**
 * Bounds what a connection of the gateway may hold, whoever opens it. For the role and not for the role in this database: a
 * clone and a restored dump of a database have no settings of the latter kind, and every database of a server is served alike.
 */
export class RoleTimeouts extends Migration {
  override up(): void {
    for (const [name, value] of Object.entries(TIMEOUTS)) {
      this.addSql(`alter role hiraf_gateway set ${name} = '${value}'`);
    }
  }

  override down(): void {
    for (const name of Object.keys(TIMEOUTS)) this.addSql(`alter role hiraf_gateway reset ${name}`);
  }
}
