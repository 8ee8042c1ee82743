import { sql, type RawBuilder } from 'kysely';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { type Artisan, ArtisanOrder, type ArtisanFilter, type ArtisanListArgs } from './artisan.type.ts';
import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import { requireGrant } from '../../platform/auth/viewer.ts';
import { selectList, type ColumnsOf } from '../../platform/postgres/columns.ts';
import { idsOf, queriesOn, regionsOf } from '../../platform/postgres/sql.ts';
import type { ArtisanTable } from './artisan.table.ts';
import type { Anchors } from '../../platform/postgres/keyset.ts';
import { listOf, type LazyConnection, type ListSpec, type ColumnDependencies } from '../../platform/graphql/list.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, type TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { badInput } from '../../platform/errors/domain-error.ts';
import { asciiDigits } from '../../platform/lib/texts.ts';
import { professionsOf, searchOf, type Search } from './artisan.filter.ts';
import { inRanges, oneOf } from '../../platform/graphql/filter.input.ts';

const db = queriesOn<typeof ArtisanTable>();

/** The columns that law 09-08 protects most; the database grants them to the capture role only. */
export interface Identity {
  readonly id: number;
  readonly birthDate: string | null;
  readonly nationalId: string | null;
  readonly companyId: string | null;
  readonly phone: string | null;
}

/** What is sensitive of a person, wherever it is shown. */
export const IDENTITY_FIELDS = ['birthDate', 'nationalId', 'companyId', 'phone'] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

export const identitiesOf: Batch<Artisan, Identity | null> = async (scope, artisans) => {
  const rows = await scope.rows(
    db
      .selectFrom('artisan')
      .select(['id', 'birth_date as birthDate', 'national_id as nationalId', 'company_id as companyId', 'phone'])
      .where('region_id', '=', regionsOf(artisans))
      .where('id', '=', idsOf(artisans)),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return artisans.map(({ id }) => byId.get(Number(id)) ?? null);
};

/** Field -> column. The columns of identity are absent: they are read by `identitiesOf` only. */
const ARTISAN_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  professionId: 't.profession_id',
  bodyId: 't.body_id',
  registerNumber: 't.register_number',
  kind: 't.kind',
  nameAr: 't.name_ar',
  nameLatin: 't.name_latin',
  sex: 't.sex',
  ageBand: 't.age_band',
  qualification: 't.qualification',
  practising: 't.practising',
  workerCount: 't.worker_count',
  registerState: 't.register_state',
  appliedOn: 't.applied_on',
  registeredOn: 't.registered_on',
  deletedOn: 't.deleted_on',
  deletionGround: 't.deletion_ground',
  memberSince: 't.member_since',
  version: 't.version',
} as const satisfies ColumnsOf<typeof ArtisanTable, Artisan>;

const columns: Record<string, string> = { ...ARTISAN_COLUMNS, __typename: `'Artisan'` };

// Identities are read by themselves, for those who hold the grant where the artisan is.
const NEEDS: ColumnDependencies = {
  ...{ region: [], province: [], profession: ['professionId'] },
  ...Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, []])),
};

/** Written and audited, but part of no answer. */
type Unshown = Omit<Identity, 'id'> & { readonly deletionReason: string | null };
/** The names folded for search. */
interface SearchKeys {
  readonly searchAr: string;
  readonly searchArReversed: string | null;
  readonly searchLatin: string;
  readonly searchLatinReversed: string | null;
}

/** How an artisan is changed. */
export const ARTISAN: EntityMapping<Artisan> = {
  type: 'Artisan',
  table: 'artisan',
  columns: ARTISAN_COLUMNS,
  writeOnly: {
    birthDate: 't.birth_date',
    nationalId: 't.national_id',
    companyId: 't.company_id',
    phone: 't.phone',
    deletionReason: 't.deletion_reason',
  } satisfies ColumnsOf<typeof ArtisanTable, Unshown>,
  derived: {
    ...{ searchAr: 't.search_ar', searchArReversed: 't.search_ar_reversed' },
    ...{ searchLatin: 't.search_latin', searchLatinReversed: 't.search_latin_reversed' },
  } satisfies ColumnsOf<typeof ArtisanTable, SearchKeys>,
};

function orderingOf(args: ArtisanListArgs, search: Search | null): ListSpec['ordering'] {
  if (search !== null) {
    if (args.orderBy) throw badInput('orderBy', 'A search is ordered by the name that matched; leave "orderBy" out.');
    return { name: `search:${search.term}`, column: 'search_ar', cast: 'text', descending: false };
  }
  return ArtisanOrder.orderingOf(args.orderBy);
}

const conditionsOf = (filter: ArtisanFilter): RawBuilder<unknown>[] => {
  const { kinds: kind, sexes: sex, ageBands, registerStates, appliedOn, registeredOn } = filter;
  return [
    ...oneOf({ kind, sex, age_band: ageBands, register_state: registerStates }),
    ...inRanges({ appliedOn: ['applied_on', appliedOn], registeredOn: ['registered_on', registeredOn] }),
  ];
};

// In the order of ids, each profession is one descent of its index; in another order it only filters.
const spreads = (spec: { anchor: string | null; ordering: ListSpec['ordering'] }): boolean =>
  spec.anchor === null && spec.ordering.column === 'id';

/** The artisans below one anchor column (`province_id`, `body_id`) or of whole regions (null). */
export function artisansBelow(
  scope: TenantScope,
  at: { anchor: string | null; anchors: Anchors },
  args: ArtisanListArgs,
): LazyConnection<Artisan> {
  requireGrant(scope.viewer, 'READ_RECORDS');
  const filter = args.filter ?? {};
  const search = searchOf(filter.search);
  const professions = professionsOf(scope, filter);
  const ordering = orderingOf(args, search);
  const spread = professions !== null && spreads({ anchor: at.anchor, ordering });
  const anchor = spread ? 'profession_id' : at.anchor;
  const anchors = spread
    ? at.anchors.flatMap(({ regionId }) => professions.map((value) => ({ regionId, value })))
    : at.anchors;
  const where = conditionsOf(filter);
  if (professions !== null && !spread) where.push(sql`t.profession_id = any(${professions}::smallint[])`);
  const cut = JSON.stringify([filter, spread]);
  const spec = { table: 'artisan', columns, anchor, anchors, ordering, where, cut, needs: NEEDS };
  return listOf<Artisan>(scope, search === null ? spec : { ...spec, branches: search.branches }, args);
}

export const artisansIn = (scope: TenantScope, place: TerritoryScope, args: ArtisanListArgs): LazyConnection<Artisan> =>
  artisansBelow(
    scope,
    { anchor: place.provinceId === null ? null : 'province_id', anchors: visibleAnchors(scope, place) },
    args,
  );

const selected = selectList(columns);

/** Artisans by number, in any region that the viewer may read; null where there is none. */
export const artisansByIds: Batch<number, Artisan | null> = rowsByIds('artisan', columns);

export async function artisanByRegisterNumber(scope: TenantScope, registerNumber: string): Promise<Artisan | null> {
  requireGrant(scope.viewer, 'READ_RECORDS');
  const number = asciiDigits(registerNumber).trim();
  const [row] = await scope.rows<Artisan>(sql`
    select ${selected} from artisan t
    where t.region_id = any(${scope.viewer.grants.records.regions}::smallint[]) and t.register_number = ${number}`);
  return row ?? null;
}
