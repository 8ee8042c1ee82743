import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FAULT } from '../graphql/format-error.ts';
import { formatReason, type Values } from '../errors/reason.ts';
import type { DomainError, ErrorCode } from '../errors/domain-error.ts';
import { BUSY_STATUS, retryAfterOf } from './busy.ts';
import { HTTP, type HttpReason } from './http.reasons.ts';
import { languageOf } from './language.ts';

/** A request that is refused for a reason of HTTP; thrown where no reply is at hand. */
export class HttpError extends Error {
  constructor(readonly reason: HttpReason) {
    super(reason.en);
  }
}

/** What Fastify refuses by itself, by the code of its error. */
const OF_FASTIFY: Readonly<Record<string, HttpReason>> = {
  FST_ERR_BAD_URL: HTTP.BAD_URL,
  FST_ERR_MAX_PARAM_LENGTH: HTTP.URL_TOO_LONG,
  FST_ERR_CTP_BODY_TOO_LARGE: HTTP.BODY_TOO_LARGE,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: HTTP.NOT_JSON_TYPE,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: HTTP.BODY_CUT,
  FST_ERR_CTP_EMPTY_JSON_BODY: HTTP.BODY_EMPTY,
  FST_ERR_CTP_INVALID_JSON_BODY: HTTP.BODY_NOT_JSON,
};

function reasonOf(error: FastifyError): HttpReason | undefined {
  if (error instanceof HttpError) return error.reason;
  const known = OF_FASTIFY[error.code];
  if (known !== undefined) return known;
  const status = error.statusCode ?? 500;
  // What else the framework and its plugins refuse is the client's as well, such as a body that breaks off.
  return status >= 400 && status < 500 ? { ...HTTP.NOT_HTTP, status } : undefined;
}

/** The text of an error in the shape of GraphQL's, so that clients need to read one shape only. */
export const errorText = (message: string, code: string, requestId: string): string =>
  JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] });

function answerError(reply: FastifyReply, status: number, error: { code: string; message: string }): FastifyReply {
  const { id } = reply.request;
  return reply
    .code(status)
    .header('x-request-id', id)
    .type('application/json; charset=utf-8')
    .send(errorText(error.message, error.code, id));
}

/** Refuses a request for a reason of HTTP, in the language that the client asks for. */
export function sendHttpError(reply: FastifyReply, reason: HttpReason, values: Values = {}): FastifyReply {
  const language = languageOf(reply.request.headers['accept-language']);
  const message = formatReason(reason, language, { limit: reply.server.initialConfig.bodyLimit ?? 0, ...values });
  if (reason === HTTP.BODY_COMPRESSED) void reply.header('accept-encoding', 'identity');
  // The rest of a body is read and thrown away. To close the connection instead would reset it, and with it the answer.
  void reply.removeHeader('connection');
  return answerError(reply, reason.status, { code: reason.code, message });
}

const REFUSAL_STATUS: Partial<Record<ErrorCode, number>> = { ...BUSY_STATUS, UNAUTHENTICATED: 401 };

/** Refuses a request before its body is read, in the language that the client asks for. */
export function sendDomainError(reply: FastifyReply, refusal: DomainError): void {
  const { headers, id } = reply.request;
  const { code, message, reasons, details } = refusal.in(languageOf(headers['accept-language']));
  const retryAfter = retryAfterOf(refusal);
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  void reply
    .code(REFUSAL_STATUS[code] ?? 400)
    .send({ errors: [{ message, extensions: { code, reasons, ...details, requestId: id } }] });
}

/** Answers what the router cannot even read. */
export const refuseUnreadable = (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void =>
  void sendHttpError(reply, reasonOf(error) ?? HTTP.NOT_HTTP);

function refuseUnrouted(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { headers, method, url } = request;
  const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
  if (isPreflight && headers.origin !== undefined) return sendHttpError(reply, HTTP.ORIGIN_NOT_ALLOWED);
  const path = url.split('?', 1)[0] ?? url;
  const allowed = ['GET', 'POST'].filter((each) => app.hasRoute({ url: path, method: each })).join(', ');
  if (allowed === '') return sendHttpError(reply, HTTP.NOT_FOUND);
  return sendHttpError(reply.header('allow', allowed), HTTP.METHOD_NOT_ALLOWED, { allowed });
}

/** One answer for whatever fails outside GraphQL; causes of faults go to the log alone. */
export function registerErrorHandlers(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply) => {
    const reason = reasonOf(error);
    if (reason !== undefined) return sendHttpError(reply, reason);
    app.log.error({ err: error, requestId: request.id }, 'fault');
    return answerError(reply, error.statusCode === 503 ? 503 : 500, { code: 'INTERNAL_SERVER_ERROR', message: FAULT });
  });
  app.setNotFoundHandler((request, reply) => refuseUnrouted(app, request, reply));
}
