import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig, settings } from './config.ts';

describe('the configuration', () => {
  it('is listed in .env.template, key for key', () => {
    const template = readFileSync(new URL('../../.env.template', import.meta.url), 'utf8');
    const keys = [...template.matchAll(/^([A-Z_]+)=/gm)].map(([, key]) => key);
    expect(keys.sort()).toEqual(Object.keys(settings).sort());
  });

  it('takes an empty value as none', () => {
    expect(parseConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: undefined, port: 4000 });
  });

  it('tells all problems together', () => {
    const parse = () => parseConfig({ PORT: 'x', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' });
    expect(parse).toThrow(/DATABASE_URL[^]*PORT[^]*LOG_LEVEL|PORT[^]*DATABASE_URL[^]*LOG_LEVEL/);
  });

  it('refuses production without a database and the keys of tokens', () => {
    expect(() => parseConfig({ NODE_ENV: 'production' })).toThrow(/JWKS_URL[^]*DATABASE_URL/);
  });

  it('loads nobody invented in production', () => {
    const env = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://o:p@db/hiraf',
      JWKS_URL: 'https://keys.example/jwks',
    };
    expect(parseConfig({ ...env, DEMO_ARTISANS: '500' }).demoArtisans).toBe(0);
  });

  it('gives a load balancer in production time to learn that a server stops, and a developer none to lose', () => {
    const env = { DATABASE_URL: 'postgres://o:p@db/hiraf', JWKS_URL: 'https://keys.example/jwks' };
    expect(parseConfig({ ...env, NODE_ENV: 'production' }).stopGraceMs).toBe(5000);
    expect(parseConfig({}).stopGraceMs).toBe(300);
    expect(parseConfig({ STOP_GRACE: '0' }).stopGraceMs).toBe(0);
    expect(parseConfig({}).stopTimeoutMs).toBe(25_000);
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(parseConfig({}))).toBe(true);
  });
});
