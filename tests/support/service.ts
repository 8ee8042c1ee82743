import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { signToken, type TokenClaims } from '../../src/platform/auth/keys.ts';
import { parseConfig, type Config } from '../../src/platform/config/config.ts';
import { compileSql, type Statement } from '../../src/platform/postgres/sql.ts';
import { buildServer } from '../../src/server.ts';

export type Who = Omit<TokenClaims, 'subject'> & { readonly subject?: string };

/** One viewer of each role; the regional ones stand in Fès-Meknès. */
export const VIEWERS = {
  'provincial-officer': { role: 'provincial-officer', province: 'MA-FES' },
  'regional-officer': { role: 'regional-officer', region: 'MA-03' },
  'regional-viewer': { role: 'regional-viewer', region: 'MA-03' },
  'central-officer': { role: 'central-officer' },
  'central-service': { role: 'central-service' },
  analyst: { role: 'analyst' },
} as const satisfies Record<string, Who>;

/** A database that is migrated and holds the reference data. */
export interface ServedDatabase {
  /** The owner's address. */
  readonly url: string;
  readonly gatewayPassword: string;
}

export interface Answer<Data = Record<string, unknown>> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

export interface Service<Database extends ServedDatabase = ServedDatabase> {
  readonly app: FastifyInstance;
  readonly config: Config;
  readonly database: Database;
  token(who: Who): Promise<string>;
  /** Asks over HTTP as a viewer; null asks without a token. */
  ask<Data = Record<string, unknown>>(who: Who | null, query: string, variables?: object): Promise<Answer<Data>>;
  /** The statements that ran since the last call. */
  statements(): string[];
  close(): Promise<void>;
}

// A test asks for more in its minute than any caller would; budgets have tests of their own.
const PLENTY = ['anonymous', ...Object.keys(VIEWERS), 'tenant', 'all-anonymous'].map((who) => `${who}=2000000000`);

function configFor({ url, gatewayPassword }: ServedDatabase, dir: string, settings: Record<string, string>): Config {
  return parseConfig({
    NODE_ENV: 'test',
    DATA_DIR: dir,
    DATABASE_URL: url,
    GATEWAY_PASSWORD: gatewayPassword,
    LOG_LEVEL: 'silent',
    POOL_SIZE: '4',
    POINTS_PER_MINUTE: PLENTY.join(),
    EXECUTOR: process.env['EXECUTOR'] ?? '',
    ...settings,
  });
}

function tokenFor(config: Config, who: Who): Promise<string> {
  const { issuer, audience } = config.jwt;
  return signToken({ subject: 'tester', ...who }, { dir: config.dataDir, issuer, audience, expiresIn: '1h' });
}

/** The whole service over a database, in this process and without a port. */
export async function openService<Database extends ServedDatabase>(
  database: Database,
  settings: Record<string, string> = {},
): Promise<Service<Database>> {
  const dir = await mkdtemp(join(tmpdir(), 'hiraf-keys-'));
  const config = configFor(database, dir, settings);
  let seen: string[] = [];
  const observe = (statement: Statement<unknown>) => {
    seen.push(compileSql(statement).sql);
  };
  const app = await buildServer({ config, databaseUrl: config.databaseUrl ?? database.url, observe });
  const token = (who: Who) => tokenFor(config, who);
  return {
    app,
    config,
    database,
    token,
    ask: async (who, query, variables) => {
      const headers = who === null ? {} : { authorization: `Bearer ${await token(who)}` };
      const response = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
      return { status: response.statusCode, ...response.json<Omit<Answer<never>, 'status'>>() };
    },
    statements: () => {
      const ran = seen;
      seen = [];
      return ran;
    },
    close: async () => {
      await app.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
