import { Migration } from '@mikro-orm/migrations';

const OPERATIONS = ['insert', 'update', 'delete'] as const;
type Operation = (typeof OPERATIONS)[number];

// The change that a statement made, row by row with its sign; the transition tables exist by operation only.
const SIGNED: Record<Operation, string> = {
  insert: 'select 1 as n, * from new_rows',
  update: 'select 1 as n, * from new_rows union all select -1, * from old_rows',
  delete: 'select -1 as n, * from old_rows',
};
const REFERENCING: Record<Operation, string> = {
  insert: 'new table as new_rows',
  update: 'old table as old_rows new table as new_rows',
  delete: 'old table as old_rows',
};

/** Adds `measures` (column -> signed sum) to the rows of `table` that `keys` name; ordered, so that writers cannot deadlock. */
interface Tally {
  readonly table: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<string, string>>;
  readonly join?: string;
}

function tallyStatement(operation: Operation, tally: Tally): string {
  const keys = Object.keys(tally.keys);
  const measures = Object.keys(tally.measures);
  const position = keys.map((_, index) => index + 1).join(', ');
  return `
    insert into ${tally.table} (${[...keys, ...measures].join(', ')})
    select ${Object.values(tally.keys).join(', ')}, ${Object.values(tally.measures).join(', ')}
    from (${SIGNED[operation]}) change ${tally.join ?? ''}
    group by ${position}
    having ${Object.values(tally.measures)
      .map((sum) => `${sum} <> 0`)
      .join(' or ')}
    order by ${position}
    on conflict (${keys.join(', ')}) do update set
      ${measures.map((name) => `${name} = ${tally.table}.${name} + excluded.${name}`).join(',\n      ')};`;
}

const sumOf = (condition: string, amount = 'change.n'): string =>
  `coalesce(sum(${amount}) filter (where ${condition}), 0)`;

const REGISTERED = `register_state = 'REGISTERED'`;
const ARTISAN_TALLIES: Tally[] = [
  {
    table: 'register_cell',
    keys: {
      region_id: 'region_id',
      province_id: 'province_id',
      profession_id: 'profession_id',
      kind: 'kind',
      sex: `coalesce(sex, 'NONE')`,
      age_band: `coalesce(age_band, 'NONE')`,
      register_state: 'register_state',
    },
    measures: {
      registrants: 'sum(n)',
      eligible: sumOf(`${REGISTERED} and practising`),
      members: sumOf('body_id is not null'),
    },
  },
  {
    table: 'register_figure',
    keys: { region_id: 'region_id', province_id: 'province_id', profession_id: 'profession_id' },
    measures: {
      registrants: 'sum(n)',
      registered: sumOf(REGISTERED),
      persons: sumOf(`${REGISTERED} and kind in ('ARTISAN', 'MASTER')`),
      women: sumOf(`${REGISTERED} and sex = 'FEMALE'`),
      under_35: sumOf(`${REGISTERED} and age_band in ('UNDER_25', 'FROM_25_TO_34')`),
      masters: sumOf(`${REGISTERED} and kind = 'MASTER'`),
      eligible: sumOf(`${REGISTERED} and practising`),
      members: sumOf('body_id is not null'),
    },
  },
];

const standing = {
  region_id: 'change.region_id',
  province_id: 'coalesce(change.province_id, 0)',
  level: 'change.level',
  body_class_id: 'change.body_class_id',
};
// A seat or a delegate counts where its body stands. An outer join: a body out of sight must raise, never be left out.
const ofBody = {
  ...standing,
  province_id: 'coalesce(body.province_id, 0)',
  level: 'body.level',
  body_class_id: 'body.body_class_id',
};
const BODY_JOIN = 'left join body on body.region_id = change.region_id and body.id = change.body_id';

const byState = (prefix: string, states: readonly string[]): Record<string, string> =>
  Object.fromEntries(states.map((state) => [`${prefix}_${state.toLowerCase()}`, sumOf(`state = '${state}'`)]));

