import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A program of hiraf's as a process of its own, whose output is read. */
export function spawned(entry: string, settings: Readonly<Record<string, string>>): ChildProcess {
  const path = fileURLToPath(new URL(entry, import.meta.url));
  const env = { ...process.env, ...settings };
  return spawn(process.execPath, ['--import', 'tsx', path], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** A process of the bench's own, spoken to by messages. */
export class Child {
  private constructor(private readonly process: ChildProcess) {}

  static start(entry: string, flags: readonly string[] = []): Child {
    const path = fileURLToPath(new URL(entry, import.meta.url));
    const execArgv = ['--import', 'tsx', ...flags];
    const env = { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' };
    return new Child(fork(path, [], { execArgv, env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** Sends a message and answers the next one that comes back. */
  async ask<Answer>(message: object): Promise<Answer> {
    const died = new AbortController();
    const ended = (code: number | null): void => {
      died.abort(new Error(`A process of the bench ended with ${String(code)}.`));
    };
    this.process.once('exit', ended);
    const answer = once(this.process, 'message', { signal: died.signal });
    this.process.send(message);
    const [value] = (await answer) as [Answer];
    this.process.off('exit', ended);
    return value;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const exit = once(this.process, 'exit');
    this.process.disconnect();
    await exit;
  }
}
