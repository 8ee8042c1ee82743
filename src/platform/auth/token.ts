import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { Violations } from '../errors/violations.ts';
import type { ErrorReason, Values } from '../errors/reason.ts';
import { domainError, type Violation, type DomainError } from '../errors/domain-error.ts';
import type { Keys } from './keys.ts';
import { grantsOf, type TokenTerritory, type Role } from './roles.ts';
import { EXPECTED, TOKEN } from './token.reasons.ts';
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

/** The word for each role. */
export const WORDS = Object.fromEntries(Object.entries(ROLES).map(([word, role]) => [role, word])) as Readonly<
  Record<Role, keyof typeof ROLES>
>;

/** Which claims of a place each role must have, and which it may have. */
const PLACES: Readonly<Record<Role, { readonly needs?: 'region' | 'province'; readonly may: readonly string[] }>> = {
  PROVINCIAL_OFFICER: { needs: 'province', may: ['province', 'region'] },
  REGIONAL_OFFICER: { needs: 'region', may: ['region'] },
  REGIONAL_VIEWER: { needs: 'region', may: ['region'] },
  CENTRAL_OFFICER: { may: [] },
  CENTRAL_SERVICE: { may: [] },
  ANALYST: { may: [] },
};

const MINUTE = 60;
/** So much may the clocks of an issuer and of this machine differ. */
const SKEW_SECONDS = MINUTE;

const claims = z.object({
  // It is written in the audit log and read there: no blank, control or bidirectional character.
  sub: z.string().regex(/^[\x21-\x7e]{1,128}$/),
  iat: z.number().nonnegative(),
  exp: z.number().nonnegative(),
  role: z.enum(roleWords),
  region: z
    .string()
    .regex(/^MA-(0[1-9]|1[0-2])$/)
    .optional(),
  province: z
    .string()
    .regex(/^(MA-[A-Z]{3}|\d{2}\.\d{3})$/)
    .optional(),
});
type Claims = z.infer<typeof claims>;

export interface TokenRules {
  /** The longest time from the issue of a token to its expiry, in seconds. */
  readonly maxLife: number;
}

export interface TokenSettings extends TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: Keys;
  /** Finds a province by its code (03.231) or ISO code (MA-FES). */
  readonly findProvince: (code: string) => TokenTerritory['province'];
}

const because = (reason: ErrorReason, values: Values = {}): Violation => ({ path: 'token', reason, values });
const refused = (reason: ErrorReason, values?: Values): DomainError =>
  domainError('UNAUTHENTICATED', because(reason, values));

const expectedOf = (claim: string): Values[string] => {
  if (claim === 'role') return roleWords.join(', ');
  return EXPECTED[claim in EXPECTED ? (claim as keyof typeof EXPECTED) : 'other'];
};

const wrongClaim = (claim: string): Violation => ({
  path: `token.${claim}`,
  reason: TOKEN.TOKEN_CLAIM,
  values: { claim, expected: expectedOf(claim) },
});

function refusalFor(error: unknown): DomainError {
  if (error instanceof errors.JWTExpired) return refused(TOKEN.TOKEN_EXPIRED);
  if (error instanceof errors.JWTClaimValidationFailed) return domainError('UNAUTHENTICATED', wrongClaim(error.claim));
  if (error instanceof errors.JWKSNoMatchingKey) return refused(TOKEN.TOKEN_KEY_UNKNOWN);
  if (error instanceof errors.JWKSMultipleMatchingKeys) return refused(TOKEN.TOKEN_KEY_UNNAMED);
  if (error instanceof errors.JWSSignatureVerificationFailed) return refused(TOKEN.TOKEN_SIGNATURE);
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return refused(TOKEN.TOKEN_ALGORITHM, { algorithms: ALGORITHMS.join(', ') });
  }
  return refused(TOKEN.TOKEN_UNREADABLE);
}

/** A key that cannot be used is a fault of the key server and not of the token. */
const isOfKeys = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) || error instanceof errors.JWKSInvalid || error.code === errors.JOSEError.code;

async function verified(token: string, settings: TokenSettings): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(token, settings.keys.find, {
      algorithms: ALGORITHMS,
      issuer: settings.issuer,
      audience: settings.audience,
      requiredClaims: ['sub', 'iat', 'exp', 'iss', 'aud'],
    });
    return payload;
  } catch (error) {
    if (isOfKeys(error)) throw error;
    throw refusalFor(error);
  }
}

/** What is wrong with the time of a token. */
function timeFaults({ iat, exp }: Claims, { maxLife }: TokenRules): Violation[] {
  const faults = new Violations();
  faults.addIf(iat > Date.now() / 1000 + SKEW_SECONDS, 'token.iat', TOKEN.TOKEN_FROM_FUTURE);
  const [life, limit] = [Math.ceil((exp - iat) / MINUTE), Math.floor(maxLife / MINUTE)];
  faults.addIf(exp - iat > maxLife, 'token.exp', TOKEN.TOKEN_LIVES_TOO_LONG, { life, limit });
  return faults.found;
}

/** What a token says of places that its role needs and it lacks, or that its role must not have. */
function placeFaults(given: Claims): Violation[] {
  const faults = new Violations();
  const { role } = given;
  const { needs, may } = PLACES[ROLES[role]];
  const lacking = needs === 'province' ? TOKEN.TOKEN_NEEDS_PROVINCE : TOKEN.TOKEN_NEEDS_REGION;
  faults.addIf(needs !== undefined && given[needs] === undefined, `token.${needs ?? ''}`, lacking, { role });
  for (const claim of ['region', 'province'] as const) {
    const isTooMuch = given[claim] !== undefined && !may.includes(claim);
    faults.addIf(isTooMuch, `token.${claim}`, TOKEN.TOKEN_TOO_MUCH, { claim, role });
  }
  return faults.found;
}

/** The claims of a token whose signature was checked, or that is to be signed; refused with all that is wrong with them. */
export function checkedClaims(payload: unknown, rules: TokenRules): Claims {
  const parsed = claims.safeParse(payload);
  const faults = new Violations();
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    throw domainError('UNAUTHENTICATED', [...names].map(wrongClaim));
  }
  faults.addAll([...timeFaults(parsed.data, rules), ...placeFaults(parsed.data)]);
  faults.throwIfAny('UNAUTHENTICATED');
  return parsed.data;
}

function postingOf({ region, province }: Claims, findProvince: TokenSettings['findProvince']): TokenTerritory {
  const regionId = region === undefined ? undefined : Number(region.slice(3));
  if (province === undefined) return { region: regionId };
  const found = findProvince(province);
  if (found === undefined) throw refused(TOKEN.TOKEN_PROVINCE_UNKNOWN, { province });
  if (regionId !== undefined && found.regionId !== regionId) {
    throw refused(TOKEN.TOKEN_PROVINCE_ELSEWHERE, { region: region ?? '', province });
  }
  return { region: regionId, province: found };
}

/** A viewer whose token was checked, and until when it holds, in milliseconds. */
export interface Verified {
  readonly viewer: Viewer;
  readonly until: number;
}

/** The viewer of a token. One that is not right is refused with the reason: never a silent anonymous. */
export async function viewerOfToken(token: string, settings: TokenSettings): Promise<Verified> {
  const given = checkedClaims(await verified(token, settings), settings);
  const role = ROLES[given.role];
  const grants = grantsOf(role, postingOf(given, settings.findProvince));
  return { viewer: { subject: given.sub, role, grants }, until: given.exp * 1000 };
}
