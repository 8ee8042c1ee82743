import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);
const seconds = (least: number) => z.coerce.number().min(least).max(3600);
// A load balancer asks every few seconds; a developer who presses Ctrl-C waits for none.
const STOP_GRACE_SECONDS = { development: 0.3, production: 5 };

/** Every setting of the process, as it is read from the environment; `.env.template` lists the same keys. */
export const settings = {
  NODE_ENV: optional(z.enum(['development', 'test', 'production']).default('development')),
  HOST: optional(z.string().default('127.0.0.1')),
  PORT: optional(port.default(4000)),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  GATEWAY_PASSWORD: optional(z.string().min(16).optional()),
  DATABASE_WAIT: optional(seconds(0).default(30)),
  POOL_SIZE: optional(z.coerce.number().int().min(1).max(200).default(10)),
  DATA_DIR: optional(z.string().default('.hiraf')),
  DEMO_ARTISANS: optional(z.coerce.number().int().min(0).max(3_000_000).default(24_000)),
  JWT_ISSUER: optional(z.string().default('hiraf')),
  JWT_AUDIENCE: optional(z.string().default('hiraf-api')),
  JWKS_URL: optional(z.url({ protocol: /^https?$/ }).optional()),
  MAX_CONNECTIONS: optional(z.coerce.number().int().min(1).max(1_000_000).default(4000)),
  REQUEST_TIMEOUT: optional(seconds(1).default(30)),
  STOP_GRACE: optional(seconds(0).optional()),
  STOP_TIMEOUT: optional(seconds(0).default(25)),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info')),
} as const;

const environment = z.object(settings).superRefine((values, context) => {
  if (values.NODE_ENV !== 'production') return;
  if (values.JWKS_URL === undefined) {
    context.addIssue({
      code: 'custom',
      path: ['JWKS_URL'],
      message: 'is required in production: no local key is used',
    });
  }
  if (values.DATABASE_URL === undefined) {
    context.addIssue({ code: 'custom', path: ['DATABASE_URL'], message: 'is required in production' });
  }
});

/** Parses the environment once; all problems are told together. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>) {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The configuration is not valid:\n${problems.join('\n')}`);
  }
  const value = parsed.data;
  const production = value.NODE_ENV === 'production';
  return Object.freeze({
    production,
    host: value.HOST,
    port: value.PORT,
    databaseUrl: value.DATABASE_URL,
    gatewayPassword: value.GATEWAY_PASSWORD,
    databaseWaitMs: value.DATABASE_WAIT * 1000,
    poolSize: value.POOL_SIZE,
    dataDir: value.DATA_DIR,
    // Invented people have no place in a production database.
    demoArtisans: production ? 0 : value.DEMO_ARTISANS,
    maxConnections: value.MAX_CONNECTIONS,
    requestTimeoutMs: value.REQUEST_TIMEOUT * 1000,
    stopGraceMs: 1000 * (value.STOP_GRACE ?? STOP_GRACE_SECONDS[production ? 'production' : 'development']),
    stopTimeoutMs: value.STOP_TIMEOUT * 1000,
    jwt: Object.freeze({ issuer: value.JWT_ISSUER, audience: value.JWT_AUDIENCE, jwksUrl: value.JWKS_URL }),
    logLevel: value.LOG_LEVEL,
  });
}

export type Config = ReturnType<typeof parseConfig>;
