import { sql, type RawBuilder } from 'kysely';
import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { selectList, type ColumnsOf } from '../../platform/postgres/columns.ts';
import { queriesOn } from '../../platform/postgres/sql.ts';
import type { SeatTable } from '../bodies/body.table.ts';
import type { Anchors } from '../../platform/postgres/keyset.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, EVERYWHERE } from '../../platform/tenancy/visibility.ts';
import type { Body } from '../bodies/body.type.ts';
import type { CandidacyTable, ElectionTable } from './election.table.ts';
import type { ElectionListArgs, Candidacy, Election } from './election.type.ts';
import { inRanges, oneOf } from '../../platform/graphql/filter.input.ts';

const ELECTION_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  bodyId: 't.body_id',
  kind: 't.kind',
  state: 't.state',
  calledOn: 't.called_on',
  heldOn: 't.held_on',
  electors: 't.electors',
  turnout: 't.turnout',
  blank: 't.blank',
  termEndsOn: 't.term_ends_on',
  version: 't.version',
} as const satisfies ColumnsOf<typeof ElectionTable, Election>;

const CANDIDACY_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  electionId: 't.election_id',
  officeId: 't.office_id',
  artisanRegionId: 't.artisan_region_id',
  artisanId: 't.artisan_id',
  nameAr: 't.name_ar',
  nameLatin: 't.name_latin',
  sex: 't.sex',
  votes: 't.votes',
  elected: 't.elected',
  withdrawnOn: 't.withdrawn_on',
  version: 't.version',
} as const satisfies ColumnsOf<typeof CandidacyTable, Candidacy>;

/** How an election is changed. */
export const ELECTION: EntityMapping<Election> = { type: 'Election', table: 'election', columns: ELECTION_COLUMNS };
/** How a candidacy is changed. */
export const CANDIDACY: EntityMapping<Candidacy> = {
  type: 'Candidacy',
  table: 'candidacy',
  columns: CANDIDACY_COLUMNS,
};

const electionColumns: Record<string, string> = { ...ELECTION_COLUMNS, __typename: `'Election'` };
const candidacyColumns: Record<string, string> = { ...CANDIDACY_COLUMNS, __typename: `'Candidacy'` };
const BY_ID = { name: 'ID', column: 'id', cast: 'int', descending: false } as const;

function listed(
  scope: TenantScope,
  at: { anchor: string | null; anchors: Anchors },
  args: ElectionListArgs,
): LazyConnection<Election> {
  const { states: state, calledOn } = args.filter ?? {};
  const where = [...oneOf({ state }), ...inRanges({ calledOn: ['called_on', calledOn] })];
  const spec = {
    table: 'election',
    columns: electionColumns,
    ordering: BY_ID,
    where,
    cut: JSON.stringify(args.filter ?? {}),
  };
  return listOf<Election>(scope, { ...spec, ...at }, args);
}

export const electionsOf = (scope: TenantScope, args: ElectionListArgs): LazyConnection<Election> =>
  listed(scope, { anchor: null, anchors: visibleAnchors(scope, EVERYWHERE) }, args);

export const electionsOfBody = (scope: TenantScope, body: Body, args: ElectionListArgs): LazyConnection<Election> =>
  listed(scope, { anchor: 'body_id', anchors: [{ regionId: body.regionId, value: Number(body.id) }] }, args);

export const electionsByIds: Batch<number, Election | null> = rowsByIds('election', electionColumns);
export const candidaciesByIds: Batch<number, Candidacy | null> = rowsByIds('candidacy', candidacyColumns);

/** The candidacies of elections, in the order in which they were put forward. */
export const candidaciesOf: Batch<Election, Candidacy[]> = async (scope, elections) => {
  const regions = [...new Set(elections.map(({ regionId }) => regionId))];
  const rows = await scope.rows<Candidacy>(sql`
    select ${selectList(candidacyColumns)} from candidacy t
    where t.region_id = any(${regions}::smallint[]) and t.election_id = any(${elections.map(({ id }) => id)}::int[])
    order by t.id`);
  return elections.map(({ id }) => rows.filter(({ electionId }) => electionId === id));
};

