import type { GraphQLSchema } from 'graphql';
import { STATEMENT_PRICE } from '../src/platform/graphql/cost/directives.ts';
import { Random } from '../src/seed/random.ts';
import { everyId, idOf, markRows, originsOf, someRows, type Row, type Spot } from '../tests/support/canaries.ts';
import { VIEWERS, type Service, type Who } from '../tests/support/service.ts';
import { wordsOf } from '../tests/support/vocabulary.ts';
import { Operations, type Asked } from './operations.ts';
import { codesOf, drawnSending, faultIn, sendTo, toldIn, type Received, type Sending, type Told } from './requests.ts';
import { comparable, twinOf, twinsFor, type Words } from './twins.ts';
import type { Vocabulary } from './values.ts';

const FES = 17;
const SHOWN = 2000;
const TWINS = 0.5;

/** A caller, how much of all queries is theirs, and whose rows they see. */
export interface Caller {
  readonly name: string;
  readonly who: Who | null;
  readonly share: number;
  readonly inSight: (spot: Spot) => boolean;
}

const ofRegion = ({ region }: Spot): boolean => region === 3 || region === 0;
const ofProvince = ({ region, province }: Spot): boolean =>
  region === 0 || (region === 3 && (province === 0 || province === FES));

/** All roles and no token; the regional ones stand in Fès-Meknès. */
export const CALLERS: readonly Caller[] = [
  { name: 'regional-viewer', who: VIEWERS['regional-viewer'], share: 0.42, inSight: ofRegion },
  { name: 'regional-officer', who: VIEWERS['regional-officer'], share: 0.13, inSight: ofRegion },
  { name: 'provincial-officer', who: VIEWERS['provincial-officer'], share: 0.21, inSight: ofProvince },
  { name: 'central-officer', who: VIEWERS['central-officer'], share: 0.07, inSight: () => true },
  { name: 'central-service', who: VIEWERS['central-service'], share: 0.07, inSight: () => true },
  { name: 'analyst', who: VIEWERS.analyst, share: 0.05, inSight: () => false },
  { name: 'no token', who: null, share: 0.05, inSight: () => false },
];

/** Rows with marks of where they are, and words that lead to them. */
export interface Planted extends Words {
  readonly byId: ReadonlyMap<string, Row>;
  readonly vocabulary: Vocabulary;
}

/** Marks every text of people, so that one that may not be read shows itself anywhere. */
export async function planted(service: Service): Promise<Planted> {
  const { url } = service.database;
  await markRows(url);
  const [rows, exists] = await Promise.all([someRows(url), everyId(url)]);
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  const vocabulary = await wordsOf(service, rows);
  return { rows, exists, byId, vocabulary, registerNumbers: vocabulary['registerNumber'] ?? [] };
}

/** What was seen of the queries of one caller. */
export interface QueryScore {
  asked: number;
  /** Answered without an error. */
  answered: number;
  /** Answers that hold something of a row. */
  reached: number;
  /** Answers with something that may not be read. */
  readonly leaks: string[];
  readonly faults: string[];
  /** Answers with more values or statements than their price covers. */
  readonly underpriced: string[];
  /** Questions of what the caller may not read that were asked again of what does not exist, and those answered differently. */
  twins: number;
  readonly tellingApart: string[];
  readonly codes: Map<string, number>;
}

const newScore = (): QueryScore => ({
  ...{ asked: 0, answered: 0, reached: 0, leaks: [], faults: [], underpriced: [] },
  ...{ twins: 0, tellingApart: [], codes: new Map() },
});

/** How many plain values and objects an answer holds. */
function valuesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + valuesIn(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + 1 + valuesIn(item), 0);
}

const SENT = /"([^"\\]{6,})"/g;

