const LOOK_EVERY_MS = 1000;

/** A server that is no child of this process. */
export interface Kept {
  isRunning(): Promise<boolean>;
  start(): Promise<void>;
}

/** Watches over a server and starts it again when it is gone. */
export class Keeper {
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<void> | undefined;
  #told = '';

  constructor(
    private readonly server: Kept,
    private readonly tell: (line: string) => void,
  ) {
    this.#timer = setInterval(() => {
      this.#looking ??= this.look().finally(() => {
        this.#looking = undefined;
      });
    }, LOOK_EVERY_MS).unref();
  }

  /** Ends the watch; waits for a start that is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  private async look(): Promise<void> {
    if (await this.server.isRunning()) return;
    this.tellOnce('The embedded PostgreSQL is gone; it is started again.');
    try {
      await this.server.start();
      this.tellOnce('The embedded PostgreSQL is back.');
    } catch (error) {
      // What it left behind may hold its memory for a moment: the next look tries again.
      this.tellOnce(`It cannot be started: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private tellOnce(line: string): void {
    if (line !== this.#told) this.tell(line);
    this.#told = line;
  }
}
