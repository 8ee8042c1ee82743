import { execFile } from 'node:child_process';

export interface Ended {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

/** Runs one of the program's commands to its end. */
export const runCommand = (name: string, args: readonly string[], env: Record<string, string>): Promise<Ended> =>
  new Promise((done) => {
    const file = `src/cli/${name}.command.ts`;
    const options = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, ['--import', 'tsx', file, ...args], options, (error, said, complained) => {
      done({ code: error === null ? 0 : Number(error.code), said, complained });
    });
  });
