import { parseArgs } from 'node:util';
import { decodeJwt } from 'jose';
import { signToken } from '../platform/auth/keys.ts';
import { checkedClaims, roleWords } from '../platform/auth/token.ts';
import { loadConfig } from '../platform/config/load.ts';

const USAGE = `Usage: npm run -s token -- --role <role> [--region MA-03] [--province MA-FES] [--subject name] [--expires 12h]
Roles: ${roleWords.join(', ')}
A provincial officer needs --province, a regional officer or viewer --region, the others neither.`;

/** Prints a token for development and nothing else. */
async function main(): Promise<void> {
  const options = {
    role: { type: 'string' },
    region: { type: 'string' },
    province: { type: 'string' },
    subject: { type: 'string', default: 'developer' },
    expires: { type: 'string', default: '12h' },
  } as const;
  const { role, region, province, subject, expires } = parseArgs({ options }).values;
  const config = loadConfig();
  if (config.production || config.jwt.jwksUrl !== undefined) {
    throw new Error('Development tokens are not made in production, nor where JWKS_URL names the keys.');
  }
  if (role === undefined || !(roleWords as string[]).includes(role)) throw new Error(USAGE);
  const { issuer, audience } = config.jwt;
  const signing = { dir: config.dataDir, issuer, audience, expiresIn: expires };
  const token = await signToken({ subject, role, region, province }, signing);
  checkedClaims(decodeJwt(token), config.jwt);
  process.stdout.write(`${token}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
