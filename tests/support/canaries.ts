import { withClient } from '../../src/platform/postgres/open.ts';
import { globalId } from '../../src/platform/lib/global-id.ts';

/** Where a row stands; region 0 is the nation, province 0 none. */
export interface Spot {
  readonly region: number;
  readonly province: number;
}

export interface Row extends Spot {
  readonly type: string;
  readonly id: number;
}

/** The tables behind the wall by the type that shows their rows, with the texts that a canary is put into. */
const TABLES: Readonly<Record<string, { table: string; texts: readonly string[]; province: boolean }>> = {
  Artisan: { table: 'artisan', texts: ['name_ar', 'name_latin', 'register_number', 'phone'], province: true },
  Body: { table: 'body', texts: [], province: true },
  Candidacy: { table: 'candidacy', texts: ['name_ar', 'name_latin'], province: true },
  Election: { table: 'election', texts: [], province: true },
  Campaign: { table: 'campaign', texts: ['name_ar', 'name_fr', 'name_en'], province: false },
  Committee: { table: 'committee', texts: [], province: true },
  CommitteeMember: { table: 'committee_member', texts: ['name_ar', 'name_latin'], province: true },
  Delegate: { table: 'delegate', texts: ['name_ar', 'name_latin'], province: true },
  FoundingAssembly: { table: 'founding_assembly', texts: ['venue_ar', 'venue_fr'], province: true },
  HandOver: { table: 'hand_over', texts: ['name_ar', 'name_latin'], province: true },
  Meeting: { table: 'meeting', texts: ['name_ar', 'name_fr', 'name_en'], province: true },
  MeetingDecision: { table: 'meeting_decision', texts: ['text_ar', 'text_fr', 'owner'], province: true },
  Milestone: { table: 'milestone', texts: ['name_ar', 'name_fr', 'name_en'], province: true },
  OutreachSession: { table: 'outreach_session', texts: ['venue_ar', 'venue_fr'], province: true },
  Phase: { table: 'phase', texts: [], province: false },
  RegisterIssue: { table: 'register_issue', texts: ['description', 'resolution'], province: true },
  Seat: { table: 'seat', texts: ['name_ar', 'name_latin'], province: true },
};
export const RECORD_TYPES = Object.keys(TABLES);

const CANARY = /zqR(\d+)P(\d+)z/g;
const ROWS_OF_A_TYPE = 120;

/** Puts into every text behind the wall where its row stands, so that a foreign value shows itself anywhere. */
export async function markRows(url: string): Promise<void> {
  await withClient(url, async (client) => {
    // The triggers of the figures look up bodies, behind the wall.
    await client.query(`select set_config('app.records', '{0,1,2,3,4,5,6,7,8,9,10,11,12}', false)`);
    for (const { table, texts, province } of Object.values(TABLES)) {
      if (texts.length === 0) continue;
      const spot = `'zqR' || region_id || 'P' || ${province ? 'coalesce(province_id, 0)' : '0'} || 'z'`;
      const changes = texts.map((text) => `${text} = ${text} || ' ' || ${spot}`);
      await client.query(`update ${table} set ${changes.join(', ')}`);
    }
  });
}

/** Some rows of each type, from every region. */
export async function someRows(url: string): Promise<Row[]> {
  const found: Row[] = [];
  await withClient(url, async (client) => {
    for (const [type, { table, province }] of Object.entries(TABLES)) {
      const { rows } = await client.query<Omit<Row, 'type'>>(`
        select id, region, province from (
          select id, region_id as region, ${province ? 'coalesce(province_id, 0)' : '0'} as province,
            row_number() over (partition by region_id ${province ? ', province_id' : ''} order by id) as place
          from ${table}
        ) r order by place, region limit ${String(ROWS_OF_A_TYPE)}`);
      found.push(...rows.map((row) => ({ type, ...row })));
    }
  });
  return found;
}

/** The ids of all rows of these types. */
export async function everyId(url: string): Promise<Set<string>> {
  const found = new Set<string>();
  await withClient(url, async (client) => {
    for (const [type, { table }] of Object.entries(TABLES)) {
      const { rows } = await client.query<{ id: number }>(`select id from ${table}`);
      for (const { id } of rows) found.add(globalId(type, id));
    }
  });
  return found;
}

export const idOf = ({ type, id }: Row): string => globalId(type, id);

const spotsIn = (text: string): Spot[] =>
  [...text.matchAll(CANARY)].map(([, region, province]) => ({ region: Number(region), province: Number(province) }));

/** Where the values in an answer come from: its texts, and what its ids and cursors hold. */
export function originsOf(answer: string, rows: ReadonlyMap<string, Row>): Spot[] {
  const opaque = [...answer.matchAll(/"([\w-]{6,})"/g)].map(([, value]) => value ?? '');
  const named = opaque.flatMap((value) => rows.get(value) ?? []);
  const decoded = opaque.map((value) => Buffer.from(value, 'base64url').toString('utf8'));
  return [...spotsIn(answer), ...named, ...decoded.flatMap(spotsIn)];
}
