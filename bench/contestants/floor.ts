import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import type pg from 'pg';
import type { Viewer } from '../../src/access/viewer.ts';
import { gatewayPassword, openPool } from '../../src/database/gateway.ts';
import { contest } from './contest.ts';
import { bodyTree, figureList, pageOf, type ArtisanRow, type BodyRow, type FigureRow } from './floor.replies.ts';
import { BODIES, FIGURES, PAGE, SEARCH } from './floor.statements.ts';
import { authenticatorOf, sessionOf, type Settings } from './session.ts';

type Query = Record<string, string>;

function opening(viewer: Viewer): string {
  const { role, ...settings } = sessionOf(viewer);
  const set = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`);
  return `begin isolation level repeatable read read only; select ${set.join(', ')}; set local role ${role ?? ''}`;
}

const nameOf = (text: string): string => createHash('sha1').update(text).digest('base64url');
const PREPARED = new Map([PAGE, FIGURES, BODIES, SEARCH].map((text) => [text, nameOf(text)]));

async function ended(client: pg.PoolClient): Promise<void> {
  await client.query('commit');
  client.release();
}

/** One statement in one transaction with the viewer's role: sent together, and its end not waited for. */
async function rowsOf<Row extends object>(
  at: { pool: pg.Pool; viewer: Viewer },
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const client = await at.pool.connect();
  void client.query(opening(at.viewer));
  const { rows } = await client.query<Row>({ text, values, name: PREPARED.get(text) ?? nameOf(text) });
  void ended(client);
  return rows;
}

/** The least that can be done: a route for each work, hand-written SQL, and no GraphQL. */
async function listen(settings: Settings): Promise<number> {
  const authenticator = await authenticatorOf(settings);
  const pool = openPool(settings.databaseUrl, gatewayPassword(settings.databaseUrl, undefined), settings.poolSize);
  const app = Fastify({ logger: false });
  const serve = (path: string, reply: (viewer: Viewer, query: Query) => Promise<object>): void => {
    app.get(path, async (request) =>
      reply(await authenticator.viewerOf(request.headers.authorization), request.query as Query),
    );
  };
  serve('/page', async (viewer, { region, first }) => {
    const rows = await rowsOf<ArtisanRow>({ pool, viewer }, PAGE, [Number(region), Number(first) + 1]);
    return pageOf(rows, Number(first));
  });
  serve('/figures', async (viewer) => {
    const values = [viewer.grants.figures.regions];
    return figureList(await rowsOf<FigureRow>({ pool, viewer }, FIGURES, values));
  });
  serve('/bodies', async (viewer, { bodyClass }) => {
    const { regions } = viewer.grants.records;
    return { body: bodyTree(await rowsOf<BodyRow>({ pool, viewer }, BODIES, [bodyClass, regions])) };
  });
  serve('/search', async (viewer, { prefix, first }) => {
    const values = [viewer.grants.records.regions, prefix, Number(first) + 1];
    return pageOf(await rowsOf<ArtisanRow>({ pool, viewer }, SEARCH, values), Number(first));
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

contest(listen);
