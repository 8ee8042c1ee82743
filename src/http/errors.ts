import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FAULT } from '../graphql/format-error.ts';

/** What a client did wrong before GraphQL was reached, by status. */
const CODES: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  414: 'URI_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** Answers an error in the shape of GraphQL's, so that clients need to read one shape only. */
function answerError(reply: FastifyReply, status: number, message: string): FastifyReply {
  const code = CODES[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR');
  const extensions = { code, requestId: reply.request.id };
  return reply.code(status).send({ errors: [{ message, extensions }] });
}

/** One answer for whatever fails outside GraphQL; causes of faults go to the log alone. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) return answerError(reply, status, error.message);
    app.log.error({ err: error, requestId: request.id }, 'fault');
    return answerError(reply, status === 503 ? 503 : 500, FAULT);
  });
  app.setNotFoundHandler((_request, reply) =>
    answerError(reply, 404, 'There is nothing here. The API is at /graphql, the explorer at /.'),
  );
}

/** Tells that an address is there, but not for this method. */
export function refuseOtherMethods(app: FastifyInstance, url: string): void {
  app.route({
    url,
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    handler: (_request, reply) => answerError(reply.header('allow', 'GET, POST'), 405, 'Ask with GET or POST.'),
  });
}
