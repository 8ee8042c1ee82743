import { sql, type RawBuilder } from 'kysely';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import type { Branch } from '../../platform/postgres/keyset.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { INPUT } from '../../platform/errors/input.reasons.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { foldName, isArabic } from '../../platform/lib/search-key.ts';
import { bodyClassByCode, nomenclatureOf, professionByCode, sectorByCode } from '../professions/profession.reads.ts';
import type { ArtisanFilter } from './artisan.type.ts';

const SHORTEST_SEARCH = 2;
const LONGEST_SEARCH = 100;
const SEARCH = 'filter.search';

export interface Search {
  readonly term: string;
  readonly branches: readonly Branch[];
}

/** The professions that a filter leaves, as numbers; null where it does not speak of professions. */
export function professionsOf(scope: TenantScope, filter: ArtisanFilter): number[] | null {
  const { professions, classOfProfession } = nomenclatureOf(scope);
  const lists: ((professionId: number, sectorId: number) => boolean)[] = [];
  if (filter.profession) {
    const { professionId } = professionByCode(scope, filter.profession, 'filter.profession');
    lists.push((id) => id === professionId);
  }
  if (filter.sector) {
    const { sectorId } = sectorByCode(scope, filter.sector, 'filter.sector');
    lists.push((_, sector) => sector === sectorId);
  }
  if (filter.bodyClass) {
    const { bodyClassId } = bodyClassByCode(scope, filter.bodyClass, 'filter.bodyClass');
    lists.push((id) => classOfProfession.get(id) === bodyClassId);
  }
  if (lists.length === 0) return null;
  return professions
    .filter(({ professionId, sectorId }) => lists.every((holds) => holds(professionId, sectorId)))
    .map(({ professionId }) => professionId);
}

// The largest code point: whatever starts with the term sorts before the term followed by it.
const LAST = '\u{10ffff}';

// As a range and not as `^@`, which a prepared statement without known values could not look up in an index.
const startsWith = (column: string, term: string): RawBuilder<unknown> =>
  sql`(t.${sql.raw(column)} >= ${term} and t.${sql.raw(column)} < ${term + LAST})`;

/** Finds names by their beginning, given or family name first; a row that both find is found once. */
export function searchOf(text: string | null | undefined): Search | null {
  if (text === null || text === undefined) return null;
  if (text.trim().length > LONGEST_SEARCH) {
    throw domainError('BAD_USER_INPUT', {
      path: SEARCH,
      reason: COMMON.TEXT_TOO_LONG,
      values: { limit: LONGEST_SEARCH },
    });
  }
  const term = foldName(text);
  if (term.length < SHORTEST_SEARCH) {
    throw domainError('BAD_USER_INPUT', {
      path: SEARCH,
      reason: INPUT.SEARCH_TOO_SHORT,
      values: { least: SHORTEST_SEARCH },
    });
  }
  const column = isArabic(term) ? 'search_ar' : 'search_latin';
  const reversed = `${column}_reversed`;
  const found = startsWith(column, term);
  return {
    term,
    branches: [
      { column, where: [found] },
      { column: reversed, where: [startsWith(reversed, term), sql`not ${found}`] },
    ],
  };
}
