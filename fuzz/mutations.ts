import type { GraphQLSchema } from 'graphql';
import { globalId, parseGlobalId } from '../src/platform/lib/global-id.ts';
import { Random } from '../src/seed/random.ts';
import type { Service, Who } from '../tests/support/service.ts';
import { Changes, officerFor, type Tried } from './drawing.ts';
import { Operations, type Asked } from './operations.ts';
import { beginWalks } from './prelude.ts';
import { faultIn, sendTo, toldIn, type Received, type Told } from './requests.ts';
import { codesFrom, type Codes } from './scenes.ts';
import { Things, type Thing } from './things.ts';
import { comparable, twinOf } from './twins.ts';

const SHOWN = 2500;
const REFRESH_EVERY = 150;
const ODDS = { several: 0.12, again: 0.06, twin: 0.5 };
const PLAIN = { method: 'POST', accept: 'application/json', reports: false } as const;

/** What became of one mutation. */
interface MutationScore {
  tried: number;
  changed: number;
  /** By what it was refused for. */
  readonly refused: Map<string, number>;
}

/** What was seen of all mutations. */
export class MutationScores {
  readonly byName = new Map<string, MutationScore>();
  readonly faults: string[] = [];
  /** Changes that were refused and left something in the audit log all the same. */
  readonly traces: string[] = [];
  /** What the caller may not read, answered otherwise than what does not exist. */
  readonly tellingApart: string[] = [];
  twins = 0;
  replays = 0;

  of(name: string): MutationScore {
    const found = this.byName.get(name) ?? { tried: 0, changed: 0, refused: new Map<string, number>() };
    this.byName.set(name, found);
    return found;
  }
}

const shown = (who: Who | null, asked: Asked, received: Received): string =>
  [JSON.stringify(who), asked.query, asked.variables, `${String(received.status)} ${received.text}`]
    .map((part) => part.slice(0, SHOWN))
    .join('\n');

/** What a document of this fuzzer asks of each payload. */
interface Payload {
  readonly changed: { readonly changedId?: string } | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string }[];
}

/**
 * Why the mutation at a place of a document was refused; undefined where it has changed something. An error further down is
 * of what was asked to be read after the change.
 */
function refusalIn({ data, errors = [] }: Told, alias: string): string | undefined {
  const payload = (data?.[alias] ?? null) as Payload | null;
  if (payload !== null && payload.userErrors.length > 0) return payload.userErrors[0]?.code;
  if (payload?.changed != null) return undefined;
  return topLevelIn(errors.filter(({ path }) => path === undefined || path[0] === alias));
}

/** Of the errors of one mutation the one that is no error of a field further down. */
function topLevelIn(ofIt: NonNullable<Told['errors']>): string | undefined {
  const error = ofIt.find(({ path = [] }) => path.length <= 1);
  if (error === undefined && ofIt.length > 0) return undefined;
  const { code, reasons = [] } = error?.extensions ?? {};
  return code === undefined ? 'nothing' : [code, ...reasons.slice(0, 1).map((reason) => reason.code)].join(' ');
}

interface Exchange {
  readonly who: Who | null;
  readonly token: string;
  readonly asked: Asked;
  readonly received: Received;
}

/** Tries random changes and judges each answer: a refusal with a code, or a change. */
export class MutationFuzzer {
  readonly #random: Random;
  readonly #operations: Operations;
  readonly #things: Things;
  readonly #tokens = new Map<string, string>();
  readonly scores = new MutationScores();

  constructor(
    private readonly service: Service,
    private readonly schema: GraphQLSchema,
    of: { readonly seed: number; readonly client: ConstructorParameters<typeof Things>[0] },
  ) {
    this.#random = new Random(of.seed);
    this.#operations = new Operations(schema, {}, { seed: of.seed + 1 });
    this.#things = new Things(of.client, this.#random);
  }

