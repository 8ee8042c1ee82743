import { z } from 'zod';
import { ANSWER_BYTES, DOCUMENT_LIMIT_NAMES, documentLimitsOf, REQUEST_BYTES } from './limits.ts';
import { quotaSettings, quotasOf } from './quotas.ts';
import { duration, networks, numbersBy, optional, origins, port, seconds, whole } from './values.ts';

/** Where the development servers of Next.js, Angular and Vite serve their pages. */
const DEVELOPMENT_ORIGINS = ['http://localhost:3000', 'http://localhost:4200', 'http://localhost:5173'];
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
  POOL_SIZE: optional(whole(1, 200).default(10)),
  DATA_DIR: optional(z.string().default('.hiraf')),
  DEMO_ARTISANS: optional(whole(0, 3_000_000).default(24_000)),
  JWT_ISSUER: optional(z.string().default('hiraf')),
  JWT_AUDIENCE: optional(z.string().default('hiraf-api')),
  JWKS_URL: optional(z.url({ protocol: /^https?$/ }).optional()),
  TOKEN_MAX_LIFE: optional(duration.default(86_400)),
  CORS_ORIGINS: optional(origins.optional()),
  TRUSTED_PROXIES: optional(networks.optional()),
  MAX_CONNECTIONS: optional(whole(1, 1_000_000).default(4000)),
  REQUEST_TIMEOUT: optional(seconds(1).default(30)),
  REQUEST_BYTES: optional(whole(1000, 10_000_000).default(REQUEST_BYTES)),
  ANSWER_BYTES: optional(whole(1000, 100_000_000).default(ANSWER_BYTES)),
  DOCUMENT_LIMITS: optional(numbersBy(DOCUMENT_LIMIT_NAMES).optional()),
  COST_CEILINGS: optional(quotaSettings.COST_CEILINGS.optional()),
  POINTS_PER_MINUTE: optional(quotaSettings.POINTS_PER_MINUTE.optional()),
  OPERATIONS_AT_ONCE: optional(quotaSettings.OPERATIONS_AT_ONCE.optional()),
  BUDGET_STORE: optional(z.enum(['memory', 'postgres']).default('memory')),
  WAITING_AT_MOST: optional(whole(1, 100_000).default(1000)),
  WAITING_OF_CALLER: optional(whole(1, 100_000).default(100)),
  EXECUTOR: optional(z.enum(['compiled', 'interpreter']).default('compiled')),
  NUMBER_CHANGES_PER_DAY: optional(whole(1, 1_000_000).default(20)),
  NUMBER_HITS_PER_DAY: optional(whole(1, 1_000_000).default(10)),
  STOP_GRACE: optional(seconds(0).optional()),
  STOP_TIMEOUT: optional(seconds(0).default(25)),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info')),
} as const;

type Values = z.infer<typeof environment>;

const environment = z.object(settings).superRefine((values, context) => {
  if (values.NODE_ENV !== 'production') return;
  if (values.JWKS_URL === undefined) {
    context.addIssue({
      code: 'custom',
      path: ['JWKS_URL'],
      message: 'is required in production: no local key is used',
    });
  } else if (!values.JWKS_URL.startsWith('https:')) {
    const message = 'must be https in production: whoever is on the way could give keys of their own';
    context.addIssue({ code: 'custom', path: ['JWKS_URL'], message });
  }
  if (values.DATABASE_URL === undefined) {
    context.addIssue({ code: 'custom', path: ['DATABASE_URL'], message: 'is required in production' });
  }
});

const databaseOf = (value: Values) => ({
  databaseUrl: value.DATABASE_URL,
  gatewayPassword: value.GATEWAY_PASSWORD,
  databaseWaitMs: value.DATABASE_WAIT * 1000,
  poolSize: value.POOL_SIZE,
  dataDir: value.DATA_DIR,
  // Invented people have no place in a production database.
  demoArtisans: value.NODE_ENV === 'production' ? 0 : value.DEMO_ARTISANS,
});

const accessOf = (value: Values) => ({
  jwt: Object.freeze({
    issuer: value.JWT_ISSUER,
    audience: value.JWT_AUDIENCE,
    jwksUrl: value.JWKS_URL,
    maxLife: value.TOKEN_MAX_LIFE,
  }),
  corsOrigins: value.CORS_ORIGINS ?? (value.NODE_ENV === 'production' ? [] : DEVELOPMENT_ORIGINS),
  trustedProxies: value.TRUSTED_PROXIES,
  numberLimits: Object.freeze({ changes: value.NUMBER_CHANGES_PER_DAY, hits: value.NUMBER_HITS_PER_DAY }),
});

const limitsOf = (value: Values) => ({
  maxConnections: value.MAX_CONNECTIONS,
  requestTimeoutMs: value.REQUEST_TIMEOUT * 1000,
  requestBytes: value.REQUEST_BYTES,
  answerBytes: value.ANSWER_BYTES,
  documentLimits: documentLimitsOf(value.DOCUMENT_LIMITS),
  quotas: quotasOf(value),
  budgetStore: value.BUDGET_STORE,
  waitingAtMost: value.WAITING_AT_MOST,
  waitingOfCaller: value.WAITING_OF_CALLER,
});

/** Parses the environment once; all problems are reported at once. */
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
    ...databaseOf(value),
    ...accessOf(value),
    ...limitsOf(value),
    executor: value.EXECUTOR,
    stopGraceMs: 1000 * (value.STOP_GRACE ?? STOP_GRACE_SECONDS[production ? 'production' : 'development']),
    stopTimeoutMs: value.STOP_TIMEOUT * 1000,
    logLevel: value.LOG_LEVEL,
  });
}

export type Config = ReturnType<typeof parseConfig>;
