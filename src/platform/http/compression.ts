import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { readingOnce } from './headers.ts';

/** What is shorter fits into one packet of the network as it is. */
const SMALLEST = 1400;
/** What is shorter Node writes together with its headers, faster than as bytes of our own. */
const SHORT = 16_384;
/** What is shorter takes less time than handing it to another thread does: a page of 50 artisans 0.2 ms instead of 0.6. */
const SMALL = 32_768;
/** Two of the four threads of Node's pool stay free for what else needs them, such as the signatures of tokens. */
const AT_ONCE = 2;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For large answers that are asked for seldom; 2 unless given. */
    brotliQuality?: number;
  }
}

const CODINGS = ['br', 'gzip'] as const;
type Coding = (typeof CODINGS)[number];

/** Has the option of the package that its types do not know yet. */
interface Preferring {
  encoding(available: readonly string[], options: { readonly preferred: readonly string[] }): string | undefined;
}

/** The coding that a client prefers, Brotli where it likes both alike; undefined where it takes neither. */
const codingFor = readingOnce<Coding | undefined>((acceptEncoding) => {
  const client = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } }) as Preferring;
  const preferred = client.encoding([...CODINGS, 'identity'], { preferred: CODINGS });
  return CODINGS.find((coding) => coding === preferred);
}, undefined);

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const CHUNK = { chunkSize: 8192 };
const GZIP = { level: 4, ...CHUNK };
// Quality 4 takes three times as long for 4 % less; a window of 4 MB, the usual one, takes more memory than any answer.
const QUALITY = 2;
const brotliFor = ({ length }: string, quality = QUALITY) => ({
  ...CHUNK,
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: 17,
    [constants.BROTLI_PARAM_SIZE_HINT]: length,
  },
});

const encoder = new TextEncoder();
const LONGEST_AT_ONCE = 131_072;
// Three bytes of UTF-8 to a letter of a string at most.
const scratch = new Uint8Array(3 * LONGEST_AT_ONCE);

/** A text in UTF-8, until the next one is encoded: all use the same buffer, for garbage is costly to collect. */
function encoded(text: string): Uint8Array {
  const { written } = encoder.encodeInto(text, scratch);
  return scratch.subarray(0, written);
}

function compressedHere(text: string, coding: Coding): Buffer {
  const bytes = encoded(text);
  return coding === 'gzip' ? gzipSync(bytes, GZIP) : brotliCompressSync(bytes, brotliFor(text));
}

/** As bytes, whose length need not be counted before they are sent: counting takes nearly as long as encoding. */
const plain = (text: string): Buffer =>
  text.length < LONGEST_AT_ONCE ? Buffer.from(encoded(text)) : Buffer.from(text);

const compressedApart = (text: string, coding: Coding, quality?: number): Promise<Buffer> =>
  coding === 'gzip' ? zip(text, GZIP) : brotli(text, brotliFor(text, quality));

/** Lets so much work run at once, in the order in which it came; what waits keeps no memory but its own. */
class Queue {
  #free = AT_ONCE;
  readonly #waiting: (() => void)[] = [];

  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((begin) => this.#waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}

function varyByCoding(reply: FastifyReply): void {
  const before = reply.getHeader('vary');
  void reply.header('vary', before === undefined ? 'Accept-Encoding' : `${String(before)}, Accept-Encoding`);
}

/** The coding for an answer that is worth it; files are streams, and are compressed when they are built. */
function codingOf({ method, headers }: FastifyRequest, reply: FastifyReply, payload: unknown): Coding | undefined {
  if (typeof payload !== 'string' || payload.length < SMALLEST) return undefined;
  varyByCoding(reply);
  const accepted = headers['accept-encoding'];
  return accepted === undefined || method === 'HEAD' ? undefined : codingFor(accepted);
}

/** Compresses answers that are worth it for clients that ask for it; large ones off the thread that answers. */
export function compressAnswers(app: FastifyInstance): void {
  const queue = new Queue();
  const compress = async (text: string, coding: Coding, quality?: number): Promise<Buffer> =>
    text.length < SMALL ? compressedHere(text, coding) : queue.run(() => compressedApart(text, coding, quality));
  app.addHook('onSend', (...[request, reply, payload, done]): Promise<Buffer> | undefined => {
    const coding = codingOf(request, reply, payload);
    if (coding !== undefined) {
      void reply.header('content-encoding', coding);
      return compress(payload as string, coding, request.routeOptions.config.brotliQuality);
    }
    // No promise of its own for what need not wait.
    if (typeof payload === 'string' && payload.length >= SHORT) done(null, plain(payload));
    else done();
    return undefined;
  });
}
