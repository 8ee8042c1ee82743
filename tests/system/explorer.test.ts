import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import axe from 'axe-core';
import Fastify from 'fastify';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUESTIONS } from '../../explorer/src/questions/questions.ts';
import { explorer } from '../../src/explorer/explorer.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { openBrowser } from '../support/browser.ts';
import { documentOf } from '../support/questions.ts';

let api: Api;
let browser: Browser;
let address: string;

beforeAll(async () => {
  // What is tested is what the sources say now; quick where nothing changed.
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../explorer/build.ts')]);
  [api, browser] = await Promise.all([testApi('demo'), openBrowser()]);
  address = await api.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => browser.close());

/** Text, because the page knows nothing of this file's imports. The editor itself is GraphiQL's own affair. */
const auditOf = (...parts: string[]): string => `axe.run({ include: ${JSON.stringify(parts.map((part) => [part]))} })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

interface Visit {
  readonly page: Page;
  /** Whatever went wrong: refusals of the policy, failed requests, errors of scripts, requests to other hosts. */
  readonly faults: string[];
}

async function visit(locale: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Visit> {
  const context = await browser.newContext({ locale, colorScheme, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`) && !request.url().startsWith('data:')) faults.push(request.url());
  });
  page.on(
    'response',
    (response) => response.status() >= 400 && faults.push(`${String(response.status())} ${response.url()}`),
  );
  await page.goto(address);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  return { page, faults };
}

async function signIn(page: Page, token: string): Promise<void> {
  await page.locator('.session').click();
  await page.locator('.token textarea').fill(token);
  await page.locator('.token .primary').click();
}

/** The lines of an editor that are in view; it draws spaces as no-break ones. */
const textOf = async (editor: Locator): Promise<string> => (await editor.innerText()).replaceAll('\u00a0', ' ');
const answerIn = (page: Page): Promise<string> => textOf(page.locator('.result-window .view-lines'));
const documentIn = (page: Page): Promise<string> => textOf(page.locator('.graphiql-query-editor .view-lines'));
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
    expect(await page.locator('.questions h2').innerText()).toBe('Ready questions');
    await page.getByRole('button', { name: 'العربية' }).click();
    expect(await html.getAttribute('dir')).toBe('rtl');
    expect(await html.getAttribute('lang')).toBe('ar');
    expect(await page.locator('.questions h2').innerText()).toBe('أسئلة جاهزة');
    const asked = page.waitForRequest(`${address}/graphql`);
    await runQuestion(page, 'professions');
    expect((await asked).headers()['accept-language']).toBe('ar');
    // The panel stands at the right, and nothing is out of reach at the left.
    const box = await page.locator('.questions').boundingBox();
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
    expect(await page.locator('.graphiql-tab').count()).toBe(2);
  });

  it.each(['light', 'dark'] as const)('has no fault of accessibility that can be measured, in %s', async (scheme) => {
    const { page } = await visit('ar-MA', scheme);
    await page.evaluate(axe.source);
    expect(await page.evaluate(auditOf('.header', '.questions'))).toEqual([]);
    // Open, it covers the rest, whose contrast could not be measured any more.
    await page.locator('.session').click();
    expect(await page.evaluate(auditOf('.token'))).toEqual([]);
  });

  it.each(QUESTIONS)('has data for the question $id', async ({ id, variables }) => {
    const { data, errors } = await api.ask(VIEWERS['central-officer'], documentOf(id), variables);
    expect(errors).toBeUndefined();
    expect(Object.values(data)).not.toContain(null);
    expect(data['representation']).not.toEqual([]);
    expect(JSON.stringify(data)).not.toContain('"totalCount":0');
    if (id === 'meeting') expect(JSON.stringify(data)).toContain('"heldOn":"2025-11-20"');
  });

  it.each(QUESTIONS)('tells truly what the question $id needs', async ({ id, need, variables }) => {
    const [anonymous, analyst] = await Promise.all([
      api.ask(null, documentOf(id), variables),
      api.ask(VIEWERS.analyst, documentOf(id), variables),
    ]);
    expect(anonymous.errors?.[0]?.extensions['code']).toBe(need === 'nothing' ? undefined : 'UNAUTHENTICATED');
    expect(analyst.errors?.[0]?.extensions['code']).toBe(need === 'records' ? 'FORBIDDEN' : undefined);
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