const TALLIES: Record<string, Tally[]> = {
  artisan: ARTISAN_TALLIES,
  body: [
    {
      table: 'body_figure',
      keys: standing,
      measures: {
        ...byState('bodies', ['PLANNED', 'IN_PREPARATION', 'FOUNDED', 'ACTIVE', 'SUSPENDED', 'DISSOLVED']),
        bodies_approved: sumOf(`approved_on is not null and state <> 'DISSOLVED'`),
      },
    },
  ],
  seat: [
    {
      table: 'body_figure',
      keys: ofBody,
      join: BODY_JOIN,
      measures: {
        seats: 'sum(change.n)',
        seats_filled: sumOf('change.name_ar is not null'),
        seats_held_by_women: sumOf(`change.sex = 'FEMALE'`),
      },
    },
  ],
  delegate: [{ table: 'body_figure', keys: ofBody, join: BODY_JOIN, measures: { delegates: 'sum(change.n)' } }],
  committee: [
    {
      table: 'body_figure',
      keys: standing,
      measures: byState('committees', ['PLANNED', 'FORMED', 'STATUTES_DRAFTED', 'DISCHARGED', 'FAILED']),
    },
  ],
  outreach_session: [
    {
      table: 'body_figure',
      keys: {
        ...standing,
        level: `case when change.province_id is not null then 'PROVINCIAL' when change.region_id = 0 then 'NATIONAL' else 'REGIONAL' end`,
        body_class_id: 'coalesce(change.body_class_id, 0)',
      },
      measures: {
        outreach_sessions: sumOf(`state = 'HELD'`),
        outreach_attendees: sumOf(`state = 'HELD'`, 'change.n * coalesce(change.attendees, 0)'),
      },
    },
  ],
};

/**
 * The figures follow the rows in the same transaction: one statement of any size adds one change for each cell.
 * The functions run as the tally role, which alone may write figures.
 */
export class TallyTriggers extends Migration {
  override up(): void {
    this.addSql('grant create on schema app to hiraf_tally');
    for (const [table, tallies] of Object.entries(TALLIES)) {
      for (const operation of OPERATIONS) this.addTrigger(table, operation, tallies);
    }
    this.addSql('revoke create on schema app from hiraf_tally');
    this.keepBodiesStanding();
  }

  override down(): void {
    this.addSql('drop trigger body_stands on body');
    this.addSql('drop function app.refuse_move()');
    for (const table of Object.keys(TALLIES)) {
      for (const operation of OPERATIONS) {
        this.addSql(`drop trigger ${table}_tally_${operation} on ${table}`);
        this.addSql(`drop function app.tally_${table}_${operation}()`);
      }
    }
  }

  /**
   * Seats and delegates count where their body stands, so a body that moved would leave them behind; and counting them
   * over again could miss one that another writer adds meanwhile. A body is that of one class and territory for good. Told
   * after the change, so that the wall speaks first.
   */
  private keepBodiesStanding(): void {
    this.addSql(`
      create function app.refuse_move() returns trigger language plpgsql as $$
      begin
        raise exception 'a row of % keeps its class and its territory', tg_table_name using errcode = 'restrict_violation';
      end $$`);
    const [before, after] = ['old', 'new'].map((row) =>
      ['region_id', 'id', 'province_id', '"level"', 'body_class_id'].map((column) => `${row}.${column}`).join(', '),
    );
    this.addSql(`
      create trigger body_stands after update on body for each row
        when ((${String(before)}) is distinct from (${String(after)})) execute function app.refuse_move()`);
  }

  private addTrigger(table: string, operation: Operation, tallies: Tally[]): void {
    const name = `app.tally_${table}_${operation}()`;
    this.addSql(`
      create function ${name} returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
      begin
        ${tallies.map((tally) => tallyStatement(operation, tally)).join('\n')}
        return null;
      end $$`);
    this.addSql(`alter function ${name} owner to hiraf_tally`);
    this.addSql(`
      create trigger ${table}_tally_${operation} after ${operation} on ${table}
        referencing ${REFERENCING[operation]} for each statement execute function ${name}`);
  }
}
