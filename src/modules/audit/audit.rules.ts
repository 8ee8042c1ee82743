import { CHAIN_START, linkHash } from '../../platform/lib/hash-chain.ts';

/** An entry as its hash was made: each field as the text that the database writes for it. */
export interface Link {
  readonly regionId: string;
  readonly seq: string;
  readonly at: string;
  readonly subject: string;
  readonly role: string;
  readonly requestId: string;
  readonly action: string;
  readonly type: string;
  readonly entityId: string | null;
  readonly provinceId: string | null;
  readonly version: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** Where a chain ends: the last number and the last hash. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** The first place where a chain does not hold, and how. */
export interface ChainBreak {
  readonly seq: number;
  readonly what: 'REGION' | 'NUMBER' | 'PREVIOUS_HASH' | 'CONTENT' | 'HEAD';
  readonly expected: string;
  readonly found: string;
}

const contentOf = (link: Link): (string | null)[] => [
  ...[link.regionId, link.seq, link.at, link.subject, link.role, link.requestId, link.action, link.type],
  ...[link.entityId, link.provinceId, link.version, link.before, link.after],
];

/** Walks a chain link by link and remembers only where it stands. It goes no further than the first break. */
export class ChainVerifier {
  #count = 0;
  #head: Head = { seq: 0, hash: CHAIN_START };
  #broken: ChainBreak | undefined;
  #wanted: boolean;

  /** A hash that was noted down at an earlier time is expected to be met on the way. */
  constructor(
    private readonly regionId: number,
    private readonly expected?: string,
  ) {
    this.#wanted = expected !== undefined && expected !== CHAIN_START;
  }

  get count(): number {
    return this.#count;
  }

  get head(): Head {
    return this.#head;
  }

  get broken(): ChainBreak | undefined {
    return this.#broken;
  }

  /** Takes the next link; false where the chain is broken there. */
  take(link: Link): boolean {
    this.#broken ??= this.breakAt(link);
    if (this.#broken !== undefined) return false;
    this.#count += 1;
    this.#head = { seq: Number(link.seq), hash: link.hash };
    if (link.hash === this.expected) this.#wanted = false;
    return true;
  }

  /** Compares the end of the walk with where the chain is said to end; nothing is said where its end was lost. */
  end(said: Head | null): ChainBreak | undefined {
    const { seq, hash } = this.#head;
    const expected = said === null ? 'none' : `${String(said.seq)} ${said.hash}`;
    const reached = `${String(seq)} ${hash}`;
    if (expected !== reached) this.#broken ??= { seq, what: 'HEAD', expected, found: reached };
    if (this.#wanted) this.#broken ??= { seq, what: 'HEAD', expected: this.expected ?? '', found: 'not in the chain' };
    return this.#broken;
  }

  private breakAt(link: Link): ChainBreak | undefined {
    const due = this.#head.seq + 1;
    const content = linkHash(link.previousHash, contentOf(link));
    const pairs: readonly (readonly [ChainBreak['what'], string, string])[] = [
      ['REGION', String(this.regionId), link.regionId],
      ['NUMBER', String(due), link.seq],
      ['PREVIOUS_HASH', this.#head.hash, link.previousHash],
      ['CONTENT', link.hash, content],
    ];
    const wrong = pairs.find(([, expected, found]) => expected !== found);
    if (wrong === undefined) return undefined;
    const [what, expected, found] = wrong;
    return { seq: due, what, expected, found };
  }
}
