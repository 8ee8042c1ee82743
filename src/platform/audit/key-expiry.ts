import type { Pool } from 'pg';
import { connectTo } from '../postgres/pool.ts';

const EVERY_MS = 60 * 60 * 1000;
const AT_ONCE = 1000;

/** Deletes expired idempotency keys in batches, so that no request waits for it. */
export async function deleteExpiredKeys(pool: Pool): Promise<number> {
  const client = await connectTo(pool);
  try {
    let total = 0;
    for (let last = AT_ONCE; last === AT_ONCE; total += last) {
      await client.query('begin; set local role hiraf_capture');
      const { rows } = await client.query<{ forgotten: number }>('select app.delete_expired_keys($1) as forgotten', [
        AT_ONCE,
      ]);
      await client.query('commit');
      last = rows[0]?.forgotten ?? 0;
    }
    client.release();
    return total;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Does so now and every hour, as long as the process has anything else to do; answers how to end it. */
export function scheduleKeyExpiry(pool: Pool, onFault: (error: unknown) => void): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const forget = (): void => {
    running = deleteExpiredKeys(pool).catch(onFault);
  };
  forget();
  const timer = setInterval(forget, EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
