import { Agent, request } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly text: string;
  /** In seconds; undefined where the server names none. */
  readonly retryAfter: number | undefined;
}

export interface Call {
  readonly token: string;
  readonly query: string;
  readonly variables?: object;
}

export const agentOf = (sockets: number): Agent => new Agent({ keepAlive: true, maxSockets: sockets });

/** Sends one request; rejects where the connection fails or nothing comes in time. */
export function send(address: string, { token, query, variables }: Call, agent: Agent, ms = 60_000): Promise<Reply> {
  const body = JSON.stringify({ query, variables });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'accept-language': 'en',
    ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
  };
  return new Promise((done, failed) => {
    const sent = request(`${address}/graphql`, { method: 'POST', headers, agent, timeout: ms }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', failed);
      response.once('close', () => {
        if (!response.complete) failed(new Error('The answer was cut.'));
      });
      response.once('end', () => {
        const retryAfter = response.headers['retry-after'];
        const text = Buffer.concat(chunks).toString('utf8');
        done({
          status: response.statusCode ?? 0,
          text,
          retryAfter: retryAfter === undefined ? undefined : Number(retryAfter),
        });
      });
    });
    sent.once('timeout', () => sent.destroy(new Error('No answer in time.')));
    sent.once('error', failed);
    sent.end(body);
  });
}
