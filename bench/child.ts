import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { bundleOf } from './bundle.ts';

/** A program as a process of its own, whose output is read. */
export function spawned(program: readonly string[], settings: Readonly<Record<string, string>>): ChildProcess {
  const env = { ...process.env, ...settings };
  return spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** A process of the bench's own, spoken to by messages. */
export class Child {
  private constructor(private readonly process: ChildProcess) {}

  static start(entry: string, flags: readonly string[] = []): Child {
    const execArgv = [...flags];
    const env = { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' };
    return new Child(fork(bundleOf(entry), [], { execArgv, env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
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