/** What an answer tells: its data, and its errors without the words that were sent, for those are its caller's own. */
function withoutSent(asked: Asked, received: Received): string {
  const told = toldIn(received);
  if (told === undefined) return received.text;
  const { errors = [], ...rest } = told;
  const sent = [...`${asked.query} ${asked.variables}`.matchAll(SENT)].map(([, word = '']) => word);
  const complaints = sent.reduce((text, word) => text.replaceAll(word, ''), JSON.stringify(errors));
  return `${JSON.stringify(rest)} ${complaints}`;
}

const shown = (asked: Asked, received: Received): string =>
  [asked.query, asked.variables, String(asked.operationName), `${String(received.status)} ${received.text}`]
    .map((part) => part.slice(0, SHOWN))
    .join('\n');

/** Asks random queries as one caller, and judges each answer. */
export class QueryFuzzer {
  readonly #random: Random;
  readonly #operations: Operations;
  readonly #twins: ReadonlyMap<string, string>;
  readonly score = newScore();

  constructor(
    private readonly service: Service,
    private readonly world: Planted & { readonly schema: GraphQLSchema },
    private readonly caller: Pick<Caller, 'who' | 'inSight'> & { readonly seed: number },
  ) {
    this.#random = new Random(caller.seed);
    this.#operations = new Operations(world.schema, world.vocabulary, { seed: caller.seed + 1 });
    this.#twins = twinsFor(world, caller.inSight);
  }

  async run(count: number): Promise<QueryScore> {
    const token = this.caller.who === null ? '' : await this.service.token(this.caller.who);
    for (let index = 0; index < count; index += 1) {
      const asked = this.#operations.next();
      const how = drawnSending(this.#random);
      this.service.statements();
      const received = await sendTo(this.service, asked, { ...how, token });
      this.judge(asked, received);
      await this.tryTwin(asked, received, { ...how, token });
    }
    return this.score;
  }

  private judge(asked: Asked, received: Received): void {
    const { score } = this;
    score.asked += 1;
    const fault = faultIn(received);
    if (fault !== undefined) score.faults.push(`${fault}\n${shown(asked, received)}`);
    const origins = originsOf(withoutSent(asked, received), this.world.byId);
    if (origins.some((spot) => !this.caller.inSight(spot))) score.leaks.push(shown(asked, received));
    if (origins.length > 0) score.reached += 1;
    const told = toldIn(received) ?? {};
    const codes = codesOf(told);
    if (codes.length === 0) score.answered += 1;
    for (const code of codes) score.codes.set(code, (score.codes.get(code) ?? 0) + 1);
    const excess = this.excessOf(told);
    if (excess !== undefined) score.underpriced.push(`${excess}\n${shown(asked, received)}`);
  }

  /** What an answer has taken beyond its price, where it tells that. */
  private excessOf({ data, extensions }: Told): string | undefined {
    const requested = extensions?.cost?.requested;
    if (requested === undefined) return undefined;
    // A field of an object is one value; an object in the middle is one as well, for its own field was counted.
    const values = valuesIn(data);
    const statements = this.service.statements().length;
    const isCovered = values <= requested && statements * STATEMENT_PRICE <= requested;
    return isCovered
      ? undefined
      : `${String(values)} values, ${String(statements)} statements for ${String(requested)}`;
  }

  /** What the caller may not read must look as if it did not exist. */
  private async tryTwin(asked: Asked, received: Received, how: Sending & { token: string }): Promise<void> {
    const twin = this.#random.chance(TWINS) ? twinOf(asked, this.#twins) : undefined;
    if (twin === undefined) return;
    // What is left of a budget differs from one answer to the next.
    const plain = { ...how, reports: false };
    const first = how.reports ? await sendTo(this.service, asked, plain) : received;
    const second = await sendTo(this.service, twin, plain);
    this.score.twins += 1;
    if (comparable(first, this.#twins) === comparable(second, this.#twins)) return;
    this.score.tellingApart.push(`${shown(asked, first)}\n--- but of what does not exist\n${shown(twin, second)}`);
  }
}
