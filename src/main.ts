import 'reflect-metadata';
import { prepare } from './commands/prepare.ts';
import { loadConfig } from './config/load.ts';
import { openDatabase } from './database/open.ts';
import { buildServer } from './server.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(): Promise<void> {
  const config = loadConfig();
  const database = await openDatabase(config);
  await prepare(config, database.url, say);
  const app = await buildServer({ config, databaseUrl: database.url });
  const address = await app.listen({ host: config.host, port: config.port });
  say(`hiraf answers at ${address}/graphql; the explorer is at ${address}/`);
  if (!config.production) say('A token: npm run -s token -- --role regional-viewer --region MA-03');

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await app.close();
    await database.stop();
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

try {
  await main();
} catch (error) {
  process.stderr.write(`hiraf could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
