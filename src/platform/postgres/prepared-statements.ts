import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { memoizeByObject } from '../lib/memoize.ts';

// A plan that PostgreSQL keeps takes some 50 kB of each connection.
const PREPARED_AT_MOST = 150;
const SEEN_AT_MOST = 2000;

/** What `pg` keeps of the statements that a connection has prepared, and how a connection forgets one. */
interface Connection {
  readonly parsedStatements: Record<string, string>;
  close(prepared: { type: 'S'; name: string }): void;
}

/** The statements that one connection keeps prepared: those that were used last. */
class PreparedStatements {
  readonly #names: LRUCache<string, string>;
  #number = 0;

  constructor(client: pg.ClientBase) {
    const { connection } = client as unknown as { connection: Connection };
    this.#names = new LRUCache<string, string>({
      max: PREPARED_AT_MOST,
      dispose: (name) => {
        // A message of the protocol and not `deallocate`, which a transaction that has failed would refuse.
        connection.close({ type: 'S', name });
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- it is an object of `pg`
        delete connection.parsedStatements[name];
      },
    });
  }

  /**
   * The name under which a text is prepared; undefined on its first use: texts follow what clients select, and most of the
   * many that a day brings never come again.
   */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (!seen.has(text)) {
      seen.set(text, true);
      return undefined;
    }
    // No name is given twice: whether an old one was prepared may not be known yet when it is forgotten.
    this.#number += 1;
    const name = `s${String(this.#number)}`;
    this.#names.set(text, name);
    return name;
  }
}

const seen = new LRUCache<string, true>({ max: SEEN_AT_MOST });
const statementsOf = memoizeByObject((client: pg.ClientBase) => new PreparedStatements(client));

/** The name under which a connection keeps a statement; undefined where it is run without being kept. */
export const preparedName = (client: pg.ClientBase, text: string): string | undefined =>
  statementsOf(client).nameOf(text);
