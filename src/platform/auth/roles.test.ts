import { describe, expect, it } from 'vitest';
import { grantsOf, covers, Role } from './roles.ts';

const FES = { id: 20, regionId: 3 };
const EVERYWHERE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const POSTING = { region: 3, province: FES };

/** Where each role may change, see people and see figures, and the province that narrows it. */
const TABLE = {
  PROVINCIAL_OFFICER: { capture: [3], records: [3, 0], figures: EVERYWHERE, province: 20 },
  REGIONAL_OFFICER: { capture: [3], records: [3, 0], figures: EVERYWHERE, province: null },
  REGIONAL_VIEWER: { capture: [], records: [3, 0], figures: EVERYWHERE, province: null },
  CENTRAL_OFFICER: { capture: EVERYWHERE, records: EVERYWHERE, figures: EVERYWHERE, province: null },
  CENTRAL_SERVICE: { capture: [], records: EVERYWHERE, figures: EVERYWHERE, province: null },
  ANALYST: { capture: [], records: [], figures: EVERYWHERE, province: null },
} satisfies Record<Role, object>;

describe('the grants of a role', () => {
  it.each(Object.values(Role))('are those of the table: %s', (role) => {
    const { capture, records, figures } = grantsOf(role, POSTING);
    const { province, ...expected } = TABLE[role];
    expect({ capture: capture.regions, records: records.regions, figures: figures.regions }).toEqual(expected);
    expect([records.province, figures.province]).toEqual([province, null]);
    if (capture.regions.length > 0) expect(capture.province).toBe(province);
  });

  it.each([
    ['PROVINCIAL_OFFICER', { region: 3 }],
    ['REGIONAL_OFFICER', { province: FES }],
    ['REGIONAL_VIEWER', {}],
  ] as const)('need to know where a %s stands', (role, posting) => {
    expect(() => grantsOf(role, posting)).toThrow(/^This role needs a (region|province)\.$/);
  });
});

describe('an area', () => {
  const region = { regions: [3, 0], province: null };
  const province = { regions: [3, 0], province: 20 };

  it.each([
    [region, 3, null, true],
    [region, 3, 21, true],
    [region, 7, null, false],
    [province, 3, 20, true],
    [province, 3, 21, false],
    [province, 3, null, true],
    [province, 7, 20, false],
    [{ regions: [], province: null }, 0, null, false],
  ])('%j reaches region %j, province %j: %j', (area, regionId, provinceId, expected) => {
    expect(covers(area, regionId, provinceId)).toBe(expected);
  });
});
