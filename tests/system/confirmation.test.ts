import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { VIEWERS } from '../support/api.ts';
import {
  askedBy,
  choose,
  confirm,
  dialog,
  fillInSample,
  press,
  runButton,
  signInAs,
  writeDocument,
  writeVariables,
} from '../support/changes-page.ts';
import { answerIn, auditOf, documentIn, testExplorer, variablesIn, type Explorer } from '../support/explorer.ts';

let explorer: Explorer;
beforeAll(async () => {
  explorer = await testExplorer();
});

/** A page of an officer of Fès-Meknès, and what it asks for from then on. */
async function officer(locale: string, scheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; asked: string[] }> {
  const { page } = await explorer.visit(locale, scheme);
  await signInAs(page, await explorer.api.token(VIEWERS['regional-officer']));
  return { page, asked: askedBy(page) };
}

async function chosen(page: Page, id: string): Promise<void> {
  await page.locator('#tab-changes').click();
  await choose(page, id);
  await expect.poll(() => documentIn(page)).toContain('mutation');
}

const campaigns = async (name: string): Promise<number> => {
  const { data } = await explorer.api.ask<{ campaigns: { nodes: { name: { fr: string } }[] } }>(
    VIEWERS['regional-officer'],
    '{ campaigns(first: 100) { nodes { name { fr } } } }',
  );
  return data.campaigns.nodes.filter(({ name: { fr } }) => fr === name).length;
};

const campaignOf = (nameFr: string): string => `mutation Mine($wave: Int = 2) {
  ...Both
}
fragment Both on Mutation {
  planCampaign(input: { idempotencyKey: "typed-${nameFr}", territory: "MA-03", wave: $wave, nameAr: "حملة", nameFr: "${nameFr}",
    plannedFrom: "2031-01-01", plannedTo: "2031-02-01" }) { campaign { id } }
}`;

describe('a change that is not filled in', () => {
  it.each([
    ['ar-MA', 'بقي ما يُملأ', 'إغلاق', 'رمز الإقليم'],
    ['fr-FR', 'Il reste à remplir', 'Fermer', 'code de la province'],
    ['en-GB', 'Not filled in yet', 'Close', 'code of the province'],
  ])('is not sent, and says what is left: %s', async (locale, title, close, blank) => {
    const { page, asked } = await officer(locale);
    await chosen(page, 'register-artisan');
    await press(page);
    await dialog(page).waitFor();
    expect(await dialog(page).locator('h2').innerText()).toBe(title);
    const paths = await dialog(page).locator('dt').allInnerTexts();
    expect(paths.slice(0, 3)).toEqual(['input.province', 'input.profession', 'input.kind']);
    expect(await dialog(page).locator('dd').first().innerText()).toBe(`<${blank}>`);
    expect(await dialog(page).locator('button').allInnerTexts()).toEqual([close]);
    await page.keyboard.press('Escape');
    await expect.poll(() => answerIn(page)).toContain(title);
    expect(await answerIn(page)).toContain('input.nationalId');
    expect(asked).toEqual([]);
  });

  it('is not sent while one blank is left in the middle of a text, or in the document itself', async () => {
    const { page, asked } = await officer('en-GB');
    await chosen(page, 'plan-body');
    const input = { idempotencyKey: 'half-filled-in', territory: 'MA-FES <code>', bodyClass: 'LEATHER' };
    await writeVariables(page, { input });
    await press(page);
    await expect.poll(() => dialog(page).locator('dt').allInnerTexts()).toEqual(['input.territory']);
    await page.keyboard.press('Escape');
    await writeDocument(page, campaignOf('<title in French>'));
    await expect.poll(() => documentIn(page)).toContain('title in French');
    await press(page);
    await expect.poll(() => dialog(page).locator('dd').allInnerTexts()).toContain('<title in French>');
    await page.keyboard.press('Escape');
    expect(asked).toEqual([]);
  });
});

