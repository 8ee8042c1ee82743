import type { Cluster } from './cluster.ts';
import { replyOf, tokenFor, type Running } from './contestant.ts';
import { numbersOf } from './contestants/registration.ts';
import type { Call, Writing } from './load.ts';
import { verified } from './verify.ts';
import { inputOf, PROVINCES, registrationFor } from './works/registration.ts';
import { codeOf, REGIONS, type Asker, type Contestant, type Work } from './works/work.ts';

/** The contestants, and the database that all of them serve. */
export interface Stage {
  readonly cluster: Cluster;
  readonly databaseUrl: string;
  readonly contestants: readonly Running[];
}

// A province of each region and each of five professions: every cell of the figures that registrations can touch.
const COMBINATIONS = PROVINCES.length * 5;

const officerOf = (region: number): Asker => ({ role: 'regional-officer', region: codeOf(region) });

/** Counts the runs of registrations, of which no two may share a national number. */
export class Registrations {
  #runs = 0;

  private constructor(
    private readonly tokens: readonly string[],
    private readonly numbers: ReadonlyMap<string, readonly number[]>,
  ) {}

  static async in({ cluster, databaseUrl }: Stage): Promise<Registrations> {
    const tokens = await Promise.all(REGIONS.map((region) => tokenFor(cluster, officerOf(region))));
    return new Registrations(tokens, await numbersOf(databaseUrl));
  }

  next(contestant: Contestant): Writing {
    this.#runs += 1;
    return { contestant, tokens: this.tokens, numbers: [...this.numbers], run: this.#runs };
  }

  /** Tries out that a contestant registers, so that what is asked meanwhile finds no new cell of the figures. */
  async tryOut({ name, origin }: Running): Promise<void> {
    const { run } = this.next(name);
    for (let step = 0; step < COMBINATIONS; step += 1) {
      const index = run * 1_000_000 + step;
      const request = registrationFor(name, inputOf(String(run), index), this.numbers);
      await replyOf(origin, request, this.tokens[index % PROVINCES.length] ?? '');
    }
  }
}

/** What each contestant is asked in a work, with the replies that all of them agree on. */
export async function callsOf(work: Work, { cluster, contestants }: Stage): Promise<Map<Contestant, Call[]>> {
  const calls = new Map<Contestant, Call[]>(contestants.map(({ name }) => [name, []]));
  for (const ask of work.asks) {
    const token = await tokenFor(cluster, ask.viewer);
    for (const [name, expected] of await verified(ask, contestants, token)) {
      calls.get(name)?.push({ request: ask.questions[name].request, token, expected });
    }
  }
  return calls;
}
