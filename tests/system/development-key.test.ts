import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jwtVerify } from 'jose';
import { expect, it, onTestFinished } from 'vitest';
import { localKeys, signToken } from '../../src/platform/auth/keys.ts';

it('is one, though many processes make it at once', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'hiraf-key-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  const signing = { dir, issuer: 'hiraf', audience: 'hiraf-api', expiresIn: '5m' };
  const many = Array.from({ length: 12 }, () => signToken({ subject: 'tester', role: 'analyst' }, signing));
  const tokens = await Promise.all(many);
  const keys = await localKeys(dir);
  for (const token of tokens) expect((await jwtVerify(token, keys.find)).payload.sub).toBe('tester');
  expect(await readdir(dir)).toEqual(['token-key.json']);
});
