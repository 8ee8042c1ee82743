import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { parseConfig, settings, type Config } from './config.ts';
import { misspelt } from './misspelt.ts';

const FILE = '.env';
const toStderr = (line: string): void => void process.stderr.write(`${line}\n`);

/** Reads `.env` where there is one, then the environment, which wins. Misspelt settings are reported, a line each. */
export function loadConfig(report = toStderr): Config {
  const file = existsSync(FILE) ? parseEnv(readFileSync(FILE, 'utf8')) : {};
  // For what is read elsewhere as well, such as the settings of the client of PostgreSQL.
  if (existsSync(FILE)) process.loadEnvFile(FILE);
  for (const line of misspelt(Object.keys(settings), process.env, file)) report(line);
  return parseConfig(process.env);
}
