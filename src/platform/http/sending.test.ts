import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import type { Caller } from '../auth/caller.ts';
import { releaseWhenSent, Sending } from './sending.ts';

const CALLER: Caller = {
  ...{ key: 'subject a', kind: 'regional-viewer', quota: { ceiling: 1, pointsPerMinute: 1, atOnce: 1 } },
  group: { key: 'region 3', kind: 'tenant', quota: { pointsPerMinute: 1, atOnce: 1 } },
};

it('counts no answer that is made after its client has hung up', async () => {
  const app = Fastify();
  const sending = new Sending();
  releaseWhenSent(app, sending);
  let released = 0;
  app.get('/', async (request, reply) => {
    request.caller = CALLER;
    request.ticket = { release: () => (released += 1) };
    await once(reply.raw, 'close');
    return 'x'.repeat(9_000_000);
  });
  try {
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    for (const nth of [1, 2, 3]) {
      const socket = connect(port, '127.0.0.1');
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
      await once(app.server, 'request');
      socket.destroy();
      await expect.poll(() => released).toBe(nth);
    }
    expect(sending.isFullFor(CALLER)).toBe(false);
  } finally {
    sending.close();
    await app.close();
  }
});
