import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { ownerEverywhere } from '../support/database.ts';

const LEVELS = ['PROVINCIAL', 'REGIONAL', 'NATIONAL'] as const;
type Level = (typeof LEVELS)[number];
/** A class with bodies of every level here, one with none above the region, and one with provincial bodies alone. */
const CLASSES = ['VEHICLE_REPAIR', 'HAIRDRESSING', 'CLOTHING', null];

let api: Api;
let owner: pg.Client;
beforeAll(async () => {
  api = await testApi('demo');
  owner = await ownerEverywhere(api.database.url);
  // The demonstration has no national body yet.
  const { rowCount } = await owner.query(`
    update body set state = 'FOUNDED', founded_on = date '2026-11-18'
    where level = 'NATIONAL' and body_class_id = (select id from body_class where code = 'VEHICLE_REPAIR')`);
  expect(rowCount).toBe(1);
});

/** That a body of a level stands over an artisan `a` whose profession is of the class `c`. */
const stands = (level: Level): string => `exists (
  select from body b where b.level = '${level}' and b.state in ('FOUNDED', 'ACTIVE') and b.body_class_id = c.body_class_id
    and ${{ PROVINCIAL: 'b.province_id = a.province_id', REGIONAL: 'b.region_id = a.region_id', NATIONAL: 'true' }[level]})`;

interface Counted {
  readonly eligible: number;
  readonly provincial: number;
  readonly regional: number;
  readonly national: number;
  readonly all: number;
}

/** The same, counted person by person. */
async function counted(place: string, bodyClass: string | null, more = ''): Promise<Counted> {
  const [provincial, regional, national] = LEVELS.map(stands);
  const { rows } = await owner.query<Counted>(
    `select count(*)::int as eligible, count(*) filter (where ${provincial ?? ''})::int as provincial,
       count(*) filter (where ${regional ?? ''})::int as regional, count(*) filter (where ${national ?? ''})::int as national,
       count(*) filter (where ${LEVELS.map(stands).join(' and ')})::int as all
     from artisan a left join body_class_profession c on c.profession_id = a.profession_id
     left join body_class k on k.id = c.body_class_id
     join province p on p.id = a.province_id join region r on r.id = a.region_id
     where a.register_state = 'REGISTERED' and a.practising and ($1 = 'MA' or r.iso = $1 or p.iso = $1)
       and ($2::text is null or k.code = $2) ${more}`,
    [place, bodyClass],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('Nothing was counted.');
  return row;
}

interface Rate {
  readonly numerator: number | null;
  readonly denominator: number | null;
}
interface Answer {
  readonly represented: { value: number };
  readonly fullyRepresented: { value: number };
  readonly representationRate: Rate;
  readonly fullRepresentationRate: Rate;
}
const FIELDS =
  'represented { value } fullyRepresented { value } representationRate { numerator denominator } fullRepresentationRate { numerator denominator }';
const fieldOf = (place: string): string =>
  place === 'MA' ? 'nation' : `${/\d/.test(place) ? 'region' : 'province'}(code: "${place}")`;

describe('who is represented', () => {
  it.each(['MA', 'MA-03', 'MA-06', 'MA-FES', 'MA-MEK', 'MA-TAO'])(
    'at each level, and at all three: %s',
    async (place) => {
      for (const bodyClass of CLASSES) {
        const expected = await counted(place, bodyClass);
        for (const level of LEVELS) {
          const cut = `level: ${level}${bodyClass === null ? '' : `, bodyClass: "${bodyClass}"`}`;
          const query = `{ place: ${fieldOf(place)} { representation(${cut}) { ${FIELDS} } } }`;
          const { data } = await api.ask<{ place: { representation: Answer } }>(VIEWERS['central-service'], query);
          const at = expected[level.toLowerCase() as 'provincial'];
          const { eligible, all } = expected;
          expect(data.place.representation, `${place} ${cut}`).toEqual({
            represented: { value: at },
            fullyRepresented: { value: all },
            representationRate: { numerator: at, denominator: eligible },
            fullRepresentationRate: { numerator: all, denominator: eligible },
          });
        }
      }
    },
  );

  it('differs from level to level', async () => {
    const { provincial, regional, national, all } = await counted('MA-03', 'VEHICLE_REPAIR');
    expect(provincial).toBeGreaterThan(0);
    expect(regional).toBeGreaterThan(provincial);
    expect(national).toBe(regional);
    expect(all).toBe(provincial);
    expect((await counted('MA-03', 'HAIRDRESSING')).all).toBe(0);
  });

  it('is cut by sex and by class as well, level by level', async () => {
    for (const level of LEVELS) {
      const query = `{ representation(by: [BODY_CLASS, SEX], filter: { level: ${level}, territory: "MA-03" }) {
        bodyClass { code } sex figures { represented { value } fullyRepresented { value } } } }`;
      interface Cell {
        bodyClass: { code: string } | null;
        sex: string | null;
        figures: { represented: { value: number }; fullyRepresented: { value: number } };
      }
      const { data } = await api.ask<{ representation: Cell[] }>(VIEWERS['central-service'], query);
      const women = data.representation.find(
        ({ bodyClass, sex }) => bodyClass?.code === 'VEHICLE_REPAIR' && sex === 'FEMALE',
      );
      const expected = await counted('MA-03', 'VEHICLE_REPAIR', `and a.sex = 'FEMALE'`);
      expect(women?.figures.represented.value).toBe(expected[level.toLowerCase() as 'provincial']);
      expect(women?.figures.fullyRepresented.value).toBe(expected.all);
    }
  });
});
