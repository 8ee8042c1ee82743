import { COMMON } from '../errors/common.reasons.ts';
import { domainError } from '../errors/domain-error.ts';
import { NO_GRANTS, covers, type Grants, type Role } from './roles.ts';

/** The one table of actions: which grant each of them rests on. */
const ACTIONS = {
  READ_RECORDS: 'records',
  READ_FIGURES: 'figures',
  // National identity numbers, birth dates and telephones: those who keep the register there (law 09-08, art. 3).
  READ_IDENTITY: 'capture',
  CHANGE_RECORDS: 'capture',
  // Who did what, which shows identities as well.
  READ_TRAIL: 'capture',
} as const satisfies Record<string, keyof Grants>;
export type Action = keyof typeof ACTIONS;

/** Who asks. Without a token: no role, and reference data only. */
export interface Viewer {
  readonly subject: string | null;
  readonly role: Role | null;
  readonly grants: Grants;
}

export const ANONYMOUS: Viewer = { subject: null, role: null, grants: NO_GRANTS };

/** Where something stands: a region, and a province of it unless it is the whole region's. */
export interface TerritoryRef {
  readonly regionId: number;
  readonly provinceId: number | null;
}

export const isAllowed = (viewer: Viewer, action: Action, { regionId, provinceId }: TerritoryRef): boolean =>
  covers(viewer.grants[ACTIONS[action]], regionId, provinceId);

/** Refuses a viewer who may do this nowhere at all; where they may do it is decided row by row, by the policies. */
export function requireGrant(viewer: Viewer, action: Action): void {
  if (viewer.role === null) throw domainError('UNAUTHENTICATED', { path: '', reason: COMMON.NO_TOKEN });
  const grant = ACTIONS[action];
  if (viewer.grants[grant].regions.length === 0) {
    throw domainError('FORBIDDEN', { path: '', reason: COMMON.NO_GRANT, values: { grant, role: viewer.role } });
  }
}

/** Refuses a viewer who may not change what stands there; what is the whole region's is not an officer's of one province. */
export function requireWriteAccess(viewer: Viewer, spot: TerritoryRef, path: string): void {
  requireGrant(viewer, 'CHANGE_RECORDS');
  const { province } = viewer.grants.capture;
  const narrowed = province !== null && province !== spot.provinceId;
  if (narrowed || !isAllowed(viewer, 'CHANGE_RECORDS', spot))
    throw domainError('FORBIDDEN', { path, reason: COMMON.OUT_OF_REACH });
}

/** Refuses whoever does not change the rows of the nation, tenant 0: what concerns several regions is the centre's. */
export function requireCentral(viewer: Viewer): void {
  requireGrant(viewer, 'CHANGE_RECORDS');
  if (!isAllowed(viewer, 'CHANGE_RECORDS', { regionId: 0, provinceId: null })) {
    throw domainError('FORBIDDEN', { path: '', reason: COMMON.CENTRAL_ONLY });
  }
}
