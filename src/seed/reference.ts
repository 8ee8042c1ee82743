import type { ClientBase } from 'pg';
import { dataFile, type DataOf } from './reference.files.ts';

type Value = string | number | boolean | readonly string[] | null;
type Row = Readonly<Record<string, Value>>;
type Name = { readonly ar: string; readonly fr: string; readonly en: string };

interface Table {
  readonly name: string;
  readonly key: string;
  readonly rows: readonly Row[];
  /** Officers change these rows afterwards: what the table has already is left as it is. */
  readonly initialOnly?: true;
}

const names = ({ ar, fr, en }: Name): Row => ({ name_ar: ar, name_fr: fr, name_en: en });

async function territoryTables(): Promise<Table[]> {
  const { nation, regions, provinces } = await dataFile('territory');
  const { institutions } = await dataFile('institutions');
  const regionRows = [nation, ...regions].map(({ id, code, iso, name, nameZgh, nameZghMark, population }) => ({
    ...{ id, code, iso, ...names(name), name_zgh: nameZgh, name_zgh_mark: nameZghMark, population },
  }));
  const provinceRows = provinces.map(({ id, region, code, iso, kind, name, aliases, population }) => ({
    ...{ id, region_id: region, code, iso, kind, ...names(name), aliases_ar: aliases, population },
  }));
  const institutionRows = institutions.map(({ id, region, kind, name }) => ({
    ...{ id, region_id: region, province_id: null, kind, ...names(name) },
  }));
  return [
    { name: 'region', key: 'id', rows: regionRows },
    { name: 'province', key: 'id', rows: provinceRows },
    { name: 'institution', key: 'id', rows: institutionRows },
  ];
}

/** Numbers follow the order of the file, so that an entry may be added at the end but never moved. */
const numbered = (entries: readonly { code: string }[]): Map<string, number> =>
  new Map(entries.map(({ code }, index) => [code, index + 1]));

function idOf(ids: ReadonlyMap<string, number>, code: string, entry: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`${entry} names "${code}", which does not exist.`);
  return id;
}

async function professionTables(): Promise<Table[]> {
  const { families, sectors, activities } = await dataFile('professions');
  const [familyIds, sectorIds] = [numbered(families), numbered(sectors)];
  const familyRows = families.map(({ code, name }, index) => ({ id: index + 1, code, ...names(name) }));
  const sectorRows = sectors.map(({ code, family, name }, index) => ({
    ...{ id: index + 1, code, ...names(name), family_id: idOf(familyIds, family, `sector ${code}`) },
  }));
  const professionRows = activities.map(({ code, sector, name }, index) => ({
    ...{ id: index + 1, code, ...names(name), sector_id: idOf(sectorIds, sector, `activity ${code}`) },
  }));
  return [
    { name: 'family', key: 'id', rows: familyRows },
    { name: 'sector', key: 'id', rows: sectorRows },
    { name: 'profession', key: 'id', rows: professionRows },
  ];
}

/** A profession belongs to one class at most: who practises it is counted for one body of each level. */
function classPairs(classes: DataOf<'body-classes'>['classes'], professionIds: ReadonlyMap<string, number>): Row[] {
  const classOf = new Map<string, string>();
  return classes.flatMap(({ id, code, professions }) =>
    professions.map((profession) => {
      const other = classOf.get(profession);
      if (other !== undefined) throw new Error(`The body classes ${other} and ${code} both name "${profession}".`);
      classOf.set(profession, code);
      return { profession_id: idOf(professionIds, profession, `body class ${code}`), body_class_id: id };
    }),
  );
}

async function classTables(): Promise<Table[]> {
  const professionIds = numbered((await dataFile('professions')).activities);
  const { waves, classes } = await dataFile('body-classes');
  const waveRows = waves.map(({ name, opensOn, closesOn, ...wave }) => ({
    ...{ ...wave, ...names(name), opens_on: opensOn, closes_on: closesOn },
  }));
  const classRows = classes.map(({ id, code, name, wave, mark, source }) => ({
    ...{ id, code, ...names(name), wave_id: wave, mark, source },
  }));
  const pairs = classPairs(classes, professionIds);
  return [
    { name: 'wave', key: 'id', rows: waveRows },
    { name: 'body_class', key: 'id', rows: classRows },
    { name: 'body_class_profession', key: 'profession_id', rows: pairs },
  ];
}

async function ruleTables(): Promise<Table[]> {
  const { provinces, regions } = await dataFile('territory');
  const regionIds = new Map([['MA', 0], ...regions.map(({ iso, id }) => [iso, id] as const)]);
  const { offices } = await dataFile('offices');
  const { rules } = await dataFile('rules');
  const { figures } = await dataFile('published-figures');
  const officeRows = offices.map(({ id, code, name, seats }) => ({ id, code, ...names(name), seats }));
  const ruleRows = rules.map(({ name, validFrom, validTo, ...rule }) => ({
    ...{ ...rule, ...names(name), valid_from: validFrom, valid_to: validTo },
  }));
  const figureRows = figures.map(({ territory, asOf, ...figure }) => {
    const province = provinces.find(({ iso }) => iso === territory);
    const region_id = province?.region ?? idOf(regionIds, territory, `published figure ${String(figure.id)}`);
    return { ...figure, region_id, province_id: province?.id ?? null, as_of: asOf };
  });
  return [
    { name: 'office', key: 'id', rows: officeRows },
    { name: 'rule', key: 'id', rows: ruleRows, initialOnly: true },
    { name: 'published_figure', key: 'id', rows: figureRows },
  ];
}

/** Makes a table equal to its file: changes what differs, and adds what is missing. */
async function upsert(client: ClientBase, { name, key, rows, initialOnly }: Table): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const others = columns.filter((column) => column !== key);
  const list = columns.join(', ');
  const change = `update set ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
     where (${others.map((column) => `t.${column}`).join(', ')})
       is distinct from (${others.map((column) => `excluded.${column}`).join(', ')})`;
  await client.query(
    `insert into ${name} as t (${list}) select ${list} from jsonb_populate_recordset(null::${name}, $1)
     on conflict ${initialOnly ? 'do nothing' : `(${key}) do ${change}`}`,
    [JSON.stringify(rows)],
  );
}

/** What the file no longer has goes; what is still used cannot, and the database says so. */
async function prune(client: ClientBase, { name, key, rows, initialOnly }: Table): Promise<void> {
  if (initialOnly) return;
  const keys = rows.map((row) => row[key]);
  await client.query(`delete from ${name} where not (${key} = any($1))`, [keys]);
}

/** Brings the reference tables to what `data/` says, in one transaction; running it again changes nothing. */
export async function loadReference(client: ClientBase): Promise<void> {
  const tables = [
    ...(await territoryTables()),
    ...(await professionTables()),
    ...(await classTables()),
    ...(await ruleTables()),
  ];
  await client.query('begin');
  try {
    // The dated rules are the centre's to add, for their owner as well.
    await client.query(`select set_config('app.capture', '{0}', true)`);
    for (const table of tables) await upsert(client, table);
    for (const table of [...tables].reverse()) await prune(client, table);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
