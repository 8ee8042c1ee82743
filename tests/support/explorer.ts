import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Locator, Page } from 'playwright-core';
import { testApi, type Api } from './api.ts';
import { openBrowser } from './browser.ts';
import { whenDone } from './closing.ts';

export interface Visit {
  readonly page: Page;
  /** Whatever went wrong: refusals of the policy, failed requests, errors of scripts, requests to other hosts. */
  readonly faults: string[];
}

export interface Explorer {
  readonly api: Api;
  readonly address: string;
  readonly visit: (locale: string, colorScheme?: 'light' | 'dark') => Promise<Visit>;
}

/** The explorer as it is built from what the sources say now, over the demonstration, and a browser to visit it. */
export async function testExplorer(): Promise<Explorer> {
  // Quick where nothing changed.
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../explorer/build.ts')]);
  const [api, browser] = await Promise.all([testApi('demo'), openBrowser()]);
  whenDone(() => browser.close());
  const address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  return { api, address, visit: (locale, colorScheme = 'light') => visitBy(browser, address, { locale, colorScheme }) };
}

type Settings = Parameters<Browser['newContext']>[0];

async function visitBy(browser: Browser, address: string, settings: Settings): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...settings });
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

export async function signIn(page: Page, token: string): Promise<void> {
  await page.locator('.session').click();
  await page.locator('.token textarea').fill(token);
  await page.locator('.token .primary').click();
}

/** The lines of an editor that are in view; it draws spaces as no-break ones. */
export const textOf = async (editor: Locator): Promise<string> => (await editor.innerText()).replaceAll('\u00a0', ' ');

export const answerIn = (page: Page): Promise<string> => textOf(page.locator('.result-window .view-lines'));
export const variablesIn = (page: Page): Promise<string> => textOf(page.locator('.graphiql-editor-tool .view-lines'));
export const documentIn = (page: Page): Promise<string> => textOf(page.locator('.graphiql-query-editor .view-lines'));

/** Text, because the page knows nothing of a test's imports. The editor itself is GraphiQL's own affair. */
export const auditOf = (
  ...parts: string[]
): string => `axe.run({ include: ${JSON.stringify(parts.map((part) => [part]))} })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;
