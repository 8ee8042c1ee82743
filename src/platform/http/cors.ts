import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

const HOURS_2 = 7200;

const ALLOWED_HEADERS = [
  ...['Authorization', 'Content-Type', 'Accept-Language', 'If-None-Match'],
  ...['X-Request-Id', 'X-Hiraf-Cost', 'Apollo-Require-Preflight', 'X-Apollo-Operation-Name'],
  ...['traceparent', 'tracestate'],
];
const EXPOSED_HEADERS = [
  ...['X-Request-Id', 'X-Hiraf-Cost', 'Retry-After', 'RateLimit', 'RateLimit-Policy'],
  ...['ETag', 'WWW-Authenticate'],
];

/**
 * Lets pages of the listed origins call from a browser, and read errors as well. Pages of the explorer are of our own
 * origin and need no leave. Cookies are never allowed: a token is sent by the page that holds it.
 */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  const listed: ReadonlySet<string | undefined> = new Set(origins);
  await app.register(cors, {
    // Where none is listed nothing depends on the origin, and no answer varies by it.
    origin:
      origins.length > 0 &&
      ((origin: string | undefined, answer: (error: null, isListed: boolean) => void): void => {
        answer(null, listed.has(origin));
      }),
    methods: ['GET', 'POST'],
    allowedHeaders: ALLOWED_HEADERS,
    exposedHeaders: EXPOSED_HEADERS,
    credentials: false,
    // Chromium keeps the answer no longer than this.
    maxAge: HOURS_2,
    strictPreflight: false,
  });
}
