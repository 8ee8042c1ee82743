import type { Caller } from '../auth/caller.ts';

/** Bounds of the line and of what runs at once. */
export interface LineLimits {
  /** Operations that run at once. */
  readonly running: number;
  /** Points of all operations that run at once, so that few large ones share the memory. */
  readonly points: number;
  /** Operations that wait. */
  readonly waiting: number;
  /** Operations of one caller that wait. */
  readonly waitingOfCaller: number;
  /** How long an operation waits, in milliseconds. */
  readonly patience: number;
}

export type Refused = 'LINE_FULL' | 'WAITED_TOO_LONG' | 'TOO_MANY_OF_CALLER' | 'GONE';

/** The response to whoever waits, which closes when its client hangs up. */
export interface ClientResponse {
  readonly closed: boolean;
  once(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
}

/** An operation that was let in: it has its place until it is released. */
export interface Ticket {
  release(): void;
}

interface Waiting {
  readonly points: number;
  readonly enter: () => void;
}

/** How much of something runs at once. */
interface Load {
  running: number;
  points: number;
}

interface CallerQueue {
  readonly caller: Caller;
  readonly load: Load;
  readonly waiting: Waiting[];
}

interface GroupQueue {
  readonly atOnce: number;
  readonly load: Load;
  readonly callers: Map<string, CallerQueue>;
}

const isIdle = ({ load, waiting }: CallerQueue): boolean => load.running === 0 && waiting.length === 0;

/** Moves an entry of a map behind the others, so that those take their turn first. */
function toTheEnd<Value>(map: Map<string, Value>, key: string): void {
  const value = map.get(key);
  if (value === undefined) return;
  map.delete(key);
  map.set(key, value);
}

/**
 * A bounded line in front of the database. Groups take turns, and within a group callers do, so that no caller waits behind
 * another one's many operations; each has a bound on what it runs at once.
 */
export class WaitingLine {
  readonly #groups = new Map<string, GroupQueue>();
  readonly #load: Load = { running: 0, points: 0 };
  #waiting = 0;

  constructor(private readonly limits: LineLimits) {}

  get waiting(): number {
    return this.#waiting;
  }

  get running(): number {
    return this.#load.running;
  }

  /** Whether there is no room left to wait in: then a request need not even be read. */
  get isFull(): boolean {
    return this.#waiting >= this.limits.waiting;
  }

  /** Resolves when the operation may run, or with the reason why it may not. */
  enter(caller: Caller, points: number, response: ClientResponse): Promise<Ticket | Refused> {
    if (response.closed) return Promise.resolve('GONE');
    const group = this.groupOf(caller);
    const queue = this.queueOf(group, caller);
    if (queue.waiting.length === 0 && this.fits(group, queue, points)) {
      return Promise.resolve(this.admit(group, queue, points));
    }
    const why = this.whyNotWait(queue);
    if (why === undefined) return this.wait({ group, queue, points, response });
    this.forgetIdle(group, queue);
    return Promise.resolve(why);
  }

  private whyNotWait({ waiting }: CallerQueue): Refused | undefined {
    if (waiting.length >= this.limits.waitingOfCaller) return 'TOO_MANY_OF_CALLER';
    return this.isFull ? 'LINE_FULL' : undefined;
  }

  private wait(of: { group: GroupQueue; queue: CallerQueue; points: number; response: ClientResponse }) {
    const { group, queue, points, response } = of;
    return new Promise<Ticket | Refused>((resolve) => {
      const end = (outcome: Ticket | Refused): void => {
        clearTimeout(timer);
        response.off('close', gone);
        this.#waiting -= 1;
        resolve(outcome);
      };
      const leave = (why: Refused): void => {
        queue.waiting.splice(queue.waiting.indexOf(entry), 1);
        this.forgetIdle(group, queue);
        end(why);
      };
      const entry: Waiting = {
        points,
        enter: () => {
          end(this.admit(group, queue, points));
        },
      };
      const gone = (): void => {
        leave('GONE');
      };
      const timer = setTimeout(leave, this.limits.patience, 'WAITED_TOO_LONG');
      response.once('close', gone);
      queue.waiting.push(entry);
      this.#waiting += 1;
    });
  }

  private admit(group: GroupQueue, queue: CallerQueue, points: number): Ticket {
    const loads = [this.#load, group.load, queue.load];
    for (const load of loads) {
      load.running += 1;
      load.points += points;
    }
    let isReleased = false;
    const release = (): void => {
      if (isReleased) return;
      isReleased = true;
      for (const load of loads) {
        load.running -= 1;
        load.points -= points;
      }
      this.forgetIdle(group, queue);
      this.letIn();
    };
    return { release };
  }

  private fits(group: GroupQueue, { load, caller }: CallerQueue, points: number): boolean {
    const { quota } = caller;
    if (this.#load.running >= this.limits.running || load.running >= quota.atOnce) return false;
    if (group.load.running >= group.atOnce) return false;
    // One that is larger than the bound runs alone.
    const hasRoom = this.#load.points === 0 || this.#load.points + points <= this.limits.points;
    return hasRoom && (load.points === 0 || load.points + points <= quota.ceiling);
  }

  /** Lets in as many as there is room for: of each group in turn, of each caller in turn. */
  private letIn(): void {
    while (this.#waiting > 0 && this.#load.running < this.limits.running && this.letOneIn());
  }

  private letOneIn(): boolean {
    for (const [groupKey, group] of this.#groups) {
      if (group.load.running >= group.atOnce) continue;
      for (const [callerKey, queue] of group.callers) {
        const [next] = queue.waiting;
        if (next === undefined || !this.fits(group, queue, next.points)) continue;
        toTheEnd(this.#groups, groupKey);
        toTheEnd(group.callers, callerKey);
        queue.waiting.shift();
        next.enter();
        return true;
      }
    }
    return false;
  }

  private groupOf({ group: { key, quota } }: Caller): GroupQueue {
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const { atOnce } = quota;
    const made = { atOnce, load: { running: 0, points: 0 }, callers: new Map<string, CallerQueue>() };
    this.#groups.set(key, made);
    return made;
  }

  private queueOf(group: GroupQueue, caller: Caller): CallerQueue {
    const known = group.callers.get(caller.key);
    if (known !== undefined) return known;
    const made = { caller, load: { running: 0, points: 0 }, waiting: [] };
    group.callers.set(caller.key, made);
    return made;
  }

  private forgetIdle(group: GroupQueue, queue: CallerQueue): void {
    if (isIdle(queue)) group.callers.delete(queue.caller.key);
  }
}
