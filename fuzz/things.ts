import type pg from 'pg';
import { globalId } from '../src/platform/lib/global-id.ts';
import type { Random } from '../src/seed/random.ts';

/** A row that a change can name, as it is now. */
export interface Thing {
  readonly type: string;
  readonly number: number;
  readonly id: string;
  readonly version: number;
  readonly regionId: number;
  readonly provinceId: number | null;
  readonly bodyClassId: number | null;
  /** The body that it is of, where it is of one. */
  readonly bodyId: number | null;
  /** Where it is in its life, and what else decides what may become of it. */
  readonly state: string;
}

/** Where rows of a type are, and how their state reads; `t` is the row. */
interface Source {
  readonly from: string;
  readonly state: string;
  readonly bodyClass?: string;
  readonly body?: string;
  /** Rows of the nation or a region as a whole have no province at all. */
  readonly noProvince?: true;
}

const CLASS_OF_ARTISAN =
  '(select p.body_class_id from body_class_profession p where p.profession_id = t.profession_id)';
const OF_BODY = { bodyClass: 'b.body_class_id', body: 't.body_id' };
const bodyOf = (table: string): string => `${table} t join body b on b.region_id = t.region_id and b.id = t.body_id`;

const SOURCES: Readonly<Record<string, Source>> = {
  Artisan: {
    from: 'artisan t left join register_issue i on i.artisan_id = t.id and i.case_number is not null and i.outcome is null',
    state: `t.register_state || case when i.id is not null then ' in a case' when t.body_id is not null then ' member' else '' end`,
    bodyClass: CLASS_OF_ARTISAN,
    body: 't.body_id',
  },
  Body: {
    from: `body t left join committee k on k.region_id = t.region_id and k.province_id is not distinct from t.province_id
      and k.body_class_id = t.body_class_id and k.state in ('PLANNED', 'FORMED', 'STATUTES_DRAFTED')`,
    state: `concat_ws(' ', t.level, t.state, k.state, case when k.formed_on > current_date then 'to come' end,
      case when t.statutes_adopted_on is not null then 'adopted' end,
      case when exists (select from seat s where s.region_id = t.region_id and s.body_id = t.id) then 'seated' end)`,
    bodyClass: 't.body_class_id',
    body: 't.id',
  },
  Campaign: { from: 'campaign t', state: `''`, noProvince: true },
  Candidacy: {
    from: `candidacy t join election e on e.region_id = t.region_id and e.id = t.election_id
      join body b on b.region_id = t.region_id and b.id = e.body_id`,
    state: `e.state || case when t.withdrawn_on is null then '' else ' withdrawn' end`,
    ...{ bodyClass: 'b.body_class_id', body: 'b.id' },
  },
  Committee: { from: 'committee t', state: 't.state', bodyClass: 't.body_class_id' },
  CommitteeMember: {
    from: 'committee_member t join committee c on c.region_id = t.region_id and c.id = t.committee_id',
    state: `c.state || case when t.chair then ' chair' else '' end`,
  },
  Delegate: { from: bodyOf('delegate'), state: 'b.state', ...OF_BODY },
  Election: {
    from: bodyOf('election'),
    state: `concat_ws(' ', t.state, t.kind, b.state, case when t.turnout > 0 then 'voted' end)`,
    ...OF_BODY,
  },
  FoundingAssembly: {
    from: bodyOf('founding_assembly'),
    state: `t.state || ' ' || (t.held_on <= current_date)`,
    ...OF_BODY,
  },
  HandOver: { from: 'hand_over t', state: `t.state || ' ' || t.direction` },
  Meeting: { from: 'meeting t', state: 't.state' },
  MeetingDecision: { from: 'meeting_decision t', state: `case when t.done_on is null then 'open' else 'done' end` },
  Milestone: { from: 'milestone t', state: `case when t.actual_on is null then 'open' else 'reached' end` },
  OutreachSession: { from: 'outreach_session t', state: 't.state', bodyClass: 't.body_class_id' },
  Phase: {
    from: 'phase t',
    state: `case when t.actual_to is not null then 'finished' when t.actual_from is null then 'to come' else 'under way' end`,
    noProvince: true,
  },
  RegisterIssue: {
    from: 'register_issue t',
    state: `concat_ws(' ', t.state, case when t.case_number is not null then 'case' end)`,
  },
  Seat: {
    from: bodyOf('seat'),
    state: `case when t.name_ar is null then 'vacant ' else 'held ' end || b.state`,
    ...OF_BODY,
  },
};

const SAMPLE = 40;
// Few, so that a walk goes far with them.
const FRESH_AT_MOST = 8;
/** The steps to a foundation are many, and all of them must come about. */
const OF_FOUNDATIONS = ['Body', 'Committee', 'Election', 'FoundingAssembly'];
/** How often one of the rows that were changed last is taken. */
const FRESH = 0.45;

