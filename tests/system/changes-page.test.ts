import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { VIEWERS } from '../support/api.ts';
import {
  askedBy,
  cardOf,
  choose,
  confirm,
  dialog,
  fillInSample,
  keyIn,
  press,
  signInAs,
  tabs,
} from '../support/changes-page.ts';
import { answerIn, auditOf, documentIn, testExplorer, variablesIn, type Explorer } from '../support/explorer.ts';

let explorer: Explorer;
let visit: Explorer['visit'];
beforeAll(async () => {
  explorer = await testExplorer();
  ({ visit } = explorer);
});

const signedIn = async (page: Page, role: keyof typeof VIEWERS): Promise<void> => {
  await signInAs(page, await explorer.api.token(VIEWERS[role]));
};

describe('the changes of the explorer', () => {
  it('are reached by the keyboard, and one is filled in, confirmed and run by it, in French', async () => {
    const { page, faults } = await visit('fr-FR');
    await signedIn(page, 'regional-officer');
    const asked = askedBy(page);
    await page.locator('#tab-questions').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('#tab-changes').getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('#tab-changes').innerText()).toBe('Changements');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => documentIn(page)).toContain('mutation RegisterArtisan');
    await expect.poll(() => cardOf(page, 'register-artisan').locator('.title').innerText()).toBe('Inscrire un artisan');
    await expect.poll(() => keyIn(page)).toMatch(/^[0-9a-f]{16}/);
    expect(asked).toEqual([]);

    await fillInSample(page, 'register-artisan');
    await page.keyboard.press('Control+Enter');
    await dialog(page).waitFor();
    expect(asked).toEqual([]);
    expect(await dialog(page).innerText()).toContain('Said Bennani');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.keyboard.press('Enter');
    expect((await sent).headers()['accept-language']).toBe('fr');
    await expect.poll(() => answerIn(page)).toMatch(/"id": "\w+"/);
    const answer = await answerIn(page);
    expect(answer).toContain('"registerState": "APPLIED"');
    const id = /"id": "(\w+)"/.exec(answer)?.[1];
    const { data } = await explorer.api.ask(
      VIEWERS['regional-officer'],
      'query ($id: ID!) { node(id: $id) { ... on Artisan { nameLatin version } } }',
      { id },
    );
    expect(data).toEqual({ node: { nameLatin: 'Said Bennani', version: 1 } });
    expect(faults).toEqual([]);
  });

  it('bring a fresh key each time, and leave what was done and what was filled in', async () => {
    const { page } = await visit('en-GB');
    await signedIn(page, 'regional-officer');
    await page.locator('#tab-changes').click();
    await choose(page, 'plan-campaign');
    const first = await keyIn(page);
    await choose(page, 'plan-campaign');
    await expect.poll(() => keyIn(page)).not.toBe(first);
    await expect.poll(() => tabs(page).count()).toBe(1);
    const second = await keyIn(page);
    await fillInSample(page, 'plan-campaign');
    await press(page);
    await confirm(page);
    await expect.poll(() => answerIn(page)).toContain('"planCampaign"');

    await choose(page, 'plan-campaign');
    await expect.poll(() => tabs(page).count()).toBe(2);
    expect([first, second]).not.toContain(await keyIn(page));
    await page.locator('.graphiql-editor-tool .view-line').nth(3).click();
    await page.keyboard.type(' ');
    await choose(page, 'plan-phase');
    await expect.poll(() => documentIn(page)).toContain('mutation PlanPhase');
    await expect.poll(() => tabs(page).count()).toBe(2);
    await page.locator('.graphiql-editor-tool .view-line').nth(3).click();
    await page.keyboard.press('End');
    await page.keyboard.type('7');
    await choose(page, 'call-meeting');
    await expect.poll(() => tabs(page).count()).toBe(3);
    await tabs(page).first().locator('button').first().click();
    await expect.poll(() => answerIn(page)).toContain('"planCampaign"');
    await expect.poll(() => keyIn(page)).toBe(second);
  });

  it('stand beside the question that shows what they take', async () => {
    const { page } = await visit('en-GB');
    await signedIn(page, 'regional-officer');
    await page.locator('#tab-changes').click();
    await choose(page, 'accept-registration');
    await expect.poll(() => variablesIn(page)).toContain('"artisanId": "<id of the artisan>"');
    await cardOf(page, 'accept-registration').getByRole('button', { name: 'Applications to decide' }).click();
    await expect.poll(() => answerIn(page)).toContain('"version": 1');
    await expect.poll(() => tabs(page).allInnerTexts()).toEqual(['AcceptRegistration', 'Applications']);
    await choose(page, 'accept-registration');
    await expect.poll(() => tabs(page).count()).toBe(3);
  });

  it('keep their answer when something else is chosen, which has to wait for it', async () => {
    const { page } = await visit('en-GB');
    await signedIn(page, 'regional-officer');
    await page.route('**/graphql', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      await route.continue();
    });
    await page.locator('#tab-changes').click();
    await choose(page, 'plan-phase');
    await fillInSample(page, 'plan-phase');
    await press(page);
    await confirm(page);
    await choose(page, 'call-meeting');
    await expect.poll(() => documentIn(page)).toContain('mutation CallMeeting');
    await expect.poll(() => tabs(page).allInnerTexts()).toEqual(['PlanPhase', 'CallMeeting']);
    expect((await answerIn(page)).trim()).toBe('');
    await tabs(page).first().locator('button').first().click();
    await expect.poll(() => answerIn(page)).toContain('"planPhase"');
  });

  it('are never run from the panel, and say who may not make them', async () => {
    const { page } = await visit('en-GB');
    const asked = askedBy(page);
    await page.locator('#tab-changes').click();
    expect(await page.locator('#page-changes .run').count()).toBe(0);
    await expect.poll(() => cardOf(page, 'register-artisan').locator('.need').innerText()).toBe('Token (entry)');
    await choose(page, 'change-rule');
    await expect.poll(() => documentIn(page)).toContain('mutation ChangeRule');
    expect(asked).toEqual([]);
    await signedIn(page, 'regional-viewer');
    await expect.poll(() => cardOf(page, 'register-artisan').locator('.need').innerText()).toBe('Beyond your grants');
    await expect.poll(() => cardOf(page, 'simulate').locator('.need').count()).toBe(0);
    await signedIn(page, 'regional-officer');
    await expect.poll(() => cardOf(page, 'register-artisan').locator('.need').count()).toBe(0);
    await expect.poll(() => cardOf(page, 'change-rule').locator('.need').innerText()).toBe('For the centre alone');
  });

  it('read from right to left in Arabic', async () => {
    const { page, faults } = await visit('ar-MA');
    await page.locator('#tab-questions').focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.locator('#page-changes').isVisible()).toBe(true);
    expect(await page.locator('#page-questions').isVisible()).toBe(false);
    const [questions, changes] = await Promise.all([
      page.locator('#tab-questions').boundingBox(),
      page.locator('#tab-changes').boundingBox(),
    ]);
    expect(questions?.x ?? 0).toBeGreaterThan(changes?.x ?? 0);
    await expect.poll(() => cardOf(page, 'register-artisan').locator('.title').innerText()).toBe('تسجيل صانع');
    const direction = 'getComputedStyle(document.querySelector("[data-change]")).direction';
    expect(await page.evaluate(direction)).toBe('rtl');
    for (const width of [1440, 480]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
    expect(faults).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('have no fault of accessibility that can be measured, in %s', async (scheme) => {
    const { page } = await visit('ar-MA', scheme);
    await page.locator('#tab-changes').click();
    await choose(page, 'move-artisan');
    await expect.poll(() => cardOf(page, 'move-artisan').getAttribute('data-current')).toBe('true');
    await page.evaluate(axe.source);
    expect(await page.evaluate(auditOf('.panel'))).toEqual([]);
  });
});
