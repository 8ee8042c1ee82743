import { Authenticator } from '../../src/platform/auth/authenticator.ts';
import { localKeys } from '../../src/platform/auth/keys.ts';
import type { Viewer } from '../../src/platform/auth/viewer.ts';
import { gatewayPassword, gatewayUrl } from '../../src/platform/postgres/pool.ts';

/** What each contestant is started with. */
export interface Settings {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly folder: string;
}

export const ISSUER = 'hiraf';
export const AUDIENCE = 'hiraf-api';
const DAY_SECONDS = 86_400;

/** The rivals check tokens by the same code as hiraf, its memory of checked tokens included. */
export async function authenticatorOf({ folder }: Settings): Promise<Authenticator> {
  const keys = await localKeys(folder);
  const maxLife = DAY_SECONDS;
  return new Authenticator({ issuer: ISSUER, audience: AUDIENCE, maxLife, keys, findProvince: () => undefined });
}

export function gatewayAddress({ databaseUrl }: Settings): string {
  return gatewayUrl(databaseUrl, gatewayPassword(databaseUrl, undefined));
}

const listed = (regions: readonly number[]): string => `{${regions.join(',')}}`;

/** The same role and the same session settings that hiraf gives a viewer. */
export function sessionOf({ grants }: Viewer): Record<string, string> {
  return {
    role: grants.capture.regions.length > 0 ? 'hiraf_capture' : 'hiraf_records',
    'app.records': listed(grants.records.regions),
    'app.capture': listed(grants.capture.regions),
    'app.figures': listed(grants.figures.regions),
    'app.province': '',
  };
}
