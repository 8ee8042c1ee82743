import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { COUNTS, countsOf, RATES, sumOf, type Count, type Figures } from '../support/figures.ts';

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

interface Place {
  readonly code: string;
  readonly representation: Figures;
}
interface Tree {
  readonly nation: Place;
  readonly regions: (Place & { readonly provinces: Place[] })[];
}

const FIELDS = `${COUNTS.map((name) => `${name} { value status }`).join(' ')}
  ${Object.keys(RATES)
    .map((name) => `${name} { value numerator denominator status }`)
    .join(' ')}
  completionRate { value numerator denominator status } asOf`;
const TREE = `query Tree($class: BodyClassCode, $sector: String, $level: BodyLevel) {
  nation { code ...F }
  regions { code ...F provinces { code ...F } }
}
fragment F on Territory { representation(bodyClass: $class, sector: $sector, level: $level) { ${FIELDS} } }`;

async function tree(who: 'central-service' | 'analyst' | 'regional-viewer', cut: object): Promise<Tree> {
  const { data, errors } = await api.ask<Tree>(VIEWERS[who], TREE, cut);
  expect(errors).toBeUndefined();
  return data;
}

const CUTS = [
  {},
  { class: 'VEHICLE_REPAIR' },
  { class: 'HAIRDRESSING', level: 'PROVINCIAL' },
  { sector: 'VEH' },
  { class: 'VEHICLE_REPAIR', sector: 'VEH' },
  { level: 'PROVINCIAL' },
];

/** The parts of a place add up to it in every measure; what is withheld of a part is 1 to 4. Answers how many are exact. */
function expectSum(whole: Place, parts: readonly Place[]): number {
  let exact = 0;
  for (const name of COUNTS) {
    const counts = parts.map((part) => part.representation[name] as Count);
    const total = whole.representation[name] as Count;
    if (total.status !== 'KNOWN') continue;
    const withheld = counts.filter(({ status }) => status === 'SUPPRESSED').length;
    const known = counts.filter(({ status }) => status === 'KNOWN');
    expect([whole.code, name, known.length]).toEqual([whole.code, name, parts.length - withheld]);
    const rest = (total.value ?? Number.NaN) - sumOf(known);
    expect(rest, `${whole.code} ${name}`).toBeGreaterThanOrEqual(withheld);
    expect(rest, `${whole.code} ${name}`).toBeLessThanOrEqual(4 * withheld);
    if (withheld === 0) exact += 1;
  }
  return exact;
}

const OF_BODIES = COUNTS.filter((name) => /^(bodies|seats|delegates|committees|outreach)/.test(name));

describe.each(['central-service', 'analyst'] as const)('for the %s', (who) => {
  it.each(CUTS)('provinces add up to their region, and regions to the nation, in one answer: %j', async (cut) => {
    const { nation, regions } = await tree(who, cut);
    expect(regions).toHaveLength(12);
    expect(regions.flatMap(({ provinces }) => provinces)).toHaveLength(75);
    const exact = [expectSum(nation, regions), ...regions.map((region) => expectSum(region, region.provinces))];
    // A central service is told everything that the cut applies to; an analyst most of it.
    const applying = 'sector' in cut ? COUNTS.length - OF_BODIES.length : COUNTS.length;
    if (who === 'central-service') expect(exact).toEqual(exact.map(() => applying));
    expect(exact[0]).toBeGreaterThan(applying / 2);
  });

  it('the moment of every figure of an answer is the same', async () => {
    const { nation, regions } = await tree(who, {});
    const places = [nation, ...regions, ...regions.flatMap(({ provinces }) => provinces)];
    expect(new Set(places.map(({ representation }) => representation.asOf)).size).toBe(1);
  });
});

describe('the bodies of a level', () => {
  it('stand where that level stands: of a region, none in its provinces', async () => {
    const { nation, regions } = await tree('central-service', { level: 'REGIONAL' });
    for (const name of OF_BODIES) {
      const counts = regions.map(({ representation }) => representation[name] as Count);
      expect([name, nation.representation[name]?.value]).toEqual([name, sumOf(counts)]);
      const inProvinces = regions.flatMap(({ provinces }) => provinces.map((p) => p.representation[name] as Count));
      expect([name, sumOf(inProvinces)]).toEqual([name, 0]);
    }
    expect(sumOf(regions.map(({ representation }) => representation.bodiesExpected as Count))).toBeGreaterThan(0);
  });

  it('of the nation are counted for it alone', async () => {
    const { nation, regions } = await tree('central-service', { level: 'NATIONAL' });
    expect(nation.representation.bodiesExpected?.value).toBeGreaterThan(0);
    expect(sumOf(regions.map(({ representation }) => representation.bodiesExpected as Count))).toBe(0);
  });
});

const DIMENSIONS = [
  'REGION',
  'PROVINCE',
  'BODY_CLASS',
  'SECTOR',
  'PROFESSION',
  'KIND',
  'SEX',
  'AGE_BAND',
  'REGISTER_STATE',
];
const OF_BOTH = ['REGION', 'PROVINCE', 'BODY_CLASS'];
const CELLS = `query Cells($by: [Dimension!]!, $filter: RepresentationFilter) {
  all: representation(by: [], filter: $filter) { figures { ${FIELDS} } }
  cut: representation(by: $by, filter: $filter) { figures { ${FIELDS} } }
}`;

