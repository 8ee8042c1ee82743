import { existsSync } from 'node:fs';
import { parseConfig, type Config } from './config.ts';

/** Reads `.env` where there is one, then the environment, which wins. */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return parseConfig(process.env);
}
