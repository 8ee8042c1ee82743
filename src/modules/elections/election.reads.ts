import { sql, type AliasedExpression } from 'kysely';
import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { selectList, type ColumnsOf } from '../../platform/postgres/columns.ts';
import { anyOf, idsOf, queriesOn, regionsOf } from '../../platform/postgres/sql.ts';
import type { ArtisanTable } from '../artisans/artisan.table.ts';
import type { Sex } from '../artisans/artisan.rules.ts';
import type { BodyTable, DelegateTable, SeatTable } from '../bodies/body.table.ts';
import type { BodyClassProfessionTable } from '../professions/profession.table.ts';
import type { Anchors } from '../../platform/postgres/keyset.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, EVERYWHERE } from '../../platform/tenancy/visibility.ts';
import { activeBaseOf, type Above, type BaseBody } from '../figures/base.reads.ts';
import { thresholdsOn } from '../rules/rule.reads.ts';
import { today } from '../../platform/lib/dates.ts';
import { delegateShares, type DelegateShare } from '../bodies/body.rules.ts';
import type { Body } from '../bodies/body.type.ts';
import type { CandidacyTable, ElectionTable } from './election.table.ts';
import type { ElectionListArgs, Candidacy, Election } from './election.type.ts';
import { inRanges, oneOf } from '../../platform/graphql/filter.input.ts';

type People = typeof ArtisanTable | typeof BodyClassProfessionTable | typeof DelegateTable | typeof SeatTable;
const db = queriesOn<People | typeof BodyTable | typeof ElectionTable>();

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
  shares: 't.shares',
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
  const rows = await scope.rows<Candidacy>(sql`
    select ${selectList(candidacyColumns)} from candidacy t
    where t.region_id = ${regionsOf(elections)} and t.election_id = ${idsOf(elections)}
    order by t.id`);
  return elections.map(({ id }) => rows.filter(({ electionId }) => electionId === id));
};

/** A person who may vote and stand. */
export interface Elector {
  readonly artisanRegionId: number;
  readonly artisanId: number;
  readonly nameAr: string;
  readonly nameLatin: string;
  readonly sex: Sex | null;
}

const IN_PREPARATION = 'IN_PREPARATION';

/** A body that elects a board, and for one above the province how its delegates are shared out. */
export interface Electing {
  readonly body: Body;
  readonly shares: readonly DelegateShare[] | null;
}

/** The registered who practise a profession of the class in the province, and from the foundation on the members. */
function registeredElectors({ regionId, provinceId, bodyClassId, id, state }: Body): AliasedExpression<Elector, 'e'> {
  const registered = db
    .selectFrom('artisan as t')
    .innerJoin('body_class_profession as c', 'c.profession_id', 't.profession_id')
    .select(['t.region_id as artisanRegionId', 't.id as artisanId'])
    .select(['t.name_ar as nameAr', 't.name_latin as nameLatin', 't.sex'])
    .where('c.body_class_id', '=', bodyClassId)
    .where('t.region_id', '=', regionId)
    .where('t.province_id', '=', provinceId)
    .where('t.register_state', '=', 'REGISTERED')
    .where('t.practising', '=', true);
  return (state === IN_PREPARATION ? registered : registered.where('t.body_id', '=', Number(id))).as('e');
}

/** The delegates of the active bodies one level down. Of a body that has more than its share, those who were elected first. */
function delegatedElectors({ level, bodyClassId, regionId }: Body, shares: readonly DelegateShare[]) {
  const [below, unit] = level === 'NATIONAL' ? ['REGIONAL', 'region_id'] : ['PROVINCIAL', 'province_id'];
  return sql<Elector>`(
    select d.artisan_region_id as "artisanRegionId", d.artisan_id as "artisanId", d.name_ar as "nameAr",
      d.name_latin as "nameLatin", d.sex
    from (
      select d.*, b.${sql.ref(unit)} as unit, row_number() over (partition by d.region_id, d.body_id order by d.id) as place
      from delegate d join body b on b.region_id = d.region_id and b.id = d.body_id
      where b.body_class_id = ${bodyClassId} and b.level = ${below} and b.state = 'ACTIVE'
        and (${level} = 'NATIONAL' or b.region_id = ${regionId}) and d.artisan_id is not null
    ) d
    join jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) as s (unit smallint, delegates int)
      on s.unit = d.unit and d.place <= s.delegates)`.as<'e'>(sql.ref('e'));
}

/** Who may vote and stand: for the bodies above the provinces, the delegates of those below. */
const electorate = ({ body, shares }: Electing): AliasedExpression<Elector, 'e'> =>
  shares === null ? registeredElectors(body) : delegatedElectors(body, shares);

export async function electorCountOf(scope: TenantScope, electing: Electing): Promise<number> {
  const [row] = await scope.rows(db.selectFrom(electorate(electing)).select(sql<number>`count(*)::int`.as('electors')));
  return row?.electors ?? 0;
}

/** Those of some artisans who may vote and stand; the numbers of artisans are unique in the kingdom. */
export const electorsAmong = (scope: TenantScope, electing: Electing, ids: readonly number[]): Promise<Elector[]> =>
  scope.rows(db.selectFrom(electorate(electing)).selectAll().where('artisanId', '=', anyOf(ids, 'int')));

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
    db
      .selectFrom('delegate')
      .select('id')
      .where('region_id', '=', regionId)
      .where('body_id', '=', Number(id))
      .where('artisan_id', '=', artisanId),
  );
  return rows.length > 0;
}

/** How delegates are shared out by the election of the board above that is called; null where none is. */
export async function calledSharesOf(
  scope: TenantScope,
  { level, regionId, bodyClassId }: Above,
): Promise<Electing['shares']> {
  const [called] = await scope.rows(
    db
      .selectFrom('election as x')
      .innerJoin('body as a', (join) => join.onRef('a.region_id', '=', 'x.region_id').onRef('a.id', '=', 'x.body_id'))
      .select('x.shares')
      .where('x.region_id', '=', regionId)
      .where('x.kind', '=', 'BOARD')
      .where('x.state', '=', 'CALLED')
      .where('a.level', '=', level)
      .where('a.body_class_id', '=', bodyClassId),
  );
  return called?.shares ?? null;
}

/** How the delegates of an assembly above the province are shared out among the bodies of its base: those active now, and those that join them. */
export async function sharesNow(
  scope: TenantScope,
  above: Above,
  joining: readonly BaseBody[] = [],
): Promise<DelegateShare[]> {
  const base = [...(await activeBaseOf(scope, above)), ...joining];
  return delegateShares(base, thresholdsOn(scope, above.level, today()));
}

/** Who elects in a body now. */
export const electingNow = async (scope: TenantScope, body: Body): Promise<Electing> => ({
  body,
  shares: body.level === 'PROVINCIAL' ? null : await sharesNow(scope, body),
});

/** Who elects in an election; one that was called before shares were kept has those of now. */
export const electingIn = (scope: TenantScope, { shares }: Election, body: Body): Promise<Electing> =>
  shares === null ? electingNow(scope, body) : Promise.resolve({ body, shares });