const selectionOf = ({ from, state, bodyClass, body, noProvince }: Source): string => `
  select t.id as number, t.version, t.region_id as "regionId", ${noProvince ? 'null::int' : 't.province_id'} as "provinceId",
    ${bodyClass ?? 'null::int'} as "bodyClassId", ${body ?? 'null::int'} as "bodyId", ${state} as state
  from ${from}`;

/** What lives of a class at a place: its body and committee, and what was called there. */
const AROUND = `
  with b as (select id, region_id from body where region_id = $1 and province_id is not distinct from $2 and body_class_id = $3
    and state <> 'DISSOLVED')
  select 'Body' as type, id as number from b
  union all select 'Committee', id from committee where region_id = $1 and province_id is not distinct from $2
    and body_class_id = $3 and state in ('PLANNED', 'FORMED', 'STATUTES_DRAFTED')
  union all select 'Election', e.id from election e join b on b.region_id = e.region_id and b.id = e.body_id where e.state = 'CALLED'
  union all select 'FoundingAssembly', a.id from founding_assembly a join b on b.region_id = a.region_id and b.id = a.body_id
    where a.state = 'CALLED'`;

/** The open issues of an entry of the register. */
const CASES = `select 'RegisterIssue' as type, id as number from register_issue where artisan_id = $1 and state <> 'RESOLVED'`;

type Row = Omit<Thing, 'type' | 'id'>;

/** The rows that changes can name: read again while they change. */
export class Things {
  readonly #byState = new Map<string, Map<string, Thing[]>>();
  readonly #fresh = new Map<string, number[]>();

  constructor(
    private readonly client: pg.Client,
    private readonly random: Random,
  ) {}

  /** Reads some rows of each type in each state. */
  async refresh(): Promise<void> {
    for (const [type, source] of Object.entries(SOURCES)) {
      const { rows } = await this.client.query<Row>(`
        select * from (select *, row_number() over (partition by state order by random()) as place from (${selectionOf(source)}) s) r
        where place <= ${String(SAMPLE)}`);
      const states = new Map<string, Thing[]>();
      for (const row of rows) {
        const thing = { ...row, type, id: globalId(type, row.number) };
        states.set(row.state, [...(states.get(row.state) ?? []), thing]);
      }
      this.#byState.set(type, states);
    }
  }

  /** A row of a type, of a state that is drawn by weight; undefined where there is none. */
  async draw(type: string, weightOf: (state: string) => number): Promise<Thing | undefined> {
    const fresh = this.#fresh.get(type) ?? [];
    if (fresh.length > 0 && this.random.chance(FRESH)) return this.now(type, this.random.pick(fresh));
    const states = [...(this.#byState.get(type) ?? [])];
    const total = states.reduce((sum, [state]) => sum + weightOf(state), 0);
    let left = this.random.next() * total;
    const [, things = []] = states.find(([state]) => (left -= weightOf(state)) <= 0) ?? states.at(-1) ?? [];
    return things.length === 0 ? undefined : this.now(type, this.random.pick(things).number);
  }

  /** One of the rows that were changed last; undefined where there is none. */
  async fresh(): Promise<Thing | undefined> {
    const types = [...this.#fresh.keys()];
    if (types.length === 0) return undefined;
    const founding = types.filter((type) => OF_FOUNDATIONS.includes(type));
    const type = this.random.pick(founding.length > 0 && this.random.chance(0.5) ? founding : types);
    return this.now(type, this.random.pick(this.#fresh.get(type) ?? []));
  }

  /** A row as it is now. */
  async now(type: string, number: number): Promise<Thing | undefined> {
    const source = SOURCES[type];
    if (source === undefined) return undefined;
    const { rows } = await this.client.query<Row>(`${selectionOf(source)} where t.id = $1`, [number]);
    const [row] = rows;
    return row && { ...row, type, id: globalId(type, number) };
  }

  /** Notes a row that was changed, and those of the same body or place: what may follow is tried on them. */
  async note(type: string, number: number): Promise<void> {
    this.keep(type, number);
    for (const one of await this.around(type, number)) this.keep(one.type, one.number);
  }

  private async around(type: string, number: number): Promise<Pick<Thing, 'type' | 'number'>[]> {
    if (type === 'Artisan') return this.ask(CASES, [number]);
    const thing = await this.now(type, number);
    if (thing?.bodyClassId == null) return [];
    return this.ask(AROUND, [thing.regionId, thing.provinceId, thing.bodyClassId]);
  }

  private keep(type: string, number: number): void {
    if (!(type in SOURCES)) return;
    const fresh = this.#fresh.get(type) ?? [];
    this.#fresh.set(type, [number, ...fresh.filter((one) => one !== number)].slice(0, FRESH_AT_MOST));
  }

  async ask<Answered extends object>(statement: string, values: unknown[] = []): Promise<Answered[]> {
    return (await this.client.query<Answered>(statement, values)).rows;
  }
}
