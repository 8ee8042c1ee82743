import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MikroORM, PostgreSqlConnection, PostgreSqlDriver, type EntityManager } from '@mikro-orm/postgresql';
import {
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type Kysely,
} from 'kysely';
import { ARTISAN } from '../src/modules/artisans/artisan.reads.ts';
import { ArtisanTable } from '../src/modules/artisans/artisan.table.ts';
import { grantsOf } from '../src/platform/auth/roles.ts';
import { gatewayPassword, openPool } from '../src/platform/postgres/pool.ts';
import { queriesOn, type Statement } from '../src/platform/postgres/sql.ts';
import { WriteTransaction } from '../src/platform/tenancy/write-transaction.ts';
import { openCluster } from './cluster.ts';
import { machineFacts } from './facts.ts';
import { median } from './statistics.ts';
import { cpuOfPostgres } from './usage.ts';

// One insertion of an artisan, in a transaction with the role of an officer, written in every way that was considered:
// npm run bench:orm. Decision 24 rests on it.
const ROUNDS = 9;
const INSERTIONS = 400;
const REGION = 3;
const VALUES = {
  ...({ regionId: REGION, kind: 'ARTISAN', sex: 'MALE', ageBand: 'FROM_35_TO_44' } as const),
  ...({ qualification: 'PRACTICE', practising: true, registerState: 'APPLIED', appliedOn: '2026-01-05' } as const),
  ...{ nameAr: 'سعيد بناني', nameLatin: 'Said Bennani', birthDate: '1984-05-06', phone: '+212612345678' },
  ...{ searchAr: 'سعيد بناني', searchArReversed: 'بناني سعيد' },
  ...{ searchLatin: 'said bennani', searchLatinReversed: 'bennani said' },
};
type Values = typeof VALUES & { provinceId: number; professionId: number; nationalId: string };
type Insert = (write: WriteTransaction, values: Values) => Promise<unknown>;

/** A statement that was compiled elsewhere, as a transaction runs it. */
const ready = (sql: string, parameters: readonly unknown[]): Statement<Record<string, unknown>> => ({
  compile: () => ({ sql, parameters }) as CompiledQuery<Record<string, unknown>>,
});

/** Parameters that stay parameters: MikroORM writes them into the text of the statement. */
class BoundConnection extends PostgreSqlConnection {
  override async execute<T>(
    ...[query, params = [], method, ctx]: Parameters<PostgreSqlConnection['execute']>
  ): Promise<T> {
    const { sql, values } = typeof query === 'string' ? { sql: query, values: params } : rawOf(query);
    let number = 0;
    const text = sql.replaceAll('?', () => `$${String(++number)}`);
    const runner = ctx as unknown as { executeQuery(query: object): Promise<{ rows: object[] }> };
    return this.transformRawResult<T>(await runner.executeQuery({ sql: text, parameters: values }), method ?? 'all');
  }
}
const rawOf = (query: object): { sql: string; values: unknown[] } => {
  const made = 'toRaw' in query ? (query as { toRaw(): object }).toRaw() : query;
  const { sql, params } = made as { sql: string; params: unknown[] };
  return { sql, values: params };
};
class BoundDriver extends PostgreSqlDriver {
  protected override readonly connection = new BoundConnection(this.config);
}

const ormWith = (driver: typeof PostgreSqlDriver): MikroORM =>
  new MikroORM({
    ...{ driver, entities: [ArtisanTable], dbName: 'none', ensureDatabase: false },
    // It runs nothing of its own: the transaction of the request does.
    driverOptions: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });

/** An entity manager whose statements run in a transaction of hiraf. */
function managerIn(orm: MikroORM, write: WriteTransaction): EntityManager {
  const em = orm.em.fork();
  const executeQuery = async ({ sql, parameters }: CompiledQuery): Promise<object> => {
    const rows = await write.rows(ready(sql, parameters));
    return { rows, numAffectedRows: BigInt(rows.length) };
  };
  em.setTransactionContext({ executeQuery });
  return em;
}

const managed =
  (orm: MikroORM): Insert =>
  async (write, values) => {
    const em = managerIn(orm, write);
    em.persist(em.create(ArtisanTable, values));
    await em.flush();
  };

const db = queriesOn<typeof ArtisanTable>();
const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columnsOf = (values: Values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [snakeCase(name), value])) as never;

