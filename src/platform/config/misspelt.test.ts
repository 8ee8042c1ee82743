import { describe, expect, it } from 'vitest';
import { settings } from './config.ts';
import { misspelt } from './misspelt.ts';

const NAMES = Object.keys(settings);

describe('a setting under a wrong name', () => {
  it.each([
    ['POOLSIZE', 'POOL_SIZE'],
    ['pool_size', 'POOL_SIZE'],
    ['HIRAF_POOL_SIZE', 'POOL_SIZE'],
    ['DEMO_ARTISAN', 'DEMO_ARTISANS'],
    ['JWKSURL', 'JWKS_URL'],
    ['JWT_ISUSER', 'JWT_ISSUER'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['port', 'PORT'],
  ])('is reported in the environment with the right name: %s', (name, right) => {
    expect(misspelt(NAMES, { [name]: 'x' }, {})).toEqual([
      `${name} is set, which is no setting of hiraf. Is it ${right}?`,
    ]);
  });

  it('is reported in .env, whatever its name', () => {
    const file = { JWT_ISUER: 'x', COLOUR: 'blue', PORT: '1' };
    expect(misspelt(NAMES, file, file)).toEqual([
      '.env sets JWT_ISUER, which is no setting of hiraf. Is it JWT_ISSUER?',
      '.env sets COLOUR, which is no setting of hiraf. .env.template lists them all.',
    ]);
  });

  it('is not looked for among the names of other programs', () => {
    const names = [
      'PATH',
      'HOME',
      'HOSTNAME',
      'PORTS',
      'POST',
      'SORT',
      'PGPORT',
      'LANG',
      'npm_config_port',
      'NODE_OPTIONS',
    ];
    expect(misspelt(NAMES, Object.fromEntries(names.map((name) => [name, 'x'])), {})).toEqual([]);
  });

  it('is left alone where the right one is set as well', () => {
    expect(misspelt(NAMES, { DATABASE_URI: 'x', DATABASE_URL: 'y' }, {})).toEqual([]);
    expect(misspelt(NAMES, Object.fromEntries(NAMES.map((name) => [name, 'x'])), {})).toEqual([]);
  });
});
