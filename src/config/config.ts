import { z } from 'zod';
import { ANSWER_BYTES, documentLimitsOf, limitSettings, REQUEST_BYTES } from './limits.ts';
import { quotaSettings, quotasOf } from './quotas.ts';

const port = z.coerce.number().int().min(0).max(65535);
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

/** Where the development servers of Next.js, Angular and Vite serve their pages. */
const DEVELOPMENT_ORIGINS = ['http://localhost:3000', 'http://localhost:4200', 'http://localhost:5173'];

/** The origin that a text means; undefined where it means none, or many. */
function originIn(text: string): string | undefined {
  if (text.includes('*') || !URL.canParse(text)) return undefined;
  const { protocol, origin } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}

/** A list of origins, each exactly as browsers send it: a wildcard or "null" would let in pages of anybody. */
const origins = z.string().transform((text, context) => {
  const list = text.split(',').map((part) => part.trim());
  for (const each of list) {
    const origin = originIn(each);
    if (origin === each) continue;
    const advice =
      origin === undefined ? 'write scheme://host[:port], such as https://portail.example.ma' : `write ${origin}`;
    context.addIssue({ code: 'custom', message: `"${each}" is not an origin: ${advice}` });
  }
  return list;
});
const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
/** A length of time such as 90s, 15m, 24h or 7d, in seconds. */
const duration = z
  .string()
  .regex(/^[1-9]\d{0,5}[smhd]$/, 'must be a length of time such as 90s, 15m, 24h or 7d')
  .transform((text) => Number(text.slice(0, -1)) * UNITS[text.slice(-1) as keyof typeof UNITS]);

/** Every setting of the process, as it is read from the environment; `.env.template` lists the same keys. */
export const settings = {
  NODE_ENV: optional(z.enum(['development', 'test', 'production']).default('development')),
  HOST: optional(z.string().default('127.0.0.1')),
  PORT: optional(port.default(4000)),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  GATEWAY_PASSWORD: optional(z.string().min(16).optional()),
  POOL_SIZE: optional(z.coerce.number().int().min(1).max(200).default(10)),
  DATA_DIR: optional(z.string().default('.hiraf')),
  DEMO_ARTISANS: optional(z.coerce.number().int().min(0).max(3_000_000).default(24_000)),
  EXECUTOR: optional(z.enum(['compiled', 'interpreter']).default('compiled')),
  COST_CEILINGS: optional(quotaSettings.COST_CEILINGS.optional()),
  POINTS_PER_MINUTE: optional(quotaSettings.POINTS_PER_MINUTE.optional()),
  OPERATIONS_AT_ONCE: optional(quotaSettings.OPERATIONS_AT_ONCE.optional()),
  DOCUMENT_LIMITS: optional(limitSettings.DOCUMENT_LIMITS.optional()),
  REQUEST_BYTES: optional(limitSettings.REQUEST_BYTES.default(REQUEST_BYTES)),
  ANSWER_BYTES: optional(limitSettings.ANSWER_BYTES.default(ANSWER_BYTES)),
  WAITING_AT_MOST: optional(z.coerce.number().int().min(1).max(100_000).default(1000)),
  BUDGET_STORE: optional(z.enum(['memory', 'postgres']).default('memory')),
  TRUSTED_PROXIES: optional(z.string().optional()),
  JWT_ISSUER: optional(z.string().default('hiraf')),
  JWT_AUDIENCE: optional(z.string().default('hiraf-api')),
  JWKS_URL: optional(z.url({ protocol: /^https?$/ }).optional()),
  CORS_ORIGINS: optional(origins.optional()),
  TOKEN_MAX_LIFE: optional(duration.default(UNITS.d)),
  NUMBER_CHANGES_PER_DAY: optional(z.coerce.number().int().min(1).default(20)),
  NUMBER_HITS_PER_DAY: optional(z.coerce.number().int().min(1).default(10)),
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
  } else if (!values.JWKS_URL.startsWith('https:')) {
    const message = 'must be https in production: whoever is on the way could give keys of their own';
    context.addIssue({ code: 'custom', path: ['JWKS_URL'], message });
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
  return Object.freeze({
    production: value.NODE_ENV === 'production',
    host: value.HOST,
    port: value.PORT,
    databaseUrl: value.DATABASE_URL,
    gatewayPassword: value.GATEWAY_PASSWORD,
    poolSize: value.POOL_SIZE,
    dataDir: value.DATA_DIR,
    // Invented people have no place in a production database.
    demoArtisans: value.NODE_ENV === 'production' ? 0 : value.DEMO_ARTISANS,
    jwt: Object.freeze({
      issuer: value.JWT_ISSUER,
      audience: value.JWT_AUDIENCE,
      jwksUrl: value.JWKS_URL,
      maxLife: value.TOKEN_MAX_LIFE,
    }),
    numberLimits: Object.freeze({ changes: value.NUMBER_CHANGES_PER_DAY, hits: value.NUMBER_HITS_PER_DAY }),
    corsOrigins: value.CORS_ORIGINS ?? (value.NODE_ENV === 'production' ? [] : DEVELOPMENT_ORIGINS),
    logLevel: value.LOG_LEVEL,
    executor: value.EXECUTOR,
    quotas: quotasOf(value),
    documentLimits: documentLimitsOf(value.DOCUMENT_LIMITS),
    requestBytes: value.REQUEST_BYTES,
    answerBytes: value.ANSWER_BYTES,
    waitingAtMost: value.WAITING_AT_MOST,
    budgetStore: value.BUDGET_STORE,
    trustedProxies: value.TRUSTED_PROXIES?.split(',').map((one) => one.trim()),
  });
}

export type Config = ReturnType<typeof parseConfig>;
