import { Refusal } from '../kernel/refusal.ts';
import { NO_GRANTS, reaches, type Grants, type Role } from './roles.ts';

/** The one table of actions: which grant each of them rests on. */
const ACTIONS = {
  READ_RECORDS: 'records',
  READ_FIGURES: 'figures',
  // National identity numbers, birth dates and telephones: those who keep the register there (law 09-08, art. 3).
  READ_IDENTITY: 'capture',
  CHANGE_RECORDS: 'capture',
} as const satisfies Record<string, keyof Grants>;
export type Action = keyof typeof ACTIONS;

/** Who asks. Without a token: nobody, with reference data only. */
export interface Viewer {
  readonly subject: string | null;
  readonly role: Role | null;
  readonly grants: Grants;
}

export const ANONYMOUS: Viewer = { subject: null, role: null, grants: NO_GRANTS };

/** Where something stands: a region, and a province of it unless it is the whole region's. */
export interface Spot {
  readonly regionId: number;
  readonly provinceId: number | null;
}

export const may = (viewer: Viewer, action: Action, { regionId, provinceId }: Spot): boolean =>
  reaches(viewer.grants[ACTIONS[action]], regionId, provinceId);

/** Refuses a viewer who may do this nowhere at all; where they may do it is decided row by row, by the policies. */
export function mustHave(viewer: Viewer, action: Action): void {
  if (viewer.role === null) {
    throw new Refusal('UNAUTHENTICATED', 'This needs a token. Send it as "Authorization: Bearer <token>".');
  }
  if (viewer.grants[ACTIONS[action]].regions.length === 0) {
    throw new Refusal(
      'FORBIDDEN',
      `This needs the grant "${ACTIONS[action]}", which the role ${viewer.role} has nowhere.`,
    );
  }
}