const db = queriesOn<typeof SeatTable>();

/** A person who may vote and stand. */
export interface Elector {
  readonly artisanRegionId: number;
  readonly artisanId: number;
  readonly nameAr: string;
  readonly nameLatin: string;
  readonly sex: string | null;
}

const IN_PREPARATION = 'IN_PREPARATION';

/**
 * Who may vote and stand. For a provincial body: whoever is registered and practises a profession of the class in the
 * province, and from the foundation on its members. For the bodies above: the delegates of those below.
 */
function electorate(body: Body): RawBuilder<unknown> {
  const { regionId, provinceId, bodyClassId, id, state, level } = body;
  if (level === 'PROVINCIAL') {
    return sql`select t.region_id, t.id, t.name_ar, t.name_latin, t.sex from artisan t
      join body_class_profession c on c.profession_id = t.profession_id and c.body_class_id = ${bodyClassId}
      where t.region_id = ${regionId} and t.province_id = ${provinceId} and t.register_state = 'REGISTERED' and t.practising
        and (${state} = ${IN_PREPARATION} or t.body_id = ${id})`;
  }
  const below = level === 'REGIONAL' ? 'PROVINCIAL' : 'REGIONAL';
  return sql`select d.artisan_region_id, d.artisan_id, d.name_ar, d.name_latin, d.sex from delegate d
    join body b on b.region_id = d.region_id and b.id = d.body_id
    where b.body_class_id = ${bodyClassId} and b.level = ${below} and b.state = 'ACTIVE'
      and (${level} = 'NATIONAL' or b.region_id = ${regionId}) and d.artisan_id is not null`;
}

export async function electorCountOf(scope: TenantScope, body: Body): Promise<number> {
  const [row] = await scope.rows<{ electors: number }>(
    sql`select count(*)::int as electors from (${electorate(body)}) e (artisan_region_id, artisan_id, name_ar, name_latin, sex)`,
  );
  return row?.electors ?? 0;
}

/** Those of some artisans who may vote and stand; the numbers of artisans are unique in the kingdom. */
export const electorsAmong = (scope: TenantScope, body: Body, ids: readonly number[]): Promise<Elector[]> =>
  scope.rows<Elector>(sql`
    select artisan_region_id as "artisanRegionId", artisan_id as "artisanId", name_ar as "nameAr", name_latin as "nameLatin", sex
    from (${electorate(body)}) e (artisan_region_id, artisan_id, name_ar, name_latin, sex)
    where artisan_id = any(${ids}::int[])`);

/** Whether a seat in the board of a body has a holder. */
export async function holdsSeat(scope: TenantScope, { regionId, id }: Body, artisanId: number): Promise<boolean> {
  const rows = await scope.rows(
    db
      .selectFrom('seat')
      .select('id')
      .where('region_id', '=', regionId)
      .where('body_id', '=', Number(id))
      .where('artisan_id', '=', artisanId),
  );
  return rows.length > 0;
}

/** Whether a body has a delegate. */
export async function isDelegate(scope: TenantScope, { regionId, id }: Body, artisanId: number): Promise<boolean> {
  const rows = await scope.rows(
    sql`select 1 from delegate where region_id = ${regionId} and body_id = ${id} and artisan_id = ${artisanId}`,
  );
  return rows.length > 0;
}

/** How many members a body speaks for: its own, or those of the provinces below it. */
export async function membersOf(scope: TenantScope, { level, regionId, bodyClassId, id }: Body): Promise<number> {
  const statement =
    level === 'PROVINCIAL'
      ? sql<{
          members: number;
        }>`select count(*)::int as members from artisan where region_id = ${regionId} and body_id = ${id}`
      : sql<{ members: number }>`select coalesce(sum(f.members), 0)::int as members from class_figure f
          where f.body_class_id = ${bodyClassId} and (${level} = 'NATIONAL' or f.region_id = ${regionId})`;
  const [row] = await scope.rows(statement);
  return row?.members ?? 0;
}
