import { globalId } from '../src/platform/lib/global-id.ts';
import { idOf, type Row, type Spot } from '../tests/support/canaries.ts';
import type { Asked } from './drafts.ts';
import type { Received } from './requests.ts';

const CANDIDATES = 40;

/** An id of a type that names nothing, as long as a given one: also the places of errors are then the same. */
function inventedFor({ type, id }: Row, exists: ReadonlySet<string>): string | undefined {
  const largest = 10 ** String(id).length - 1;
  const numbers = Array.from({ length: CANDIDATES }, (_, index) => largest - index).filter((number) => number > 0);
  const ids = numbers.map((number) => globalId(type, number));
  return ids.find((one) => one.length === globalId(type, id).length && !exists.has(one));
}

/** A register number that nobody has, as long as a given one. */
const otherNumber = (number: string): string => number.replaceAll(/^(\D?)\d/g, (_, head: string) => `${head}x`);

const SPOT = /zqR(\d+)P(\d+)z/;

export interface Words {
  readonly rows: readonly Row[];
  /** The ids that there are, also those that are not among the rows. */
  readonly exists: ReadonlySet<string>;
  readonly registerNumbers: readonly string[];
}

/** Words that name what a viewer does not see, each with one that names nothing at all. */
export function twinsFor(words: Words, inSight: (spot: Spot) => boolean): ReadonlyMap<string, string> {
  const twins = new Map<string, string>();
  for (const row of words.rows.filter((one) => !inSight(one))) {
    const invented = inventedFor(row, words.exists);
    if (invented !== undefined) twins.set(idOf(row), invented);
  }
  for (const number of words.registerNumbers) {
    const [, region, province] = SPOT.exec(number) ?? [];
    const spot = { region: Number(region), province: Number(province) };
    if (region !== undefined && !inSight(spot)) twins.set(number, otherNumber(number));
  }
  return twins;
}

function replaced(text: string, twins: ReadonlyMap<string, string>): string {
  return text.replaceAll(/"([^"\\]{6,})"/g, (whole, word: string) => {
    const twin = twins.get(word);
    return twin === undefined ? whole : `"${twin}"`;
  });
}

/** The same question of what names nothing; undefined where nothing that may not be read is named. */
export function twinOf(asked: Asked, twins: ReadonlyMap<string, string>): Asked | undefined {
  const query = replaced(asked.query, twins);
  const variables = replaced(asked.variables, twins);
  return query === asked.query && variables === asked.variables ? undefined : { ...asked, query, variables };
}

// The moment of a snapshot and the id of a request are each answer's own.
export const MOVES = /"(?:\d{4}-\d\d-\d\dT[\d:.]+Z|[0-9a-f]{8}-[0-9a-f-]{27})"/g;

/** An answer without what differs between two answers to one question, and with both words as one. */
export function comparable({ status, text }: Received, twins: ReadonlyMap<string, string>): string {
  let compared = text.replaceAll(MOVES, '"…"');
  for (const [word, twin] of twins) {
    if (compared.includes(word) || compared.includes(twin)) {
      compared = compared.replaceAll(word, '«word»').replaceAll(twin, '«word»');
    }
  }
  return `${String(status)} ${compared}`;
}
