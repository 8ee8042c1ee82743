type Close = (cut: AbortSignal) => unknown;

// npm passes Ctrl-C on to the process that has it from the terminal already: two signals, and one intention.
const SAME_INTENTION_MS = 1000;

/** What the process has opened, and the order in which all of it is closed when it ends. */
export class Shutdown {
  readonly #closes: Close[] = [];
  readonly #started = new AbortController();
  readonly #cut = new AbortController();
  #startedAt = 0;
  #code = 0;

  constructor(
    private readonly timeoutMs: number,
    private readonly complain: (line: string) => void,
  ) {}

  /** Aborted when the process is to end: whatever is still being opened gives up. */
  get signal(): AbortSignal {
    return this.#started.signal;
  }

  /** Has something closed at the end, before what was opened earlier. Its signal is aborted when the time is over. */
  push(close: Close): void {
    this.#closes.push(close);
  }

  /** Ends the process with a code, and with 1 where something could not be closed as it should. */
  end(code: number): void {
    this.#code = Math.max(this.#code, code);
    if (this.signal.aborted) return;
    this.#startedAt = performance.now();
    this.#started.abort();
    setTimeout(() => {
      this.#cut.abort();
    }, this.timeoutMs);
    void this.closeAll().then(() => process.exit(this.#code));
  }

  /** Cuts short an end that is under way. */
  hurry(): void {
    if (performance.now() - this.#startedAt > SAME_INTENTION_MS) this.#cut.abort();
  }

  private async closeAll(): Promise<void> {
    for (const close of this.#closes.toReversed()) {
      try {
        await close(this.#cut.signal);
      } catch (error) {
        this.complain(`hiraf did not stop cleanly: ${error instanceof Error ? error.message : String(error)}.`);
        this.#code = 1;
      }
    }
  }
}
