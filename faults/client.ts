import { Agent, request, type IncomingMessage } from 'node:http';

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

const headersOf = ({ token }: Call, body: string): Record<string, string | number> => ({
  'content-type': 'application/json',
  'content-length': Buffer.byteLength(body),
  'accept-language': 'en',
  ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
});

/** Reads a whole answer; rejects where it is cut. */
function replyOf(response: IncomingMessage): Promise<Reply> {
  return new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.once('error', failed);
    response.once('close', () => {
      if (!response.complete) failed(new Error('The answer was cut.'));
    });
    response.once('end', () => {
      const { statusCode: status = 0, headers } = response;
      const retryAfter = headers['retry-after'] === undefined ? undefined : Number(headers['retry-after']);
      done({ status, text: Buffer.concat(chunks).toString('utf8'), retryAfter });
    });
  });
}

const PATIENCE_MS = 60_000;

/** Sends one request; rejects where the connection fails or nothing comes in time. */
export function send(address: string, call: Call, agent: Agent): Promise<Reply> {
  const { query, variables } = call;
  const body = JSON.stringify({ query, variables });
  const options = { method: 'POST', headers: headersOf(call, body), agent, timeout: PATIENCE_MS };
  return new Promise((done, failed) => {
    const sent = request(`${address}/graphql`, options, (response) => {
      replyOf(response).then(done, failed);
    });
    sent.once('timeout', () => sent.destroy(new Error('No answer in time.')));
    sent.once('error', failed);
    sent.end(body);
  });
}
