import { execFile } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { recounted } from '../support/recount.ts';

const YEAR = 2031;

let demo: TestDatabase;
beforeAll(async () => {
  demo = await testDatabase('demo');
});

interface Run {
  readonly code: number;
  readonly lines: string[];
  readonly errors: string;
}

/** The command as an operator runs it. */
function figures(args: readonly string[], url = demo.url): Promise<Run> {
  const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: url };
  const command = ['--import', 'tsx', 'src/cli/figures.command.ts', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env, timeout: 60_000 }, (error, stdout, errors) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({ code, lines: stdout.trim().split('\n'), errors });
    });
  });
}

const owner = (sql: string) => withClient(demo.url, (client) => client.query<Record<string, number>>(sql));
const differences = () => recounted(demo.url);

const FES_CELL = `region_id = 3 and province_id = 17 and profession_id = 1`;
const CLASS_CELL = `region_id = 3 and province_id = 17 and body_class_id = 2`;
const BODY_CELL = `region_id = 3 and province_id = 17 and level = 'PROVINCIAL' and body_class_id = 1`;

describe('figures verify', () => {
  it('says that every figure is exact, with exit code 0', async () => {
    const { code, lines, errors } = await figures(['verify']);
    expect({ code, lines, errors }).toEqual({ code: 0, lines: ['Every figure is exact.'], errors: '' });
  });

  it.each([
    ['register_figure', 'women', FES_CELL, { region_id: 3, province_id: 17, profession_id: 1 }],
    ['register_figure', 'members', FES_CELL, { region_id: 3, province_id: 17, profession_id: 1 }],
    ['class_figure', 'eligible', CLASS_CELL, { region_id: 3, province_id: 17, body_class_id: 2 }],
    [
      'body_figure',
      'seats_held_by_women',
      BODY_CELL,
      { region_id: 3, province_id: 17, level: 'PROVINCIAL', body_class_id: 1 },
    ],
    [
      'body_figure',
      'committees_failed',
      BODY_CELL,
      { region_id: 3, province_id: 17, level: 'PROVINCIAL', body_class_id: 1 },
    ],
  ])('tells exactly the cell of %s whose %s was broken by hand', async (table, measure, where, cell) => {
    const { rows } = await owner(`select ${measure} as counted from ${table} where ${where}`);
    const counted = rows[0]?.['counted'] ?? Number.NaN;
    await owner(`update ${table} set ${measure} = ${measure} + 3 where ${where}`);
    try {
      expect(await differences()).toEqual([{ table, cell, measure, stored: counted + 3, counted }]);
    } finally {
      await owner(`update ${table} set ${measure} = ${measure} - 3 where ${where}`);
    }
    expect(await differences()).toEqual([]);
  });

  it('tells a cell that was lost and a cell that was invented, one a line, with exit code 1', async () => {
    const lost = `region_id = 3 and province_id = 17 and profession_id = 1 and kind = 'ARTISAN' and sex = 'MALE'
      and age_band = 'FROM_35_TO_44' and register_state = 'REGISTERED'`;
    const { rows } = await owner(`select registrants, eligible, members from register_cell where ${lost}`);
    await owner(`create table lost as select * from register_cell where ${lost}`);
    await owner(`delete from register_cell where ${lost}`);
    await owner(`insert into body_figure (region_id, province_id, level, body_class_id, delegates)
      values (9, 0, 'REGIONAL', 99, 2)`);
    try {
      const { code, lines } = await figures(['verify']);
      const told = lines.slice(0, -1).map((line) => JSON.parse(line) as Record<string, unknown>);
      const cell = { region_id: 3, province_id: 17, profession_id: 1, kind: 'ARTISAN', sex: 'MALE' };
      const due = Object.entries(rows[0] ?? {})
        .filter(([, counted]) => counted > 0)
        .map(([measure, counted]) => ({
          ...{ table: 'register_cell', measure, stored: 0, counted },
          cell: { ...cell, age_band: 'FROM_35_TO_44', register_state: 'REGISTERED' },
        }));
      const invented = { region_id: 9, province_id: 0, level: 'REGIONAL', body_class_id: 99 };
      expect(due.length).toBeGreaterThan(0);
      expect(told).toHaveLength(due.length + 1);
      expect(told).toEqual(expect.arrayContaining(due));
      expect(told).toContainEqual({
        table: 'body_figure',
        cell: invented,
        measure: 'delegates',
        stored: 2,
        counted: 0,
      });
      expect(lines.at(-1)).toBe(`${String(told.length)} differ.`);
      expect(code).toBe(1);
    } finally {
      await owner('delete from body_figure where body_class_id = 99');
      await owner('insert into register_cell select * from lost');
      await owner('drop table lost');
    }
  });

  it('exits with code 2 where it cannot tell', async () => {
    const unknown = await figures(['count']);
    expect(unknown.code).toBe(2);
    expect(unknown.errors).toContain('Usage');
    const gone = new URL(demo.url);
    gone.pathname = '/no_such_database';
    const unreachable = await figures(['verify'], gone.href);
    expect(unreachable.code).toBe(2);
    expect(unreachable.errors).toContain('no_such_database');
  });
});

describe('figures roll', () => {
  // Written apart from app.age_band: the age is that which is reached in the year.
  const AGE = `${String(YEAR)} - extract(year from birth_date)`;
  const under35 = async () => {
    const { rows } =
      await owner(`select count(*)::int as rows, (select sum(under_35)::int from register_figure) as figure
      from artisan where register_state = 'REGISTERED' and ${AGE} < 35`);
    return rows[0];
  };

  it('moves everybody to the band of the reference year, and every figure follows', async () => {
    const before = await under35();
    expect(before?.['figure']).not.toBe(before?.['rows']);
    const { code, lines } = await figures(['roll', '--year', String(YEAR)]);
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^[1-9]\d+ registrants changed their age band for 2031\.$/);
    const after = await under35();
    expect(after?.['figure']).toBe(after?.['rows']);
    expect(await differences()).toEqual([]);
    const { rows: bands } = await owner(`
      select age_band, min(${AGE})::int as youngest, max(${AGE})::int as oldest from artisan
      where birth_date is not null group by 1 order by 2`);
    expect(bands.map((band) => [band['age_band'], band['youngest'], band['oldest']])).toEqual([
      ['UNDER_25', expect.any(Number), 24],
      ['FROM_25_TO_34', 25, 34],
      ['FROM_35_TO_44', 35, 44],
      ['FROM_45_TO_54', 45, 54],
      ['FROM_55_TO_64', 55, 64],
      ['FROM_65', 65, expect.any(Number)],
    ]);
  });

  it('changes nobody a second time', async () => {
    expect((await figures(['roll', '--year', String(YEAR)])).lines).toEqual([
      '0 registrants changed their age band for 2031.',
    ]);
  });

  it('refuses a year that is none', async () => {
    expect((await figures(['roll', '--year', 'next'])).code).toBe(2);
  });
});

describe('a change of what a class holds', () => {
  it('counts the figures of the classes anew', async () => {
    const taken = `body_class_profession where profession_id = (select min(profession_id) from body_class_profession)`;
    await owner(`update ${taken.replace(' where', ' set body_class_id = 15 where')}`);
    expect(await differences()).toEqual([]);
    await owner(`delete from ${taken}`);
    expect(await differences()).toEqual([]);
    const { rows } = await owner(`select sum(registrants)::int as of_none from class_figure where body_class_id = 0`);
    expect(rows[0]?.['of_none']).toBeGreaterThan(0);
  });
});
