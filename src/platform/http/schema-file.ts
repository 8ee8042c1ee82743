import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { schemaText } from '../graphql/schema-text.ts';
import { sendHttpError } from './errors.ts';
import { HTTP } from './http.reasons.ts';

interface SchemaFile {
  readonly text: string;
  readonly etag: string;
}

function fileOf(schema: GraphQLSchema): SchemaFile {
  const text = schemaText(schema);
  // Weak, because it names the text in each of its content codings.
  return { text, etag: `W/"${createHash('sha256').update(text).digest('base64url')}"` };
}

// A client may hold several, and proxies make strong ones weak.
const holds = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch.split(',').some((each) => [etag, etag.slice(2), '*'].includes(each.trim()));

/** Serves the schema as a file, for tools that make types or check documents; to those who may ask for it by introspection. */
export function schemaFile(app: FastifyInstance, schema: GraphQLSchema): void {
  let file: SchemaFile | undefined;
  app.get('/schema.graphql', { config: { brotliQuality: 5 } }, (request, reply) => {
    if (request.viewer.role === null) {
      return sendHttpError(reply.header('www-authenticate', 'Bearer'), HTTP.SCHEMA_NEEDS_TOKEN);
    }
    // Made when it is first asked for: most processes never are.
    file ??= fileOf(schema);
    void reply.header('etag', file.etag).header('cache-control', 'private, no-cache');
    if (holds(request.headers['if-none-match'] ?? '', file.etag)) return reply.code(304).send();
    return reply.type('application/graphql; charset=utf-8').send(file.text);
  });
}
