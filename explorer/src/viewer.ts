import type { Need } from './entry.ts';
import type { Words } from './language.ts';
import type { Messages } from './messages.ts';

export interface Territory {
  readonly code: string;
  readonly name: Words;
}

/** Who the server says that we are. */
export interface Viewer {
  readonly role: keyof Messages['roles'] | null;
  readonly grants: Readonly<Record<Grant, readonly Territory[]>>;
  /** Those whose records are in sight, at least for one province. */
  readonly regions: readonly (Territory & { readonly provinces: readonly { readonly code: string }[] })[];
}

export const GRANTS = ['capture', 'records', 'figures'] as const;
type Grant = (typeof GRANTS)[number];

const NAMED = '{ code name { ar fr en } }';
export const VIEWER_QUESTION = `{ viewer { role grants { capture ${NAMED} records ${NAMED} figures ${NAMED} }
  regions { code name { ar fr en } provinces { code } } } }`;

type Lack = 'needsFigures' | 'needsRecords' | 'needsCapture' | 'centreOnly' | 'outOfReach';

const WITHOUT_TOKEN = {
  figures: 'needsFigures',
  records: 'needsRecords',
  capture: 'needsCapture',
  centre: 'needsCapture',
} as const;

/** What stands between a viewer and the full answer to an entry; null where nothing does. */
export function lacks(viewer: Viewer | null, need: Need): Lack | null {
  if (need === 'nothing') return null;
  if (viewer?.role == null) return WITHOUT_TOKEN[need];
  if (need === 'centre') return viewer.role === 'CENTRAL_OFFICER' ? null : 'centreOnly';
  return viewer.grants[need].length > 0 ? null : 'outOfReach';
}