describe('a breakdown', () => {
  const cells = async (by: readonly string[], filter: object) => {
    const { data, errors } = await api.ask<Record<'all' | 'cut', { figures: Figures }[]>>(
      VIEWERS['central-service'],
      CELLS,
      { by, filter },
    );
    expect(errors).toBeUndefined();
    return { all: data.all.map(({ figures }) => figures), cut: data.cut.map(({ figures }) => figures) };
  };

  it.each([
    ...DIMENSIONS.map((name) => ({ by: [name] })),
    { by: ['REGION', 'SECTOR'] },
    { by: ['REGION', 'BODY_CLASS'] },
    { by: ['KIND', 'SEX', 'AGE_BAND', 'REGISTER_STATE'] },
    { by: ['PROVINCE', 'SEX'] },
  ])('by $by adds up to the undivided figures', async ({ by }) => {
    for (const filter of [{}, { bodyClass: 'VEHICLE_REPAIR' }, { territory: 'MA-03' }]) {
      const { all, cut } = await cells(by, filter);
      const [whole] = all;
      expect(all).toHaveLength(1);
      expect(cut.length).toBeGreaterThan(0);
      const measures = by.every((name) => OF_BOTH.includes(name))
        ? COUNTS
        : COUNTS.filter((name) => !OF_BODIES.includes(name));
      for (const name of measures) {
        expect([name, sumOf(cut.map((figures) => figures[name] as Count))]).toEqual([name, whole?.[name]?.value]);
      }
      for (const name of COUNTS.filter((one) => !measures.includes(one))) {
        expect(new Set(cut.map((figures) => figures[name]?.status))).toEqual(new Set(['NOT_APPLICABLE']));
      }
    }
  });

  it('by level adds up to the figures of each level', async () => {
    const { cut } = await cells(['LEVEL'], {});
    for (const name of OF_BODIES) {
      let sum = 0;
      for (const level of ['PROVINCIAL', 'REGIONAL', 'NATIONAL']) {
        const { all } = await cells(['LEVEL'], { level });
        sum += all[0]?.[name]?.value ?? 0;
      }
      expect([name, sumOf(cut.map((figures) => figures[name] as Count))]).toEqual([name, sum]);
    }
  });

  it('by province says of each what the province says of itself', async () => {
    const { regions } = await tree('central-service', {});
    const { data } = await api.ask<{ representation: { province: { code: string } | null; figures: Figures }[] }>(
      VIEWERS['central-service'],
      `{ representation(by: [PROVINCE]) { province { code } figures { ${FIELDS} } } }`,
    );
    const byCode = new Map(data.representation.map((cell) => [cell.province?.code, cell.figures]));
    const provinces = regions.flatMap((region) => region.provinces);
    expect(provinces.filter(({ code }) => byCode.has(code)).length).toBeGreaterThan(70);
    for (const { code, representation } of provinces) {
      const cell = byCode.get(code);
      if (cell !== undefined) expect(countsOf(cell)).toEqual(countsOf(representation));
    }
  });
});

const RATE_NAMES = Object.keys(RATES) as (keyof typeof RATES)[];

describe('a rate', () => {
  it('is the ratio of the sums that it is made of, at each level', async () => {
    const { nation, regions } = await tree('central-service', {});
    const places = [nation, ...regions, ...regions.flatMap(({ provinces }) => provinces)];
    let known = 0;
    for (const { code, representation } of places) {
      for (const name of RATE_NAMES) {
        const [numerator, denominator] = RATES[name];
        const rate = representation[name] as { value: number | null; numerator: number; denominator: number };
        expect([code, name, rate.numerator]).toEqual([code, name, representation[numerator]?.value]);
        expect([code, name, rate.denominator]).toEqual([code, name, representation[denominator]?.value]);
        expect([code, name, rate.value]).toEqual([
          code,
          name,
          rate.denominator ? rate.numerator / rate.denominator : null,
        ]);
        if (rate.value !== null) known += 1;
      }
    }
    expect(known).toBeGreaterThan(places.length * 3);
  });

  it('of completion in Fès-Meknès is that of the sums, and not the mean of its nine provinces', async () => {
    const { regions } = await tree('central-service', {});
    const region = regions.find(({ code }) => code === 'MA-03');
    const rates = region?.provinces.map(({ representation }) => representation.completionRate) ?? [];
    expect(rates.map((rate) => rate?.status)).toEqual(Array.from({ length: 9 }, () => 'KNOWN'));
    const sum = (of: 'numerator' | 'denominator') => rates.reduce((total, rate) => total + (rate?.[of] ?? 0), 0);
    const whole = region?.representation.completionRate;
    expect(whole?.numerator).toBe(sum('numerator'));
    expect(whole?.denominator).toBe(sum('denominator'));
    expect(whole?.value).toBe(sum('numerator') / sum('denominator'));
    const mean = rates.reduce((total, rate) => total + (rate?.value ?? 0), 0) / rates.length;
    expect(Math.abs((whole?.value ?? 0) - mean)).toBeGreaterThan((whole?.value ?? 0) / 100);
    // The targets are those that follow from the published rates of 31 January 2025: about 61,234 in all.
    expect(whole?.denominator).toBeCloseTo(61_234, -2);
  });
});
