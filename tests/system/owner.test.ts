import 'reflect-metadata';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signToken } from '../../src/platform/auth/keys.ts';
import { prepare } from '../../src/cli/prepare.ts';
import { parseConfig } from '../../src/platform/config/config.ts';
import { openEmbedded, type EmbeddedServer } from '../../src/platform/postgres/embedded.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { buildServer } from '../../src/server.ts';

let dir: string;
let server: EmbeddedServer;
let url: string;
let app: FastifyInstance;
const said: string[] = [];
const config = () => parseConfig({ DATABASE_URL: url, DATA_DIR: dir, DEMO_ARTISANS: '500', LOG_LEVEL: 'silent' });

/** A server of its own: roles belong to the whole server, and those of the others were made by a superuser. */
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hiraf-owner-'));
  await chmod(dir, 0o711);
  server = await openEmbedded(join(dir, 'server'));
  await withClient(server.url('postgres'), (client) =>
    client.query(`create role plain_owner login createrole createdb password 'plain-password'`),
  );
  const address = new URL(server.url('postgres'));
  address.username = 'plain_owner';
  address.password = 'plain-password';
  await withClient(address.href, (client) => client.query('create database registry'));
  address.pathname = '/registry';
  url = address.href;
  await prepare(config(), url, (line) => said.push(line));
  app = await buildServer({ config: config(), databaseUrl: url });
}, 60_000);

afterAll(async () => {
  await app.close();
  await server.stop();
  await rm(dir, { recursive: true, force: true });
});

async function ask(role: string, query: string): Promise<unknown> {
  const signing = { dir, issuer: 'hiraf', audience: 'hiraf-api', expiresIn: '1h' };
  const region = role.startsWith('regional-') ? 'MA-03' : undefined;
  const token = await signToken({ subject: 'tester', role, region }, signing);
  const headers = { authorization: `Bearer ${token}` };
  return (await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query } })).json();
}

interface Counted {
  readonly data: { artisans: { totalCount: number }; nation: { representation: { registrants: { value: number } } } };
}

const QUESTION = '{ artisans { totalCount } nation { representation { registrants { value } } } }';

describe('an owner who is no superuser, on a server of its own', () => {
  it('is none, and stands behind the wall as well', async () => {
    await withClient(url, async (client) => {
      const { rows } = await client.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user');
      expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
      await expect(client.query('select from artisan')).rejects.toThrow(/app.records is not set/);
    });
  });

  it('migrates and fills a database, whose figures count everybody', async () => {
    expect(said).toHaveLength(1);
    const { data } = (await ask('central-service', QUESTION)) as Counted;
    expect(data).toEqual({
      artisans: { totalCount: 500 },
      nation: { representation: { registrants: { value: 500 } } },
    });
  });

  it('closes functions and temporary tables to everybody, as a superuser does', async () => {
    await withClient(url, async (client) => {
      const { rows } = await client.query(`select p.oid::regprocedure::text as open from pg_proc p
        where pronamespace = 'app'::regnamespace and has_function_privilege('public', p.oid, 'EXECUTE')`);
      expect(rows).toEqual([]);
      const { rows: temporary } = await client.query(
        `select has_database_privilege('hiraf_capture', current_database(), 'TEMPORARY') as may`,
      );
      expect(temporary).toEqual([{ may: false }]);
    });
  });

  it('serves a region its own people alone', async () => {
    const { data } = (await ask('regional-viewer', QUESTION)) as Counted;
    expect(data.artisans.totalCount).toBeGreaterThan(0);
    expect(data.artisans.totalCount).toBeLessThan(500);
    expect(data.nation.representation.registrants.value).toBe(500);
  });

  it('finds nothing left to do the second time', async () => {
    await prepare(config(), url, (line) => said.push(line));
    expect(said).toHaveLength(1);
    expect(await ask('central-service', '{ artisans { totalCount } }')).toEqual({
      data: { artisans: { totalCount: 500 } },
    });
  });
});
