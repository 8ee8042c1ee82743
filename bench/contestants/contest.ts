import type { Settings } from './session.ts';

/** Runs a contestant as a process of its own: told its settings by the bench, it answers with its port. */
export function contest(listen: (settings: Settings) => Promise<number>): void {
  // The bench lets go of a contestant, or has died: either way it ends, and a profile of it is written.
  process.once('disconnect', () => process.exit());
  process.once('message', (settings: Settings) => {
    listen(settings).then(
      (port) => process.send?.({ port }),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        process.exit(1);
      },
    );
  });
}
