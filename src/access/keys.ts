import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';

const ALGORITHM = 'EdDSA';
const KEY_FILE = 'token-key.json';

/** The private key for development, made on the first start and readable by its owner only. */
async function localKey(dir: string): Promise<JWK> {
  const file = join(dir, KEY_FILE);
  const existing = await readFile(file, 'utf8').catch(() => undefined);
  if (existing !== undefined) return JSON.parse(existing) as JWK;
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: ALGORITHM, kid: 'development' };
  await mkdir(dir, { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(key), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return key;
}

/** The keys that tokens are checked with: a remote set where one is configured, else the local one. */
export async function verificationKeys(jwksUrl: string | undefined, dir: string): Promise<JWTVerifyGetKey> {
  if (jwksUrl !== undefined) return createRemoteJWKSet(new URL(jwksUrl));
  const { d: _private, ...publicKey } = await localKey(dir);
  return createLocalJWKSet({ keys: [publicKey] });
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
