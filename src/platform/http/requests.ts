import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { HttpError, sendHttpError } from './errors.ts';
import { readingOnce } from './headers.ts';
import { HTTP, type HttpReason } from './http.reasons.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** How long the body was. */
    bodyBytes: number;
  }
}

const CONTINUE = /^100-continue$/i;
const VISIBLE_ASCII = /^[\x21-\x7e]*$/;
const PLAIN_TYPES: ReadonlySet<string> = new Set(['application/json', 'application/json; charset=utf-8']);

// A host, with a port or without; whatever else a URL may hold has no place in it.
const isHost = readingOnce((host) => !/[\s/?#@\\]/.test(host) && URL.canParse(`http://${host}/`), false);

/** Whether a query string holds what it says: lenient decoders put U+FFFD where there is no letter. */
function isEncodedUtf8(url: string): boolean {
  if (!VISIBLE_ASCII.test(url)) return false;
  const start = url.indexOf('?');
  if (start < 0 || !url.includes('%', start)) return true;
  try {
    decodeURIComponent(url.slice(start));
    return true;
  } catch {
    return false;
  }
}

/** What is wrong with the head of a request; its path is judged by the router. */
function faultOf({ headers, url = '' }: IncomingMessage): HttpReason | undefined {
  if (headers.host === undefined || !isHost(headers.host)) return HTTP.BAD_HOST;
  if (!isEncodedUtf8(url)) return HTTP.BAD_URL;
  if (headers.expect !== undefined && !CONTINUE.test(headers.expect)) return HTTP.EXPECTATION_FAILED;
  const coding = headers['content-encoding'];
  return coding === undefined || coding.toLowerCase() === 'identity' ? undefined : HTTP.BODY_COMPRESSED;
}

function isUtf8Type(type: string): boolean {
  if (PLAIN_TYPES.has(type)) return true;
  const charsets = [...type.matchAll(/;\s*charset\s*=\s*"?([^\s;"]*)/gi)].map(([, charset]) => charset?.toLowerCase());
  return charsets.every((charset) => charset === 'utf-8' || charset === 'utf8');
}

/** Takes JSON in UTF-8 and nothing else: another decoding would store letters that were never written. */
function takeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.decorateRequest('bodyBytes', 0);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    request.bodyBytes = body.length;
    if (!isUtf8Type(request.headers['content-type'] ?? '')) done(new HttpError(HTTP.CHARSET_NOT_UTF8));
    else if (!isUtf8(body)) done(new HttpError(HTTP.BODY_NOT_UTF8));
    else void parse(request, body.toString(), done);
  });
}

/** Lets a client send the body that it waits to send, unless it is refused for its length alone. */
function answerExpectations(server: Server, bodyLimit: number): void {
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!(Number(request.headers['content-length']) > bodyLimit)) response.writeContinue();
    server.emit('request', request, response);
  });
  // Node would answer other expectations without a word; they are refused with all that is wrong with a request.
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    server.emit('request', request, response);
  });
}

/** Refuses requests that cannot be taken at their word, before anything else reads them. */
export function checkRequests(app: FastifyInstance): void {
  answerExpectations(app.server, app.initialConfig.bodyLimit ?? Infinity);
  takeJson(app);
  app.addHook('onRequest', (request, reply, done) => {
    const { raw } = request;
    // Only HTTP/1.1 demands it; absolute URLs of a request are made with it.
    if (raw.httpVersion === '1.0') raw.headers.host ??= 'localhost';
    const reason = faultOf(raw);
    if (reason === undefined) done();
    else void sendHttpError(reply, reason);
  });
}
