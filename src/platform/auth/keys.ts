import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import { temporaryError, type DomainError } from '../errors/domain-error.ts';
import { TOKEN } from './token.reasons.ts';

const ALGORITHM = 'EdDSA';
const KEY_FILE = 'token-key.json';

async function keyIn(file: string): Promise<JWK | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as JWK);
}

/** The private key for development, made on the first start and readable by its owner only. */
async function localKey(dir: string): Promise<JWK> {
  const file = join(dir, KEY_FILE);
  const existing = await keyIn(file);
  if (existing !== undefined) return existing;
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: ALGORITHM, kid: 'development' };
  await mkdir(dir, { recursive: true });
  // Of several processes that make one at once, the first is right: a link is made whole, and once.
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, JSON.stringify(key), { mode: 0o600 });
  await link(own, file).catch(() => undefined);
  await rm(own);
  const kept = await keyIn(file);
  if (kept === undefined) throw new Error(`${file} could not be made.`);
  return kept;
}

/** The keys that tokens are checked with. */
export interface Keys {
  readonly find: JWTVerifyGetKey;
  /** Raised whenever keys are added or withdrawn: what was checked before must be checked again. */
  readonly revision: number;
  close(): void;
}

const RETRY_AFTER_SECONDS = 5;

/** A token cannot be checked at the moment; it may be right. */
export const keysUnavailable = (cause?: unknown): DomainError =>
  temporaryError(
    'SERVICE_UNAVAILABLE',
    { reason: TOKEN.KEYS_UNAVAILABLE, values: { seconds: RETRY_AFTER_SECONDS } },
    cause,
  );

/** The one key for development, which never changes. */
export async function localKeys(dir: string): Promise<Keys> {
  const { d: _private, ...publicKey } = await localKey(dir);
  return { find: createLocalJWKSet({ keys: [publicKey] }), revision: 0, close: () => undefined };
}

export interface TokenClaims {
  readonly subject: string;
  readonly role: string;
  readonly region?: string | undefined;
  readonly province?: string | undefined;
}

export interface Signing {
  readonly dir: string;
  readonly issuer: string;
  readonly audience: string;
  /** How long the token holds, such as "12h". */
  readonly expiresIn: string;
}

/** Signs a token for development with the local key. */
export async function signToken(claims: TokenClaims, signing: Signing): Promise<string> {
  const key = await importJWK(await localKey(signing.dir), ALGORITHM);
  const { subject, ...rest } = claims;
  return new SignJWT({ ...rest })
    .setProtectedHeader({ alg: ALGORITHM, kid: 'development', typ: 'JWT' })
    .setSubject(subject)
    .setIssuer(signing.issuer)
    .setAudience(signing.audience)
    .setIssuedAt()
    .setExpirationTime(signing.expiresIn)
    .sign(key);
}
