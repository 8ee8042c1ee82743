import type { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../src/platform/postgres/open.ts';
import { agentOf, send, type Reply } from './client.ts';
import type { Program } from './program.ts';

const REGISTER = `mutation ($input: RegisterArtisanInput!) {
  registerArtisan(input: $input) { artisan { id version } userErrors { code } }
}`;
const LATIN = 'Registered Amid Faults';
const WRITERS = 8;
const PATIENCE_MS = 60_000;

interface Answer {
  readonly data?: {
    readonly registerArtisan: {
      readonly artisan: { readonly id: string } | null;
      readonly userErrors: readonly { readonly code: string }[];
    } | null;
  } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** What writers have seen until now. */
export interface Written {
  /** The id that each acknowledged number was given. */
  readonly acknowledged: Map<number, string>;
  /** Answers by code; `200` for those that are right. */
  readonly codes: Map<string, number>;
  /** Numbers that were given another id when they were repeated. */
  changed: number;
}

const idOfNumber = (number: number): string => `QZ${String(1_000_000 + number)}`;

const inputOf = (number: number) => ({
  ...{
    idempotencyKey: `faults-${String(number).padStart(6, '0')}`,
    province: 'MA-FES',
    profession: 'VEH-01',
    kind: 'ARTISAN',
  },
  ...{ nameAr: 'سعيد بناني', nameLatin: LATIN, sex: 'MALE', birthDate: '1984-05-06', qualification: 'PRACTICE' },
  nationalId: idOfNumber(number),
});

/** Officers who register people, each under a key, and repeat what was not acknowledged until it is. */
export class Writers {
  readonly written: Written = { acknowledged: new Map(), codes: new Map(), changed: 0 };
  #next: number;
  #isOver = false;
  #isGivenUp = false;
  #all: Promise<unknown> = Promise.resolve();
  #agent: Agent;
  #token = '';

  constructor(
    private readonly program: Program,
    /** The first of its numbers; those of two that write at once must not meet. */
    first = 0,
  ) {
    this.#next = first;
    this.#agent = agentOf(WRITERS);
  }

  /** How many were begun. */
  get begun(): number {
    return this.#next;
  }

  async begin(): Promise<void> {
    this.#token = await this.program.token({ subject: 'faults-officer', role: 'regional-officer', region: 'MA-03' });
    this.#isOver = false;
    this.#all = Promise.all(Array.from({ length: WRITERS }, () => this.work()));
  }

  /** Waits until so many more were acknowledged. */
  async acknowledge(more: number): Promise<void> {
    const until = this.written.acknowledged.size + more;
    const began = performance.now();
    while (this.written.acknowledged.size < until) {
      if (performance.now() - began > PATIENCE_MS)
        throw new Error(`Nothing is acknowledged: ${JSON.stringify([...this.written.codes])}`);
      await sleep(5);
    }
  }

  /** Lets each writer finish what it has begun. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#all;
  }

  /** Ends at once, whatever is not acknowledged. */
  async giveUp(): Promise<void> {
    this.#isGivenUp = true;
    await this.end();
    this.#isGivenUp = false;
  }

  /** Compares what was acknowledged with the database: no number lost, none twice. */
  async verdict(): Promise<{ lost: number; doubled: number }> {
    const { rows } = await withClient(this.program.databaseUrl(), async (client) => {
      await client.query(`select set_config('app.records', '{0,1,2,3,4,5,6,7,8,9,10,11,12}', false)`);
      return client.query<{ number: string; times: number }>(
        `select national_id as number, count(*)::int as times from artisan where name_latin = $1 group by 1`,
        [LATIN],
      );
    });
    const times = new Map(rows.map((row) => [row.number, row.times]));
    const lost = [...this.written.acknowledged.keys()].filter((number) => !times.has(idOfNumber(number)));
    return { lost: lost.length + this.written.changed, doubled: rows.filter((row) => row.times > 1).length };
  }

  private async work(): Promise<void> {
    while (!this.#isOver) {
      const number = this.#next;
      this.#next += 1;
      while (!(await this.register(number)) && !this.#isGivenUp) await sleep(100);
    }
  }

  /** Whether a number was acknowledged; one that was is asked for once more now and then. */
  private async register(number: number): Promise<boolean> {
    const reply = await this.try(number);
    if (reply === undefined) return false;
    const id = this.note(reply);
    if (id === undefined) {
      await sleep(Math.min(reply.retryAfter ?? 0, 2) * 500);
      return false;
    }
    const before = this.written.acknowledged.get(number);
    if (before !== undefined && before !== id) this.written.changed += 1;
    this.written.acknowledged.set(number, id);
    return true;
  }

  private async try(number: number): Promise<Reply | undefined> {
    const call = { token: this.#token, query: REGISTER, variables: { input: inputOf(number) } };
    return send(this.program.address, call, this.#agent).catch(() => undefined);
  }

  private note({ status, text }: Reply): string | undefined {
    const answer = JSON.parse(text) as Answer;
    const { artisan, userErrors = [] } = answer.data?.registerArtisan ?? {};
    const code = answer.errors?.[0]?.extensions.code ?? userErrors[0]?.code ?? String(status);
    this.written.codes.set(code, (this.written.codes.get(code) ?? 0) + 1);
    return artisan?.id;
  }

  /** Repeats every number once more: each must get the id that it had. */
  async repeatAll(): Promise<void> {
    const numbers = [...this.written.acknowledged.keys()];
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let at = next++; at < numbers.length; at = next++) {
        const number = numbers[at];
        while (number !== undefined && !(await this.register(number))) await sleep(50);
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, worker));
  }
}
