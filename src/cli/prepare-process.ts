import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The messages of the process that prepares a database. */
export type Prepared = { readonly line: string } | { readonly done: true } | { readonly failed: string };

const NAME = import.meta.url.endsWith('.ts') ? './prepare.command.ts' : './prepare.command.js';

export interface Preparation {
  readonly done: Promise<void>;
  /** Ends it where it stands; what it had not committed is not kept. */
  stop(): Promise<void>;
}

/**
 * Migrates and fills a database in a process of its own: what that takes of memory, the mapper of the migrations above
 * all, is given back before the first request comes.
 */
export function prepareInChildProcess(url: string, say: (line: string) => void): Preparation {
  // The bounds on the memory of a server are too tight for one that fills millions of rows.
  const execArgv = process.execArgv.filter((flag) => !flag.startsWith('--max-'));
  const child = fork(fileURLToPath(new URL(NAME, import.meta.url)), { execArgv });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const done = new Promise<void>((resolve, reject) => {
    child.on('message', (message: Prepared) => {
      if ('line' in message) say(message.line);
      else if ('failed' in message) reject(new Error(message.failed));
      else resolve();
    });
    child.once('error', reject);
    void ended.then(() => {
      reject(new Error('the process that prepares the database ended before it was ready'));
    });
  });
  child.send(url);
  const stop = (): Promise<void> => {
    child.kill('SIGKILL');
    return ended;
  };
  return { done, stop };
}
