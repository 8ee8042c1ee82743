import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig, settings } from './config.ts';
import { DOCUMENT_LIMITS } from './limits.ts';

describe('the configuration', () => {
  it('is listed in .env.template, key for key', () => {
    const template = readFileSync(new URL('../../../.env.template', import.meta.url), 'utf8');
    const keys = [...template.matchAll(/^([A-Z_]+)=/gm)].map(([, key]) => key);
    expect(keys.sort()).toEqual(Object.keys(settings).sort());
  });

  it('is documented, key for key, with the bounds that hold unless one is given', () => {
    const pages = ['configuration', 'limits'].map((name) => new URL(`../../../docs/${name}.md`, import.meta.url));
    const documented = pages.map((page) => readFileSync(page, 'utf8')).join('\n');
    expect(Object.keys(settings).filter((key) => !documented.includes(`\`${key}`))).toEqual([]);
    expect(Object.keys(DOCUMENT_LIMITS).filter((name) => !documented.includes(`${name}=`))).toEqual([]);
    const { callers, groups } = parseConfig({}).quotas;
    const told = (number: number) => (number < 1e6 ? number.toLocaleString('en') : `${String(number / 1e6)} million`);
    const rows = documented.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    for (const [name, quota] of Object.entries({ ...callers, ...groups })) {
      const ceiling = 'ceiling' in quota ? told(quota.ceiling) : '';
      const ofName = rows.filter(([, first]) => first?.includes(`\`${name}\``)).map((row) => row.slice(2, 5));
      expect(ofName).toContainEqual([ceiling, told(quota.pointsPerMinute), String(quota.atOnce)]);
    }
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

  it('takes keys from https alone in production, and from http before', () => {
    const keys = { JWKS_URL: 'http://keys.example/jwks' };
    expect(parseConfig(keys).jwt.jwksUrl).toBe(keys.JWKS_URL);
    const production = { ...keys, NODE_ENV: 'production', DATABASE_URL: 'postgres://o:p@db/hiraf' };
    expect(() => parseConfig(production)).toThrow(/JWKS_URL: must be https/);
  });

  it('takes the longest life of a token as a length of time', () => {
    expect(parseConfig({}).jwt.maxLife).toBe(86_400);
    expect(parseConfig({ TOKEN_MAX_LIFE: '90m' }).jwt.maxLife).toBe(5400);
    for (const wrong of ['0h', '24', 'h', '-1h', '1w']) {
      expect(() => parseConfig({ TOKEN_MAX_LIFE: wrong }), wrong).toThrow(/TOKEN_MAX_LIFE: must be a length of time/);
    }
  });

  it('loads nobody invented in production', () => {
    const env = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://o:p@db/hiraf',
      JWKS_URL: 'https://keys.example/jwks',
    };
    expect(parseConfig({ ...env, DEMO_ARTISANS: '500' }).demoArtisans).toBe(0);
  });

  it('takes a list of origins, and none in production unless they are listed', () => {
    const origins = (CORS_ORIGINS: string) => parseConfig({ CORS_ORIGINS }).corsOrigins;
    expect(origins('https://portail.example.ma, http://10.0.0.7:8080')).toEqual([
      'https://portail.example.ma',
      'http://10.0.0.7:8080',
    ]);
    expect(origins('')).toContain('http://localhost:5173');
    const production = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://o:p@db/hiraf',
      JWKS_URL: 'https://keys.example/jwks',
    };
    expect(parseConfig(production).corsOrigins).toEqual([]);
  });

  it.each([
    ['*', 'scheme://host'],
    ['null', 'scheme://host'],
    ['portail.example.ma', 'scheme://host'],
    ['https://*.example.ma', 'scheme://host'],
    ['https://portail.example.ma/', 'write https://portail.example.ma'],
    ['https://portail.example.ma/app', 'write https://portail.example.ma'],
    ['https://Portail.Example.ma', 'write https://portail.example.ma'],
    ['https://portail.example.ma:443', 'write https://portail.example.ma'],
    ['https://u:p@portail.example.ma', 'write https://portail.example.ma'],
    ['https://a.example.ma,,https://b.example.ma', 'scheme://host'],
    ['https://a.example.ma https://b.example.ma', 'scheme://host'],
    ['file:///srv/page.html', 'scheme://host'],
  ])('refuses what no browser sends as an origin: %s', (origins, advice) => {
    expect(() => parseConfig({ CORS_ORIGINS: origins })).toThrow('CORS_ORIGINS');
    expect(() => parseConfig({ CORS_ORIGINS: origins })).toThrow(advice);
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
