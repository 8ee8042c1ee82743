import { join } from 'node:path';
import axe from 'axe-core';
import Fastify from 'fastify';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_PLACE } from '../../explorer/src/place.ts';
import { QUESTIONS } from '../../explorer/src/questions/questions.ts';
import { explorer } from '../../src/platform/http/explorer.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { VIEWERS, type Api } from '../support/api.ts';
import { answerIn, auditOf, documentIn, signIn, testExplorer, type Explorer } from '../support/explorer.ts';
import { documentOf } from '../support/questions.ts';

let api: Api;
let address: string;
let visit: Explorer['visit'];

beforeAll(async () => {
  ({ api, address, visit } = await testExplorer());
  // The demonstration has no officer who tries numbers.
  await withClient(api.database.url, (client) =>
    client.query(
      `insert into number_count (region_id, subject, day, changes, hits) values (3, 'officer-7', now(), 0, 9)`,
    ),
  );
});

const runQuestion = (page: Page, id: string): Promise<void> => page.locator(`[data-question=${id}] .run`).click();

describe('the explorer', () => {
  it('answers a ready question to an officer, and asks no host but its own', async () => {
    const { page, faults } = await visit('ar-MA');
    await signIn(page, await api.token(VIEWERS['regional-officer']));
    await expect.poll(() => page.locator('.grants').innerText()).toContain('فاس-مكناس');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.session').innerText()).toBe('مسؤول جهوي');

    await page.locator('[data-question=readiness] .load').click();
    await expect.poll(() => documentIn(page)).toContain('query Readiness');
    await runQuestion(page, 'readiness');
    await expect.poll(() => answerIn(page)).toContain('"totalCount"');
    const answer = await answerIn(page);
    expect(answer).toContain('"ar": "فاس-مكناس"');
    expect(answer).not.toContain('"errors"');
    expect(faults).toEqual([]);
  });

  it('answers reference questions to somebody without a token', async () => {
    const { page, faults } = await visit('fr-FR');
    await expect.poll(() => documentIn(page)).toContain('query Regions');
    await runQuestion(page, 'regions');
    await expect.poll(() => answerIn(page)).toContain('"code": "MA-01"');
    expect(faults).toEqual([]);
  });

  it('turns to Arabic, from right to left, and says so to the server', async () => {
    const { page, faults } = await visit('en-GB');
    const html = page.locator('html');
    expect(await html.getAttribute('dir')).toBe('ltr');
    await expect.poll(() => page.locator('.pages button').allInnerTexts()).toEqual(['Questions', 'Changes']);
    await page.getByRole('button', { name: 'العربية' }).click();
    expect(await html.getAttribute('dir')).toBe('rtl');
    expect(await html.getAttribute('lang')).toBe('ar');
    await expect.poll(() => page.locator('.pages button').allInnerTexts()).toEqual(['أسئلة', 'تغييرات']);
    const asked = page.waitForRequest(`${address}/graphql`);
    await runQuestion(page, 'professions');
    expect((await asked).headers()['accept-language']).toBe('ar');
    // The panel stands at the right, and nothing is out of reach at the left.
    const box = await page.locator('.panel').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(1400);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1440);
    expect(faults).toEqual([]);
  });

  it('keeps a token in its tab alone, and forgets it on demand', async () => {
    const { page } = await visit('en-GB');
    const token = await api.token(VIEWERS.analyst);
    await signIn(page, token);
    await expect.poll(() => page.locator('.session').innerText()).toBe('Analyst');
    await page.reload();
    await expect.poll(() => page.locator('.session').innerText()).toBe('Analyst');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(token);
    expect(await page.context().cookies()).toEqual([]);
    await page.locator('.session').click();
    await page.getByRole('button', { name: 'Forget the token' }).click();
    await expect.poll(() => page.locator('.session').innerText()).toBe('Enter a token');
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(token);
  });

  it('tells why a token is refused', async () => {
    const { page } = await visit('en-GB');
    await signIn(page, 'not.a.token');
    await expect.poll(() => page.locator('.refusal').innerText()).toMatch(/^The token was refused: \S/);
    expect(await page.evaluate(() => sessionStorage.getItem('hiraf.token'))).toBeNull();
  });

  it('is worked by the keyboard, and keeps what somebody wrote', async () => {
    const { page } = await visit('en-GB');
    await page.locator('.graphiql-query-editor .view-line').first().click();
    await page.keyboard.type('# mine');
    await page.locator('[data-question=nation] .load').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => documentIn(page)).toContain('query NationByRegion');
    await expect.poll(() => page.locator('[data-question=nation]').getAttribute('data-current')).toBe('true');
    await expect.poll(() => page.locator('.graphiql-tab').count()).toBe(2);
  });

  it.each(['light', 'dark'] as const)('has no fault of accessibility that can be measured, in %s', async (scheme) => {
    const { page } = await visit('ar-MA', scheme);
    await page.evaluate(axe.source);
    expect(await page.evaluate(auditOf('.header', '.panel'))).toEqual([]);
    // Open, it covers the rest, whose contrast could not be measured any more.
    await page.locator('.session').click();
    expect(await page.evaluate(auditOf('.token'))).toEqual([]);
  });

  it.each(QUESTIONS)('has data for the question $id', async ({ id, variables }) => {
    const { data, errors } = await api.ask(VIEWERS['central-officer'], documentOf(id), variables(DEFAULT_PLACE));
    expect(errors).toBeUndefined();
    expect(Object.values(data)).not.toContain(null);
    expect(data['representation']).not.toEqual([]);
    // Lists below a list may be empty: a body that is planned has no elections.
    const lists = Object.values({ ...data, ...(data['region'] as object | undefined) }) as { totalCount?: number }[];
    expect(lists.map((list) => list.totalCount)).not.toContain(0);
    if (id === 'assemblies') expect(JSON.stringify(data)).toContain('"candidacies":[{');
    if (id === 'board') expect(JSON.stringify(data)).toContain('"seats":[{');
    if (id === 'meeting') expect(JSON.stringify(data)).toContain('"heldOn":"2025-11-20"');
  });

  it.each(QUESTIONS)('tells truly what the question $id needs', async ({ id, need, variables }) => {
    const [anonymous, analyst] = await Promise.all([
      api.ask(null, documentOf(id), variables(DEFAULT_PLACE)),
      api.ask(VIEWERS.analyst, documentOf(id), variables(DEFAULT_PLACE)),
    ]);
    expect(anonymous.errors?.[0]?.extensions['code']).toBe(need === 'nothing' ? undefined : 'UNAUTHENTICATED');
    const forbidden = need === 'records' || need === 'centre';
    expect(analyst.errors?.[0]?.extensions['code']).toBe(forbidden ? 'FORBIDDEN' : undefined);
  });

  it('is sent compressed, for ever where its name changes with its content', async () => {
    const page = await api.app.inject({ url: '/', headers: { 'accept-encoding': 'br' } });
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(page.headers['content-security-policy']).not.toMatch(/https?:|unsafe-eval|\*/);
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await fetch(address).then((response) => response.text()))?.[1];
    const asset = await api.app.inject({ url: script ?? '', headers: { 'accept-encoding': 'gzip' } });
    expect(asset.statusCode).toBe(200);
    expect(asset.headers['content-encoding']).toBe('gzip');
    expect(asset.headers['cache-control']).toContain('immutable');
    expect((await api.app.inject('/.sources')).statusCode).toBe(404);
  });

  it('says how to build it where it is not built', async () => {
    const app = Fastify();
    await explorer(app, join(import.meta.dirname, 'nowhere'));
    const { statusCode, body } = await app.inject('/');
    expect(statusCode).toBe(503);
    expect(body).toContain('npm run build:explorer');
  });
});
