import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import type pg from 'pg';
import { gatewayPassword, openPool } from '../../src/database/gateway.ts';
import { withClient } from '../../src/database/open.ts';
import { contest } from './contest.ts';
import { authenticatorOf, type Settings } from './session.ts';

const INSERT = `
  insert into artisan (region_id, province_id, profession_id, kind, name_ar, name_latin, search_ar, search_ar_turned,
    search_latin, search_latin_turned, sex, age_band, qualification, practising, register_state, applied_on, birth_date, national_id)
  values ($1, $2, $3, $4, $5, $6, $5, $5, $6, $6, $7, 'FROM_35_TO_44', $8, true, 'APPLIED', current_date, $9, $10)
  returning id`;

interface Application {
  readonly province: string;
  readonly profession: string;
  readonly kind: string;
  readonly nameAr: string;
  readonly nameLatin: string;
  readonly sex: string;
  readonly qualification: string;
  readonly birthDate: string;
  readonly nationalId: string;
}

const opening = (regionId: number): string => `
  begin; select set_config('app.records', '{${String(regionId)},0}', true), set_config('app.capture', '{${String(regionId)}}', true),
    set_config('app.figures', '{${String(regionId)}}', true), set_config('app.province', '', true); set local role hiraf_capture`;

type Places = ReadonlyMap<string, readonly number[]>;

async function placesOf(databaseUrl: string): Promise<Places> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ code: string; numbers: number[] }>(`
      select iso as code, array[region_id::int, id::int] as numbers from province
      union all select code, array[id::int] from profession`);
    return new Map(rows.map(({ code, numbers }) => [code, numbers]));
  });
}

async function inserted(pool: pg.Pool, places: Places, application: Application): Promise<number> {
  const [regionId = 0, provinceId] = places.get(application.province) ?? [];
  const [professionId] = places.get(application.profession) ?? [];
  const { kind, nameAr, nameLatin, sex, qualification, birthDate, nationalId } = application;
  const client = await pool.connect();
  const values = [
    regionId,
    provinceId,
    professionId,
    kind,
    nameAr,
    nameLatin,
    sex,
    qualification,
    birthDate,
    nationalId,
  ];
  void client.query(opening(regionId));
  const insert = client.query<{ id: number }>({ text: INSERT, values, name: 'insert' });
  const end = client.query('commit');
  const { rows } = await insert;
  await end;
  client.release();
  return rows[0]?.id ?? 0;
}

/** The least that can be done under the same policies: one insert in one transaction, and no GraphQL. */
async function listen(settings: Settings): Promise<number> {
  const authenticator = await authenticatorOf(settings);
  const pool = openPool(settings.databaseUrl, gatewayPassword(settings.databaseUrl, undefined), settings.poolSize);
  const places = await placesOf(settings.databaseUrl);
  const app = Fastify({ logger: false });
  app.post('/register', async (request) => {
    await authenticator.viewerOf(request.headers.authorization);
    return { id: await inserted(pool, places, request.body as Application) };
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

contest(listen);