const [literal, bound] = [ormWith(PostgreSqlDriver), ormWith(BoundDriver)];
const WAYS: Readonly<Record<string, Insert>> = {
  'WriteTransaction (as shipped)': (write, values) => write.insert(ARTISAN, values),
  'Kysely builder': (write, values) => write.rows(db.insertInto('artisan').values(columnsOf(values)).returningAll()),
  'MikroORM query builder': (write, values) => {
    const { sql, params } = literal.em.createQueryBuilder(ArtisanTable).insert(values).returning('*').toQuery();
    let number = 0;
    return write.rows(
      ready(
        sql.replaceAll('?', () => `$${String(++number)}`),
        params,
      ),
    );
  },
  EntityManager: managed(literal),
  'EntityManager, parameters bound': managed(bound),
};

interface Achieved {
  readonly perSecond: number;
  /** Milliseconds of processor for one insertion: of Node, and of PostgreSQL. */
  readonly node: number;
  readonly postgres: number;
}

interface Field {
  readonly postmaster: number;
  readonly begin: () => WriteTransaction;
  readonly spot: { readonly provinceId: number; readonly professionId: number };
}

let number = 0;
async function roundOf(field: Field, insert: Insert): Promise<Achieved> {
  const [cpu, postgres, begun] = [process.cpuUsage(), await cpuOfPostgres(field.postmaster), performance.now()];
  for (let count = 0; count < INSERTIONS; count += 1) {
    number += 1;
    const write = field.begin();
    await insert(write, { ...VALUES, ...field.spot, nationalId: `AA${String(number)}` });
    await write.end('commit');
  }
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - begun) / 1000;
  return {
    perSecond: INSERTIONS / seconds,
    node: (user + system) / 1000 / INSERTIONS,
    postgres: (((await cpuOfPostgres(field.postmaster)) - postgres) * 1000) / INSERTIONS,
  };
}

function tableOf(achieved: ReadonlyMap<string, readonly Achieved[]>): string {
  const middle = (name: string, key: keyof Achieved): number =>
    median((achieved.get(name) ?? []).map((round) => round[key]));
  const [first = ''] = achieved.keys();
  const lines = [...achieved.keys()].map((name) => {
    const share = `${((middle(name, 'perSecond') / middle(first, 'perSecond')) * 100).toFixed(0)} %`;
    const cells = [middle(name, 'perSecond').toFixed(0), share, middle(name, 'node').toFixed(2)];
    return `| ${[name.padEnd(31), ...cells, middle(name, 'postgres').toFixed(2)].join(' | ')} |`;
  });
  const head = '| one insertion of an artisan | per second | of the first | Node, ms | PostgreSQL, ms |';
  return [head, '| --- | ---: | ---: | ---: | ---: |', ...lines].join('\n');
}

async function spotIn(write: WriteTransaction): Promise<Field['spot']> {
  const [spot] = await write.rows(
    db.selectFrom('artisan').select(['province_id as provinceId', 'profession_id as professionId']).limit(1),
  );
  await write.end('commit');
  if (spot === undefined) throw new Error('Nobody is registered.');
  return spot;
}

async function raced(field: Field): Promise<Map<string, Achieved[]>> {
  const achieved = new Map<string, Achieved[]>(Object.keys(WAYS).map((name) => [name, []]));
  for (const insert of Object.values(WAYS)) await roundOf(field, insert);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, insert] of Object.entries(WAYS)) achieved.get(name)?.push(await roundOf(field, insert));
  }
  return achieved;
}

async function main(): Promise<void> {
  const cluster = await openCluster();
  try {
    const databaseUrl = await cluster.database(24_000);
    const pool = openPool(databaseUrl, gatewayPassword(databaseUrl, undefined), 1);
    const grants = grantsOf('REGIONAL_OFFICER', { region: REGION });
    const viewer = { subject: 'bench', role: 'REGIONAL_OFFICER' as const, grants };
    const source = { pool, snapshot: new Map(), find: () => null, limits: { changes: 1, hits: 1 } };
    const begin = (): WriteTransaction => new WriteTransaction(viewer, source, 'registerArtisan');
    const achieved = await raced({ postmaster: cluster.postmaster, begin, spot: await spotIn(begin()) });
    await pool.end();
    const { date, cores, processor } = machineFacts();
    const conditions = `${date}: ${String(cores)} cores (${processor}), PostgreSQL ${cluster.version}, one connection, medians of ${String(ROUNDS)} rounds of ${String(INSERTIONS)} in turn.`;
    const text = `# One insertion in every way\n\n${conditions}\n\n${tableOf(achieved)}\n`;
    process.stdout.write(text);
    await writeFile(join(import.meta.dirname, 'results', 'orm.md'), text);
  } finally {
    await cluster.stop();
  }
}

await main();
