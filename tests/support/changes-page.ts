import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { SAMPLES } from '../story/samples.ts';
import { signIn, textOf, variablesIn } from './explorer.ts';

/** Signs in, and closes the dialog that shows as whom. */
export async function signInAs(page: Page, token: string): Promise<void> {
  await signIn(page, token);
  await page.locator('.grants').waitFor();
  await page.keyboard.press('Escape');
}

export const cardOf = (page: Page, id: string): Locator => page.locator(`[data-change=${id}]`);
export const choose = (page: Page, id: string): Promise<void> => cardOf(page, id).locator('.load').click();
export const runButton = (page: Page): Locator => page.locator('.graphiql-execute-button');
export const press = (page: Page): Promise<void> => runButton(page).click();
export const tabs = (page: Page): Locator => page.locator('.graphiql-tab');
/** The dialog that shows what would be written, or what is not filled in. */
export const dialog = (page: Page): Locator => page.locator('dialog.confirm[open]');
export const confirm = (page: Page): Promise<void> => dialog(page).locator('.primary').click();
export const keyIn = async (page: Page): Promise<string> =>
  /"idempotencyKey": ?"(\w{8,})/.exec(await variablesIn(page))?.[1] ?? '';

/** The operations that the page asks for from now on. */
export function askedBy(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push((request.postDataJSON() as { query: string }).query);
  });
  return asked;
}

/** Pastes a text over what is in an editor; typed, each bracket would be closed once more. */
async function replaceIn(page: Page, editor: string, text: string): Promise<void> {
  await page.locator(`${editor} .view-line`).first().click();
  await page.keyboard.press('Control+A');
  // Text, because the page knows nothing of a test's types.
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }`);
  // The editor takes it a moment later; a key that is pressed before would still act on what was there.
  await expect.poll(() => textOf(page.locator(`${editor} .view-lines`))).toContain(text.slice(0, 12));
}

export const writeDocument = (page: Page, text: string): Promise<void> =>
  replaceIn(page, '.graphiql-query-editor', text);

export const writeVariables = (page: Page, variables: object): Promise<void> =>
  replaceIn(page, '.graphiql-editor-tool', JSON.stringify(variables));

/** Fills in a ready change whose input has no ids; the key stays as it is. */
export async function fillInSample(page: Page, id: string): Promise<void> {
  await expect.poll(() => keyIn(page)).not.toBe('');
  await writeVariables(page, { input: { idempotencyKey: await keyIn(page), ...SAMPLES[id] } });
}
