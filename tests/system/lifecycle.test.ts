import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { blockedIn } from '../support/database.ts';
import { program } from '../support/process.ts';

const QUESTION = `{ artisans(first: 3) { totalCount nodes { id nameAr } } nation { representation { registered { value } } } }`;
const PEOPLE = '{ artisans { totalCount } }';
const EVERYBODY = { data: { artisans: { totalCount: 500 } } };

const { start, ask, databasePid, databaseUrl } = await program('empty');
const statusOf = async (url: string): Promise<number> => (await fetch(url)).status;

// The order matters: each leaves the data folder to the next one.
describe('the process over its embedded database', { timeout: 120_000 }, () => {
  it('fills an empty folder and says in three lines what it does', async () => {
    const { child, said, ended } = await start();
    await expect.poll(said).toMatch(/A token/);
    expect(said().trim().split('\n')).toEqual([
      expect.stringMatching(/^Filling the empty database with 500 invented artisans/),
      expect.stringMatching(/^hiraf answers at http:\S+\/graphql; the explorer is at http:\S+\/$/),
      expect.stringMatching(/^A token: npm run -s token/),
    ]);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await databasePid()).toBeUndefined();
  });

  it('starts on existing data without filling it again', async () => {
    const { child, ended, said } = await start();
    expect(said()).not.toContain('Filling');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(await databasePid()).toBeUndefined();
  });

  it('serves the schema that is written down, as a bundle too', async () => {
    const { child, address, ended } = await start();
    const { data } = (await ask(address, getIntrospectionQuery({ specifiedByUrl: true }))) as {
      data: IntrospectionQuery;
    };
    // Introspection does not say where directives are applied, such as the sizes of lists.
    const plain = (schema: GraphQLSchema): string => printSchema(lexicographicSortSchema(schema));
    expect(plain(buildClientSchema(data))).toBe(plain(buildSchema(await readFile('schema.graphql', 'utf8'))));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('loses nothing when it is killed, and takes over the database that was left alone', async () => {
    const first = await start();
    const before = await ask(first.address, QUESTION);
    expect(before).toMatchObject(EVERYBODY);
    const pid = await databasePid();
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await databasePid()).toBe(pid);

    const second = await start();
    expect(await databasePid()).toBe(pid);
    expect(await ask(second.address, QUESTION)).toEqual(before);
    expect(await statusOf(`${second.address}/health/ready`)).toBe(200);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(await databasePid()).toBeUndefined();
  });

  it('starts its database again when that is killed, and loses nothing', async () => {
    const { child, address, said, ended } = await start();
    const before = await ask(address, QUESTION);
    const pid = await databasePid();
    process.kill(pid ?? 0, 'SIGKILL');
    await expect.poll(said, { timeout: 30_000 }).toMatch(/PostgreSQL is gone[^]*PostgreSQL is back/);
    expect(await databasePid()).not.toBe(pid);
    await expect.poll(() => statusOf(`${address}/health/ready`), { timeout: 10_000 }).toBe(200);
    expect(await ask(address, QUESTION)).toEqual(before);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await databasePid()).toBeUndefined();
  });

  // A connection that is kept alive would hold it for a minute.
  it('answers what is being asked before it stops', { timeout: 40_000 }, async () => {
    const { child, address, ended } = await start();
    let stopped = false;
    void ended.then(() => {
      stopped = true;
    });
    await withClient(await databaseUrl(), async (client) => {
      await client.query('begin; lock table artisan in access exclusive mode');
      const answer = ask(address, PEOPLE);
      const url = await databaseUrl();
      await expect.poll(() => blockedIn(url)).toBe(1);
      child.kill('SIGTERM');
      await sleep(700);
      expect(stopped).toBe(false);
      await expect(fetch(`${address}/health/live`)).rejects.toThrow();
      await client.query('rollback');
      expect(await answer).toEqual(EVERYBODY);
    });
    expect(await ended).toBe(0);
    expect(await databasePid()).toBeUndefined();
  });

  it('shares its database with a second one, which takes over when the first stops', async () => {
    const [first, second] = [await start(), await start()];
    expect(await ask(second.address, QUESTION)).toEqual(await ask(first.address, QUESTION));
    const third = await start();
    third.child.kill('SIGTERM');
    expect(await third.ended).toBe(0);
    expect(await ask(first.address, PEOPLE)).toEqual(EVERYBODY);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await expect.poll(() => ask(second.address, PEOPLE), { timeout: 30_000 }).toEqual(EVERYBODY);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(await databasePid()).toBeUndefined();
  });
});

describe('processes that start together on an empty folder', { timeout: 120_000 }, () => {
  it('share one database, filled once', async () => {
    const fresh = await program('empty');
    const all = await Promise.all([fresh.start(), fresh.start(), fresh.start()]);
    for (const { address } of all) expect(await fresh.ask(address, PEOPLE)).toEqual(EVERYBODY);
    expect(all.filter(({ said }) => said().includes('Filling'))).toHaveLength(1);
    for (const { child } of all) child.kill('SIGTERM');
    for (const { ended } of all) expect(await ended).toBe(0);
  });
});

describe('a process that is stopped while it fills an empty database', { timeout: 120_000 }, () => {
  it('leaves nothing half done', async () => {
    const fresh = await program('empty');
    const { child, ended } = await fresh.start({ DEMO_ARTISANS: '24000' }, /Filling/);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await fresh.databasePid()).toBeUndefined();
    const again = await fresh.start();
    expect(again.said()).toContain('Filling');
    expect(await fresh.ask(again.address, PEOPLE)).toEqual(EVERYBODY);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });
});
