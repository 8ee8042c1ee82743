import { existsSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import helmet from '@fastify/helmet';
import files, { type FastifyStaticOptions } from '@fastify/static';
import type { FastifyInstance } from 'fastify';

// From the root of the package: source and bundle stand at different depths.
const PACKAGE = findPackageJSON('..', import.meta.url) ?? 'package.json';
const BUNDLE = resolve(dirname(PACKAGE), 'explorer/dist');
const YEAR_SECONDS = 31_536_000;

/** The page loads and asks its own server alone. */
const POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  // Monaco writes its themes into style elements and its lines with style attributes.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

const serving = (bundle: string): FastifyStaticOptions => ({
  root: bundle,
  // Each file gets a route of its own: nothing else under this address can reach the disk.
  wildcard: false,
  globIgnore: ['**/*.br', '**/*.gz'],
  preCompressed: true,
  cacheControl: false,
  setHeaders: (reply, path) => {
    // Names of assets change with their content; the page itself must be asked for each time.
    const lasting = `public, max-age=${String(YEAR_SECONDS)}, immutable`;
    void reply.header('cache-control', path.startsWith(join(bundle, 'assets/')) ? lasting : 'no-cache');
  },
});

/** Serves the explorer at `/`, under a policy of its own that names no other host. */
export async function explorer(app: FastifyInstance, bundle = BUNDLE): Promise<void> {
  if (!existsSync(join(bundle, 'index.html'))) {
    app.log.warn('the explorer is not built: npm run build:explorer');
    app.get('/', (_request, reply) =>
      reply.code(503).type('text/plain').send('The explorer is not built: npm run build:explorer'),
    );
    return;
  }
  await app.register(async (pages) => {
    await pages.register(helmet, {
      contentSecurityPolicy: { useDefaults: false, directives: POLICY },
      referrerPolicy: { policy: 'no-referrer' },
      // TLS is for whoever stands in front to promise.
      strictTransportSecurity: false,
      frameguard: { action: 'deny' },
    });
    await pages.register(files, serving(bundle));
  });
}
