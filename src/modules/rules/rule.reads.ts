import type { Thresholds } from './rule.rules.ts';
import { sql } from 'kysely';
import type { ReferenceSource } from '../../platform/tenancy/reference.ts';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { queriesOn, type QueryRunner } from '../../platform/postgres/sql.ts';
import { localizedNameOf } from '../../platform/graphql/localized-name.type.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { memoizeByObject } from '../../platform/lib/memoize.ts';
import type { BodyLevel } from '../committees/committee.rules.ts';
import type { OfficeTable, RuleTable } from './rule.table.ts';
import type { Office, Rule } from './rule.type.ts';

const db = queriesOn<typeof RuleTable | typeof OfficeTable>();

const NAMES = ['name_ar as nameAr', 'name_fr as nameFr', 'name_en as nameEn'] as const;
const LOWEST_FIRST = sql`array_position(array['PROVINCIAL', 'REGIONAL', 'NATIONAL'], level)`;
const KEPT_AT_MOST = 100;

export interface BodyReference {
  readonly rules: readonly Rule[];
  readonly offices: readonly Office[];
  readonly officeById: ReadonlyMap<number, Office>;
}

const RULES = db
  .selectFrom('rule')
  .select(['code', 'level', 'value', ...NAMES])
  .select(['valid_from as validFrom', 'valid_to as validTo', 'mark as sourceStatus', 'source'])
  .orderBy(LOWEST_FIRST)
  .orderBy('rank')
  .orderBy('valid_from');

const OFFICES = db
  .selectFrom('office')
  .select(['id', 'code', 'seats', ...NAMES])
  .orderBy('id');

async function load(run: QueryRunner): Promise<BodyReference> {
  const rules = await run(RULES);
  const rows = await run(OFFICES);
  const offices = rows.map((row): Office => {
    const { code, seats } = row;
    const office = { id: globalId('Office', row.id), officeId: row.id, code, seats, name: localizedNameOf(row) };
    return { ...{ __typename: 'Office' }, ...office };
  });
  return {
    rules: rules.map(({ nameAr, nameFr, nameEn, ...rule }) => ({
      ...rule,
      name: localizedNameOf({ nameAr, nameFr, nameEn }),
    })),
    offices,
    officeById: new Map(offices.map((office) => [office.officeId, office])),
  };
}

export const bodySource: ReferenceSource<BodyReference> = { name: 'rules and offices', load };

export const bodyReference = (scope: TenantScope): BodyReference => scope.reference(bodySource);

// The rules of each reference that was loaded, by level and day; a reference that is loaded again starts with none.
const holding = memoizeByObject((_reference: BodyReference) => new Map<string, Rule[]>());

/** The rules of a level that hold on a day, in their order. */
export function rulesOn(scope: TenantScope, level: BodyLevel, day: string): readonly Rule[] {
  const reference = bodyReference(scope);
  const known = holding(reference);
  const key = `${level} ${day}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const rules = reference.rules.filter(
    (rule) => rule.level === level && rule.validFrom <= day && (rule.validTo === null || day < rule.validTo),
  );
  // Of today, and seldom of another day: a few days are kept, not every day that a client asks for.
  if (known.size < KEPT_AT_MOST) known.set(key, rules);
  return rules;
}

// The list of rules of a level stays the same for a day.
const thresholdsOf = memoizeByObject(
  (rules: readonly Rule[]): Thresholds => new Map(rules.map(({ code, value }) => [code, value])),
);

/** The thresholds of a level on a day, by code. */
export const thresholdsOn = (scope: TenantScope, level: BodyLevel, day: string): Thresholds =>
  thresholdsOf(rulesOn(scope, level, day));
