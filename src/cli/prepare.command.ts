import { prepare } from './prepare.ts';
import { loadConfig } from '../platform/config/load.ts';
import type { Prepared } from './prepare-process.ts';

const answer = (message: Prepared): void => {
  process.send?.(message, () => {
    process.disconnect();
  });
};

// Misspelt settings are reported by the process that starts this one.
const SILENT = (): void => undefined;

// Started by another process with the address of the database; ends when the database is ready.
process.once('message', (url: string) => {
  const say = (line: string): void => void process.send?.({ line } satisfies Prepared);
  prepare(loadConfig(SILENT), url, say).then(
    () => {
      answer({ done: true });
    },
    (error: unknown) => {
      answer({ failed: error instanceof Error ? error.message : String(error) });
    },
  );
});
