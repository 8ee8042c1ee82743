import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { Refusal } from '../kernel/refusal.ts';
import { grantsOf, type Posting, type Role } from './roles.ts';
import type { Viewer } from './viewer.ts';

const ALGORITHMS = ['EdDSA', 'ES256', 'RS256', 'PS256'];
const ROLES = {
  'provincial-officer': 'PROVINCIAL_OFFICER',
  'regional-officer': 'REGIONAL_OFFICER',
  'regional-viewer': 'REGIONAL_VIEWER',
  'central-officer': 'CENTRAL_OFFICER',
  'central-service': 'CENTRAL_SERVICE',
  analyst: 'ANALYST',
} as const satisfies Record<string, Role>;

/** The words for roles in tokens and on the command line. */
export const roleWords = Object.keys(ROLES) as [keyof typeof ROLES, ...(keyof typeof ROLES)[]];

const claims = z.object({
  sub: z.string().min(1),
  exp: z.number(),
  role: z.enum(roleWords),
  region: z
    .string()
    .regex(/^MA-(0[1-9]|1[0-2])$/)
    .optional(),
  province: z.string().min(1).optional(),
});

export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  /** Finds a province by its code (03.231) or ISO code (MA-FES). */
  readonly findProvince: (code: string) => Posting['province'];
}

const refused = (reason: string): Refusal => new Refusal('UNAUTHENTICATED', reason);

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired. Get a new one.';
  if (error instanceof errors.JWTClaimValidationFailed) return `The claim "${error.claim}" of the token is not valid.`;
  if (error instanceof errors.JWKSNoMatchingKey) return 'The token is signed by a key that is not known here.';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'The signature of the token is not valid.';
  if (error instanceof errors.JOSEAlgNotAllowed) return `The token is not signed by one of ${ALGORITHMS.join(', ')}.`;
  return 'The token is not a JSON Web Token that can be read here.';
}

/** A key server that does not answer, or answers no keys, is a fault of ours and not of the token. */
function isOfKeyServer(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return true;
  return !(error instanceof errors.JOSEError) || error.code === errors.JOSEError.code;
}

async function verified(token: string, settings: TokenSettings): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(token, settings.keys, {
      algorithms: ALGORITHMS,
      issuer: settings.issuer,
      audience: settings.audience,
      requiredClaims: ['sub', 'exp', 'iss', 'aud'],
    });
    return payload;
  } catch (error) {
    if (isOfKeyServer(error)) throw error;
    throw refused(reasonOf(error));
  }
}

/** A viewer whose token was checked, and until when it holds, in milliseconds. */
export interface Verified {
  readonly viewer: Viewer;
  readonly until: number;
}

/** The viewer of a token. One that is not right is refused with the reason: never a silent anonymous. */
export async function viewerOfToken(token: string, settings: TokenSettings): Promise<Verified> {
  const parsed = claims.safeParse(await verified(token, settings));
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => `"${issue.path.join('.')}"`);
    throw refused(`The token lacks a valid claim ${[...new Set(names)].join(', ')}.`);
  }
  const { sub, exp, role, region, province } = parsed.data;
  const posting = {
    region: region === undefined ? undefined : Number(region.slice(3)),
    province: province === undefined ? undefined : settings.findProvince(province),
  };
  if (province !== undefined && posting.province === undefined) {
    throw refused(`The token names the province "${province}", which does not exist.`);
  }
  return { viewer: { subject: sub, role: ROLES[role], grants: grantsOf(ROLES[role], posting) }, until: exp * 1000 };
}
