import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { HTTP, type HttpReason } from '../src/platform/http/http.reasons.ts';
import type { ErrorReason } from '../src/platform/errors/reason.ts';
import { writeOrCheck } from './generated.ts';

const FILE = 'docs/errors.md';

/** What a client does on each code, and the status of the answer where it is not that of GraphQL over HTTP. */
const CODES = [
  ['UNAUTHENTICATED', '200, 401', 'There is no token, or it is not valid. Send `Authorization: Bearer …`.'],
  ['FORBIDDEN', '200', 'The role has no such grant, or not there. Ask as another role.'],
  ['NOT_FOUND', '200', 'There is no such row, or the viewer may not read it: the two look alike.'],
  ['BAD_USER_INPUT', '200', 'Arguments or variables are wrong: `reasons` lists all of them, each with its path.'],
  ['CONFLICT', '200', 'Only of refusals that a mutation does not declare, which should not be: tell the operator.'],
  ['OPERATION_TOO_COSTLY', '200', 'The operation is too large. Ask for less at once, as the message says.'],
  ['RATE_LIMITED', '429', 'The budget of this minute is spent. Ask again after `Retry-After` seconds.'],
  [
    'SERVICE_UNAVAILABLE',
    '200, 503',
    'The database is away or the server is full. Repeat after `Retry-After` seconds.',
  ],
  ['GRAPHQL_PARSE_FAILED', '200, 400', 'The document is not GraphQL. The message says where.'],
  ['GRAPHQL_VALIDATION_FAILED', '200, 400', 'The document does not fit the schema. The message says where.'],
  ['OPERATION_RESOLUTION_FAILURE', '200, 400', '`operationName` names no operation of the document, or is missing.'],
  ['INTROSPECTION_DISABLED', '200, 400', 'Introspection needs a token.'],
  ['INTERNAL_SERVER_ERROR', '200, 500', 'An error of the server. Quote the request id to the operator.'],
] as const;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

async function reasonsIn(file: string): Promise<ErrorReason[]> {
  const exported = (await import(resolve(file))) as Record<string, Record<string, ErrorReason>>;
  return Object.values(exported)
    .flatMap((list) => Object.values(list))
    .filter((reason) => typeof reason.code === 'string');
}

async function reasonTables(): Promise<string[]> {
  const files = globSync('src/{modules,platform}/*/*.reasons.ts').filter((file) => !file.endsWith('http.reasons.ts'));
  return Promise.all(
    files.sort().map(async (file) => {
      const rows = (await reasonsIn(file)).map(({ code, en, fr, ar, source }) => [`\`${code}\``, en, fr, ar, source]);
      return `### ${basename(file, '.reasons.ts')}\n\n${table(['reason', 'message', 'en français', 'بالعربية', 'source'], rows)}`;
    }),
  );
}

async function errorsText(): Promise<string> {
  const http = Object.values<HttpReason>(HTTP).map(({ status, code, en }) => [String(status), `\`${code}\``, en]);
  const parts = [
    '# Errors',
    'Made from the code by `npm run errors`. A mutation that is refused answers `userErrors` in its payload, each with a reason as its `code`, the `path` of the input field, a `message` (in the language of `Accept-Language`: ar, fr, en) and its `source`: an article of law 50.17 or of decree 2.21.437, or hiraf. Every top-level error has `message` and `extensions.code`; where reasons are known, `extensions.reasons` lists them in the same form. Codes are stable, messages are not. Values stand where the messages have `{name}`.',
    '## Codes',
    'The status is 200 for clients that accept `application/json`; where two are listed, the second is for `application/graphql-response+json`, or where nothing could be answered.',
    table(
      ['code', 'status', 'what to do'],
      CODES.map(([code, status, what]) => [`\`${code}\``, status, what]),
    ),
    '## Before GraphQL',
    table(['status', 'code', 'message'], http),
    '## Reasons',
    ...(await reasonTables()),
  ];
  return format(`${parts.join('\n\n')}\n`, { ...(await resolveConfig(FILE)), filepath: FILE });
}

await writeOrCheck(FILE, await errorsText(), 'errors');