describe('a mutation that somebody typed', () => {
  it('shows everything that it would write, and writes nothing unless that is confirmed', async () => {
    const { page, asked } = await officer('en-GB');
    await writeDocument(page, campaignOf('Typed'));
    await expect.poll(() => documentIn(page)).toContain('planCampaign');
    for (const leave of ['Escape', 'Cancel']) {
      await page.locator('.graphiql-query-editor .view-line').first().click();
      await page.keyboard.press('Control+Enter');
      await dialog(page).waitFor();
      expect(await dialog(page).locator('h3').allInnerTexts()).toEqual(['planCampaign']);
      const given = await dialog(page).locator('dl > div').allInnerTexts();
      expect(given.map((line) => line.split('\n'))).toEqual(
        expect.arrayContaining([
          ['input.wave', '2'],
          ['input.nameFr', 'Typed'],
          ['input.plannedTo', '2031-02-01'],
        ]),
      );
      if (leave === 'Escape') await page.keyboard.press('Escape');
      else await dialog(page).getByRole('button', { name: 'Cancel' }).click();
      await expect.poll(() => answerIn(page)).toContain('nothing was written');
    }
    expect(asked).toEqual([]);
    expect(await campaigns('Typed')).toBe(0);
  });

  it('is not confirmed by keys that are held down', async () => {
    const { page, asked } = await officer('en-GB');
    await writeDocument(page, campaignOf('Held'));
    await page.keyboard.press('Control+Enter');
    await dialog(page).waitFor();
    for (const key of ['Control+Enter', 'Enter', ' ', 'Enter']) await page.keyboard.press(key);
    expect(await dialog(page).isVisible()).toBe(true);
    expect(asked).toEqual([]);
  });
});

describe('a change that is confirmed', () => {
  it('is written once by double clicks on both buttons, and cannot be left before its answer', async () => {
    const { page, asked } = await officer('en-GB');
    await page.route('**/graphql', async (route) => {
      await new Promise((done) => setTimeout(done, 500));
      await route.continue();
    });
    await chosen(page, 'plan-campaign');
    await fillInSample(page, 'plan-campaign');
    await runButton(page).dblclick();
    await dialog(page).waitFor();
    await dialog(page).locator('.primary').dblclick();
    await expect.poll(() => dialog(page).locator('.primary').innerText()).toBe('Writing…');
    expect(await dialog(page).locator('button:enabled').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await dialog(page).isVisible()).toBe(true);
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => answerIn(page)).toContain('"planCampaign"');
    expect(asked.filter((query) => query.includes('mutation'))).toHaveLength(1);
    expect(await campaigns('Campagne de sensibilisation, deuxième phase')).toBe(1);
  });

  it('lets its answer be read where the server refuses it, and where it does not answer', async () => {
    const { page } = await officer('en-GB');
    await chosen(page, 'plan-body');
    await writeVariables(page, { input: { idempotencyKey: 'no-territory', territory: 'MA-XX', bodyClass: 'LEATHER' } });
    await press(page);
    await confirm(page);
    await expect.poll(() => answerIn(page)).toContain('"code"');
    await page.route('**/graphql', (route) => route.abort());
    await press(page);
    await confirm(page);
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => answerIn(page)).toContain('Failed to fetch');
  });
});

describe('the dialog', () => {
  it.each(['light', 'dark'] as const)('has no fault of accessibility that can be measured, in %s', async (scheme) => {
    const { page } = await officer('ar-MA', scheme);
    await chosen(page, 'plan-campaign');
    await press(page);
    await dialog(page).waitFor();
    await page.evaluate(axe.source);
    expect(await page.evaluate(auditOf('.confirm'))).toEqual([]);
    await page.keyboard.press('Escape');
    await fillInSample(page, 'plan-campaign');
    await press(page);
    await dialog(page).locator('.primary').waitFor();
    expect(await page.evaluate(auditOf('.confirm'))).toEqual([]);
    await page.setViewportSize({ width: 400, height: 600 });
    const box = await dialog(page).boundingBox();
    expect(box?.width ?? 0).toBeLessThanOrEqual(400);
    expect(box?.height ?? 0).toBeLessThanOrEqual(600);
    expect(await variablesIn(page)).toContain('idempotencyKey');
  });

  it('does not come before a question', async () => {
    const { page } = await officer('fr-FR');
    await writeDocument(page, '{ artisans(first: 1, filter: { search: "<nom>" }) { totalCount } }');
    await press(page);
    await expect.poll(() => answerIn(page)).toContain('"totalCount"');
  });
});
