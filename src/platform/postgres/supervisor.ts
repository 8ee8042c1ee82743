const CHECK_EVERY_MS = 1000;

/** A server that is no child of this process. */
export interface SupervisedServer {
  isRunning(): Promise<boolean>;
  start(): Promise<void>;
}

/** Checks every second whether a server still runs, and starts it again when it does not. */
export class Supervisor {
  readonly #timer: NodeJS.Timeout;
  #check: Promise<void> | undefined;
  #isDown = false;
  #failure = '';

  constructor(
    private readonly server: SupervisedServer,
    private readonly report: (line: string) => void,
  ) {
    this.#timer = setInterval(() => {
      this.#check ??= this.check().finally(() => {
        this.#check = undefined;
      });
    }, CHECK_EVERY_MS).unref();
  }

  /** Ends the checks; waits for a start that is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#check;
  }

  private async check(): Promise<void> {
    if (!(await this.server.isRunning())) await this.restart();
    else if (this.#isDown) this.up();
  }

  private async restart(): Promise<void> {
    if (!this.#isDown) this.report('The embedded PostgreSQL is gone; it is started again.');
    this.#isDown = true;
    try {
      await this.server.start();
      this.up();
    } catch (error) {
      // What a killed server leaves may hold its memory for a moment: the next check tries again.
      const failure = error instanceof Error ? error.message : String(error);
      if (failure !== this.#failure)
        this.report(`PostgreSQL cannot be started: ${failure}. The next try is in a second.`);
      this.#failure = failure;
    }
  }

  private up(): void {
    this.report('The embedded PostgreSQL is back.');
    this.#isDown = false;
    this.#failure = '';
  }
}
