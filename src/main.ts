import 'reflect-metadata';
import { prepareInChildProcess } from './cli/prepare-process.ts';
import { Shutdown } from './cli/shutdown.ts';
import type { Config } from './platform/config/config.ts';
import { loadConfig } from './platform/config/load.ts';
import { openDatabase } from './platform/postgres/open.ts';
import { SHARES_PORTS } from './platform/http/acceptors.ts';
import { holdPort, notListening } from './platform/http/starting.ts';
import { buildServer } from './server.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);
// A terminal that is closed, a pipe without a reader, a full disk: what cannot be said must not end the server.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Ends in good order by a signal, and by an error that was caught nowhere: PostgreSQL must not be left behind. */
function endInOrder(shutdown: Shutdown, { stopTimeoutMs }: Config): void {
  const seconds = String(stopTimeoutMs / 1000);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (shutdown.signal.aborted) {
        shutdown.hurry();
        return;
      }
      say(`${signal}: hiraf stops. Requests in flight have ${seconds} s; a second signal cuts them.`);
      shutdown.end(0);
    });
  }
  process.on('uncaughtException', (error) => {
    complain(`hiraf ends by an error: ${error.stack ?? error.message}`);
    shutdown.end(1);
  });
}

async function start(config: Config, shutdown: Shutdown): Promise<void> {
  const { host, port } = config;
  const held = await holdPort(host, port);
  const opening = openDatabase(config, { report: say, signal: shutdown.signal });
  shutdown.push(async () => {
    const database = await opening.catch(() => undefined);
    await database?.stop();
  });
  const database = await opening;
  database.supervise(say);
  const preparation = prepareInChildProcess(database.url, say);
  shutdown.push(() => preparation.stop());
  await preparation.done;
  const app = await buildServer({ config, databaseUrl: database.url });
  shutdown.push((cut) => app.connections.stop({ graceMs: config.stopGraceMs, cut }));
  await app.ready();
  await held.release();
  // Clients that come at once wait here to be accepted. One that finds no room tries again after 1, 3 and 7 seconds.
  const listening = { host, port, backlog: config.maxConnections, reusePort: SHARES_PORTS };
  const address = await app.listen(listening).catch((error: unknown) => {
    throw notListening(error, host, port);
  });
  await app.connections.acceptMore();
  say(`hiraf answers at ${address}/graphql; the explorer is at ${address}/`);
  if (!config.production) say('A token: npm run -s token -- --role regional-viewer --region MA-03');
}

try {
  const config = loadConfig();
  const shutdown = new Shutdown(config.stopTimeoutMs, complain);
  endInOrder(shutdown, config);
  await start(config, shutdown).catch((error: unknown) => {
    if (shutdown.signal.aborted) return;
    complain(`hiraf could not start: ${textOf(error)}`);
    shutdown.end(1);
  });
} catch (error) {
  complain(`hiraf could not start: ${textOf(error)}`);
  process.exitCode = 1;
}
