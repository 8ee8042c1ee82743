import type { ChildProcess } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { signToken } from '../../src/platform/auth/keys.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { outcomeOf, refusals, type Outcome } from '../support/commands.ts';
import type { Answer } from '../support/service.ts';
import { runCommand } from '../support/command.ts';
import { program } from '../support/process.ts';
import { application, REGISTER, type Registered } from '../trail/people.ts';

const WRITES = 200;
const AT_ONCE = 8;
const KILL_AFTER = 60;

type Registering = Outcome<Registered>;

const { dir, start, databaseUrl } = await program();

async function registrar(address: string): Promise<(number: number) => Promise<Registering>> {
  const claims = { subject: 'registrar', role: 'regional-officer', region: 'MA-03' };
  const token = await signToken(claims, { dir, issuer: 'hiraf', audience: 'hiraf-api', expiresIn: '5m' });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return async (number) => {
    const input = application(number, { nameLatin: 'Once Only', nationalId: `ZZ${String(900_000 + number)}` });
    const body = JSON.stringify({ query: REGISTER, variables: { input } });
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body });
    return outcomeOf<Registered>('registerArtisan', (await response.json()) as Answer);
  };
}

/** Works through all numbers, several at once; what had no answer is undefined. */
async function registerAll(
  register: (number: number) => Promise<Registering>,
  answered: (so: number) => void = () => undefined,
): Promise<(Registering | undefined)[]> {
  const answers: (Registering | undefined)[] = Array.from({ length: WRITES });
  let [next, done] = [0, 0];
  const worker = async (): Promise<void> => {
    for (let number = next++; number < WRITES; number = next++) {
      answers[number] = await register(number).catch(() => undefined);
      if (answers[number] !== undefined) answered((done += 1));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers;
}

const idOf = (answer: Registering | undefined): string | undefined => answer?.row?.id;

async function counted(): Promise<Record<string, number>> {
  const people = `name_latin = 'Once Only'`;
  const sql = `select (select count(*)::int from artisan where ${people}) as people,
    (select count(*)::int from audit_entry where action = 'registerArtisan') as noted,
    (select count(*)::int from outbox_event where action = 'registerArtisan') as told,
    (select count(*)::int from idempotency_key) as keys`;
  return withClient(
    await databaseUrl(),
    async (client) => (await client.query<Record<string, number>>(sql)).rows[0] ?? {},
  );
}

async function interrupted(child: ChildProcess, address: string): Promise<(Registering | undefined)[]> {
  return registerAll(await registrar(address), (so) => {
    if (so === KILL_AFTER) child.kill('SIGKILL');
  });
}

describe('a server that is killed in the middle of 200 registrations', { timeout: 120_000 }, () => {
  it('has made each exactly once after all are repeated, with the trail and the figures whole', async () => {
    const first = await start();
    const before = await interrupted(first.child, first.address);
    await first.ended;
    const answered = before.filter((answer) => answer !== undefined);
    expect(answered.length).toBeGreaterThanOrEqual(KILL_AFTER);
    expect(answered.length).toBeLessThan(WRITES);
    expect(answered.flatMap(refusals)).toEqual([]);

    const second = await start();
    const made = (await counted())['people'] ?? 0;
    // Some were made whose answer was lost with the server.
    expect(made).toBeGreaterThanOrEqual(answered.length);
    const after = await registerAll(await registrar(second.address));
    expect(after.flatMap((answer) => refusals(answer ?? {}))).toEqual([]);
    expect(new Set(after.map(idOf)).size).toBe(WRITES);
    expect(after.filter((answer) => answer?.replayed === true)).toHaveLength(made);
    before.forEach((answer, number) => {
      if (answer !== undefined) expect(idOf(after[number])).toBe(idOf(answer));
    });
    expect(await counted()).toEqual({ people: WRITES, noted: WRITES, told: WRITES, keys: WRITES });

    const env = { DATABASE_URL: await databaseUrl() };
    const audit = await runCommand('audit', ['verify', '--region', 'MA-03'], env);
    expect(audit.said).toMatch(/^MA-03: 200 entries hold\. Last 200,/);
    expect(audit.code).toBe(0);
    expect(await runCommand('figures', ['verify'], env)).toMatchObject({ code: 0, said: 'Every figure is exact.\n' });
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });
});
