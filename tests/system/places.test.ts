import { beforeAll, describe, expect, it } from 'vitest';
import { CHANGES } from '../../explorer/src/changes/changes.ts';
import { DEFAULT_PLACE, placeOf, type Place } from '../../explorer/src/place.ts';
import { QUESTIONS } from '../../explorer/src/questions/questions.ts';
import { VIEWER_QUESTION, type Viewer } from '../../explorer/src/viewer.ts';
import { VIEWERS, type Who } from '../support/api.ts';
import { documentIn, signIn, testExplorer, variablesIn, type Explorer } from '../support/explorer.ts';
import { changeOf, documentOf } from '../support/questions.ts';

let explorer: Explorer;
beforeAll(async () => {
  explorer = await testExplorer();
});

const placeFor = async (who: Who | null): Promise<Place> =>
  placeOf((await explorer.api.ask<{ viewer: Viewer }>(who, VIEWER_QUESTION)).data.viewer);

const REGIONS = Array.from({ length: 12 }, (_, index) => `MA-${String(index + 1).padStart(2, '0')}`);
const OFFICERS: readonly (readonly [string, Who])[] = [
  ...REGIONS.map((region) => [region, { role: 'regional-officer', region }] as const),
  ['MA-IFR', { role: 'provincial-officer', province: 'MA-IFR' }],
  ['MA-YUS', { role: 'provincial-officer', province: 'MA-YUS' }],
];

describe('the ready questions', () => {
  it.each(OFFICERS)('are about the territory of the officer who asks, and answered in full: %s', async (code, who) => {
    const place = await placeFor(who);
    expect(place.territory).toBe(code);
    for (const { id, variables, need } of QUESTIONS) {
      if (need === 'centre') continue;
      const given = variables(place);
      const { data, errors } = await explorer.api.ask(who, documentOf(id), given);
      expect([id, errors]).toEqual([id, undefined]);
      expect([id, Object.values(data).includes(null)]).toEqual([id, false]);
      expect([id, /"(totalCount|nodes)":null/.test(JSON.stringify(data))]).toEqual([id, false]);
      expect(Object.values(given).filter((value) => String(value).startsWith('MA-'))).toEqual(
        Object.keys(given).flatMap((name) => (name === 'region' ? place.region : name === 'territory' ? code : [])),
      );
    }
  });

  it.each(OFFICERS)('try two provinces of the region as one, which is answered: %s', async (_code, who) => {
    const simulate = CHANGES.find(({ id }) => id === 'simulate')?.variables(await placeFor(who));
    const { data, errors } = await explorer.api.ask(who, changeOf('simulate'), simulate);
    expect(errors).toBeUndefined();
    expect(data['readinessSimulation']).toMatchObject({ bodies: expect.any(Array) as unknown[] });
  });

  it.each(['central-officer', 'central-service', 'analyst'] as const)('are about an example for a %s', async (role) => {
    expect(await placeFor(VIEWERS[role])).toBe(DEFAULT_PLACE);
  });

  it('are about an example without a token', async () => {
    expect(await placeFor(null)).toBe(DEFAULT_PLACE);
  });
});

describe('the page', () => {
  it.each([
    ['ar-MA', 'مراكش-آسفي (MA-07)', 'غيّر رمز الجهة'],
    ['fr-FR', 'Marrakech-Safi (MA-07)', 'changez le code de la région'],
    ['en-GB', 'Marrakesh-Safi (MA-07)', 'change the code of the region'],
  ])('says where its questions are asked, and how to ask elsewhere: %s', async (locale, own, how) => {
    const { page } = await explorer.visit(locale);
    const hints = page.locator('#page-questions > .hint');
    await expect.poll(() => hints.allInnerTexts()).toEqual([expect.any(String), expect.stringContaining(how)]);
    await page.locator('[data-question=readiness] .load').click();
    await expect.poll(() => variablesIn(page)).toContain('"region": "MA-03"');

    await signIn(page, await explorer.api.token({ role: 'regional-officer', region: 'MA-07' }));
    await page.locator('.grants').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => hints.allInnerTexts()).toEqual([expect.any(String), expect.stringContaining(own)]);
    await page.locator('[data-question=board] .load').click();
    await expect.poll(() => documentIn(page)).toContain('query Boards');
    await expect.poll(() => variablesIn(page)).toContain('"territory": "MA-07"');
    // What was loaded before the officer signed in is nothing that somebody wrote.
    expect(await page.locator('.graphiql-tab').count()).toBe(1);
  });
});
