import 'reflect-metadata';
import { prepareApart } from './commands/prepare-apart.ts';
import { loadConfig } from './config/load.ts';
import { openDatabase } from './database/open.ts';
import { buildServer } from './server.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (what: string, error: unknown): void =>
  void process.stderr.write(`${what}: ${error instanceof Error ? error.message : String(error)}\n`);

const opened: (() => Promise<unknown>)[] = [];
let ending = false;

/** Closes what was opened, last first. Requests in flight are answered before the database goes. */
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  for (const close of opened.toReversed()) {
    await close().catch((error: unknown) => {
      complain('hiraf did not stop well', error);
    });
  }
  process.exit(code);
}

async function main(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));
  const config = loadConfig();
  const opening = openDatabase(config, { report: say, signal: new AbortController().signal });
  opened.push(() =>
    opening.then(
      (database) => database.stop(),
      () => undefined,
    ),
  );
  const database = await opening;
  database.supervise(say);
  const preparation = prepareApart(database.url, say);
  opened.push(() => preparation.stop());
  await preparation.done;
  const app = await buildServer({ config, databaseUrl: database.url });
  opened.push(() => app.close());
  const address = await app.listen({ host: config.host, port: config.port });
  say(`hiraf answers at ${address}/graphql; the explorer is at ${address}/`);
  if (!config.production) say('A token: npm run -s token -- --role regional-viewer --region MA-03');
}

main().catch((error: unknown) => {
  if (!ending) complain('hiraf could not start', error);
  void end(1);
});
