import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import type pg from 'pg';
import { gatewayPassword, openPool } from '../../src/platform/postgres/pool.ts';
import { pageStatement, searchStatement } from './artisan.statements.ts';
import { contest } from './contest.ts';
import { CELLS, NATION, type CellRow, type RegionRow } from './figures.statements.ts';
import { bodyTree, committeesOf, figuresOf, nationOf, pageOf, type BodyRow } from './floor.replies.ts';
import { ARTISAN, committeesStatement } from './floor.statements.ts';
import { referenceOf, type Reference } from './names.ts';
import { Reading } from './reading.ts';
import { LIVE_BODIES, rulebookOf, UNITS, type Rulebook, type UnitRow } from './readiness.ts';
import { inserted, placesOf, type Application } from './registration.ts';
import { authenticatorOf, type Settings } from './session.ts';

type Query = Record<string, string>;
type Reply = (reading: Reading, query: Query) => Promise<string>;

const JSON_TYPE = 'application/json; charset=utf-8';

interface Known {
  readonly reference: Reference;
  readonly rulebook: Rulebook;
}

function repliesOf({ reference, rulebook }: Known): Readonly<Record<string, Reply>> {
  const classes = new Map([...reference.classes.values()].map(({ code, id }) => [code, id]));
  return {
    '/page': async (reading, { region, after, first }) => {
      const text = pageStatement(ARTISAN, Number(first) + 1);
      return pageOf(reference, await reading.cells(text, [Number(region), Number(after)]), Number(first));
    },
    '/search': async (reading, { prefix, first }) => {
      const values = [reading.viewer.grants.records.regions, prefix];
      const text = searchStatement(ARTISAN, Number(first) + 1);
      return pageOf(reference, await reading.cells(text, values), Number(first));
    },
    '/bodies': async (reading, { bodyClass }) => {
      const { records, figures } = reading.viewer.grants;
      const id = classes.get(bodyClass ?? '');
      const [bodies, units] = await Promise.all([
        reading.rows<BodyRow>(LIVE_BODIES, [records.regions, id]),
        reading.rows<UnitRow>(UNITS, [id, figures.regions]),
      ]);
      return bodyTree(reference, rulebook, { bodies, units });
    },
    '/committees': async (reading, { region, first, members }) => {
      const [listed, seated] = [Number(first), Number(members)];
      const rows = await reading.cells(committeesStatement(listed + 1, seated + 1), [Number(region)]);
      return committeesOf(reference, rows, [listed, seated]);
    },
  };
}

const figureRepliesOf = ({ reference }: Known): Readonly<Record<string, Reply>> => ({
  '/figures': async (reading, { region }) =>
    figuresOf(reference, Number(region), await reading.rows<CellRow>(CELLS, [Number(region)])),
  '/nation': async (reading) =>
    nationOf(reference, await reading.rows<RegionRow>(NATION, [reading.viewer.grants.figures.regions])),
});

async function serve(app: FastifyInstance, settings: Settings, pool: pg.Pool): Promise<void> {
  const authenticator = await authenticatorOf(settings);
  const { databaseUrl } = settings;
  const known = { reference: await referenceOf(databaseUrl), rulebook: await rulebookOf(databaseUrl) };
  const placeOf = await placesOf(databaseUrl);
  app.post('/register', async (request) => {
    const viewer = await authenticator.viewerOf(request.headers.authorization);
    const application = request.body as Application;
    return { id: await inserted(pool, viewer, { application, placed: placeOf(application) }) };
  });
  for (const [path, replyOf] of Object.entries({ ...repliesOf(known), ...figureRepliesOf(known) })) {
    app.get(path, async (request, reply) => {
      const reading = new Reading(pool, await authenticator.viewerOf(request.headers.authorization));
      try {
        void reply.header('content-type', JSON_TYPE);
        return await replyOf(reading, request.query as Query);
      } finally {
        reading.end();
      }
    });
  }
}

/** The least that can be done: a route for each work, hand-written SQL, replies written as text, and no GraphQL. */
async function listen(settings: Settings): Promise<number> {
  const pool = openPool(settings.databaseUrl, gatewayPassword(settings.databaseUrl, undefined), settings.poolSize);
  const app = Fastify({ logger: false });
  await serve(app, settings, pool);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

contest(listen);
