import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { contest } from './contest.ts';
import { readinessPlugin } from './postgraphile.readiness.ts';
import { rulebookOf } from './readiness.ts';
import { authenticatorOf, gatewayAddress, sessionOf, type Settings } from './session.ts';

/** PostGraphile 5 as its manual recommends for production: no explain, no development tools, nothing watched. */
async function listen(settings: Settings): Promise<number> {
  const authenticator = await authenticatorOf(settings);
  const pgl = postgraphile({
    extends: [PostGraphileAmberPreset],
    // The gateway inherits nothing, so what its roles may read cannot be told from its own rights.
    disablePlugins: ['PgRBACPlugin'],
    plugins: [readinessPlugin(await rulebookOf(settings.databaseUrl))],
    pgServices: [
      makePgService({
        connectionString: gatewayAddress(settings),
        // Plans are kept as hiraf keeps them: PostGraphile is quicker with it in every work.
        poolConfig: { max: settings.poolSize, options: '-c plan_cache_mode=force_generic_plan' },
        schemas: ['public'],
      }),
    ],
    grafast: {
      explain: false,
      context: async (request) => {
        const { authorization } = request.node?.req.headers ?? {};
        return { pgSettings: sessionOf(await authenticator.viewerOf(authorization)) };
      },
    },
    grafserv: { graphiql: false, watch: false, websockets: false },
  });
  const server = createServer();
  await pgl.createServ(grafserv).addTo(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

contest(listen);
