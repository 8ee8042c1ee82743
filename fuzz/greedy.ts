import type { GraphQLSchema } from 'graphql';
import { Random } from '../src/seed/random.ts';
import { Workshop, type Candidate } from './candidates.ts';
import type { Vocabulary } from './values.ts';
import { Variations } from './variations.ts';

/** What an operation came to. */
export interface Measured {
  readonly status: number;
  readonly bytes: number;
  readonly ms: number;
  /** The code of the refusal, where all of it was refused. */
  readonly code: string | undefined;
  /** What no answer may be. */
  readonly fault: string | undefined;
}

export type Measure = (candidate: Candidate) => Promise<Measured>;
export type Aim = 'bytes' | 'ms';

/** An operation that was answered, with what it came to. */
export interface Found extends Candidate, Measured {
  readonly role: string;
}

export interface Hunt {
  readonly role: string;
  readonly aim: Aim;
  /** Points that the role may spend on one operation. */
  readonly ceiling: number;
  readonly seeds: readonly { readonly query: string; readonly variables?: Candidate['variables'] }[];
  readonly measure: Measure;
}

const POPULATION = 16;
const BEST = 10;
/** Times are measured again where one would count; the best of three is noted, so that other work on the machine does not. */
const REPEATS = 2;
const NOTEWORTHY = 0.6;

/** Keeps the worst of what was answered, each document once. */
export class Worst {
  #found: Found[] = [];

  constructor(
    private readonly aim: Aim,
    private readonly size = BEST,
  ) {}

  get all(): readonly Found[] {
    return this.#found;
  }

  /** What a further one must pass to be kept. */
  get least(): number {
    return this.#found.length < this.size ? 0 : (this.#found.at(-1)?.[this.aim] ?? 0);
  }

  note(found: Found): boolean {
    if (found[this.aim] <= this.least || this.#found.some(({ query }) => query === found.query)) return false;
    const sorted = [...this.#found, found].sort((one, other) => other[this.aim] - one[this.aim]);
    this.#found = sorted.slice(0, this.size);
    return true;
  }
}

/** Looks for the operations that a role may ask and that cost most, from one document to the next. */
export class Hunter {
  readonly #random: Random;
  readonly #workshop: Workshop;
  readonly #variations: Variations;
  readonly worst: Readonly<Record<Aim, Worst>> = { bytes: new Worst('bytes'), ms: new Worst('ms') };
  /** What was refused, and how long that took at most. */
  readonly refused = new Worst('ms');
  readonly faults: string[] = [];
  readonly answered = { accepted: 0, refused: 0, notRead: 0 };

  constructor(schema: GraphQLSchema, vocabulary: Vocabulary, seed: number) {
    this.#random = new Random(seed);
    this.#workshop = new Workshop(schema);
    this.#variations = new Variations(this.#workshop, vocabulary, this.#random);
  }

  /** Tries so many documents for one aim of one role. */
  async hunt(hunt: Hunt, count: number): Promise<void> {
    const population = new Worst(hunt.aim, POPULATION);
    const seeds = hunt.seeds.flatMap(({ query, variables = {} }) => {
      const seed = this.#workshop.candidate(query, variables);
      if (seed === undefined) throw new Error(`The server would not read this document to begin with: ${query}`);
      return this.#variations.below(hunt.ceiling, seed) ?? [];
    });
    if (seeds.length === 0) throw new Error('No document to begin with is below the ceiling.');
    for (let tried = 0; tried < count; tried += 1) {
      const candidate = seeds[tried] ?? this.next(population, seeds, hunt.ceiling);
      if (candidate === undefined) this.answered.notRead += 1;
      else await this.try(candidate, hunt, population);
    }
  }

  private next(population: Worst, seeds: readonly Candidate[], ceiling: number): Candidate | undefined {
    const pool = population.all.length > 0 ? population.all : seeds;
    const parent = this.tournament(pool);
    const other = this.#random.chance(0.3) ? this.#random.pick(seeds) : this.#random.pick(pool);
    for (let index = 0; index < 5; index += 1) {
      const varied = this.#variations.of(parent, other);
      const fitting = varied && this.#variations.below(ceiling, varied);
      if (fitting !== undefined && fitting.query !== parent.query) return fitting;
    }
    return undefined;
  }

  private tournament(pool: readonly Candidate[]): Candidate {
    const [one, other] = [this.#random.below(pool.length), this.#random.below(pool.length)];
    // The worst comes first.
    return pool[Math.min(one, other)] ?? this.#random.pick(pool);
  }

  private async try(candidate: Candidate, { role, measure }: Hunt, population: Worst): Promise<void> {
    let measured = await measure(candidate);
    const isNoteworthy = measured.ms > Math.min(population.least || Infinity, this.worst.ms.least) * NOTEWORTHY;
    for (let index = 0; isNoteworthy && index < REPEATS; index += 1) {
      const again = await measure(candidate);
      measured = { ...measured, ms: Math.min(measured.ms, again.ms), fault: measured.fault ?? again.fault };
    }
    const found = { ...candidate, ...measured, role };
    if (measured.fault !== undefined) this.faults.push(`${role}: ${measured.fault}\n${candidate.query.slice(0, 3000)}`);
    if (measured.code !== undefined) {
      this.answered.refused += 1;
      this.refused.note(found);
      return;
    }
    this.answered.accepted += 1;
    population.note(found);
    this.worst.bytes.note(found);
    this.worst.ms.note(found);
  }
}