  async run(count: number): Promise<MutationScores> {
    const codes = await codesFrom(this.#things);
    const changes = new Changes(this.schema, { things: this.#things, codes, random: this.#random });
    for (const { name } of changes.mutations) this.scores.of(name);
    await beginWalks({ service: this.service, things: this.#things, codes });
    for (let index = 0; index < count; index += 1) {
      if (index % REFRESH_EVERY === 0) await this.#things.refresh();
      await this.tryOnce(changes, codes);
    }
    return this.scores;
  }

  private async tryOnce(changes: Changes, codes: Codes): Promise<void> {
    const random = this.#random;
    const tries = [await changes.draw()];
    while (random.chance(ODDS.several) && tries.length < 3) tries.push(await changes.draw());
    const [first] = tries as [Tried];
    const who = officerFor(first.scene, { codes, random });
    const before = await this.entries();
    const exchange = await this.ask(who, this.#operations.changes(tries));
    const told = toldIn(exchange.received) ?? {};
    const refusals = tries.map((tried, index) => this.judge(tried, refusalIn(told, `m${String(index)}`), changes));
    await this.noteChanged(told);
    this.mustBeRight(exchange, refusals);
    const isRefused = refusals.every((refusal) => refusal !== undefined);
    if (isRefused && (await this.entries()) !== before) this.scores.traces.push(this.shown(exchange));
    if (isRefused && tries.length === 1) await this.tryTwin(exchange, first.scene.focus);
    if (!isRefused && random.chance(ODDS.again)) await this.tryAgain(exchange);
  }

  private judge(tried: Tried, refusal: string | undefined, changes: Changes): string | undefined {
    const score = this.scores.of(tried.field.name);
    score.tried += 1;
    changes.learn(tried, refusal === undefined);
    if (refusal === undefined) score.changed += 1;
    else score.refused.set(refusal, (score.refused.get(refusal) ?? 0) + 1);
    return refusal;
  }

  private mustBeRight(exchange: Exchange, refusals: readonly (string | undefined)[]): void {
    const fault = refusals.includes('nothing') ? 'neither a change nor a refusal' : faultIn(exchange.received);
    if (fault !== undefined) this.scores.faults.push(`${fault}\n${this.shown(exchange)}`);
  }

  /** What was changed is where more may follow. */
  private async noteChanged({ data }: Told): Promise<void> {
    for (const answer of Object.values(data ?? {})) {
      const changedId = (answer as Payload | null)?.changed?.changedId;
      const named = changedId === undefined ? null : parseGlobalId(changedId);
      if (named !== null) await this.#things.note(named.type, named.id);
    }
  }

  /** The same once more, under the same key: a refusal or the first answer again, and no fault. */
  private async tryAgain({ who, asked }: Exchange): Promise<void> {
    const exchange = await this.ask(who, asked);
    this.mustBeRight(exchange, []);
    if (exchange.received.text.includes('"replayed":true')) this.scores.replays += 1;
  }

  /** What an officer does not see must be answered like what does not exist. */
  private async tryTwin(exchange: Exchange, focus: Thing | undefined): Promise<void> {
    const { who, asked, received } = exchange;
    if (focus === undefined || !isForeign(who, focus) || !this.#random.chance(ODDS.twin)) return;
    const number = 10 ** String(focus.number).length - 1 - this.#random.below(5);
    if ((await this.#things.now(focus.type, number)) !== undefined) return;
    const twins = new Map([[focus.id, globalId(focus.type, number)]]);
    const twin = twinOf(asked, twins);
    if (twin === undefined) return;
    const second = await this.ask(who, twin);
    this.scores.twins += 1;
    if (comparable(received, twins) === comparable(second.received, twins)) return;
    this.scores.tellingApart.push(`${this.shown(exchange)}\n--- but of what does not exist\n${this.shown(second)}`);
  }

  private async ask(who: Who | null, asked: Asked): Promise<Exchange> {
    const token = await this.tokenOf(who);
    return { who, token, asked, received: await sendTo(this.service, asked, { ...PLAIN, token }) };
  }

  private async tokenOf(who: Who | null): Promise<string> {
    if (who === null) return '';
    const key = JSON.stringify(who);
    const token = this.#tokens.get(key) ?? (await this.service.token(who));
    this.#tokens.set(key, token);
    return token;
  }

  /** How many entries all chains of the audit log hold. */
  private async entries(): Promise<number> {
    const [row] = await this.#things.ask<{ entries: number }>(
      'select coalesce(sum(seq), 0)::int as entries from audit_head',
    );
    return row?.entries ?? 0;
  }

  private shown({ who, asked, received }: Exchange): string {
    return shown(who, asked, received);
  }
}

const NATION = 0;

/** Whether a row is of another region than the officer, and not of the nation, which all officers see. */
function isForeign(who: Who | null, { regionId }: Thing): boolean {
  if (who?.role !== 'regional-officer' || regionId === NATION) return false;
  return who.region !== `MA-${String(regionId).padStart(2, '0')}`;
}
