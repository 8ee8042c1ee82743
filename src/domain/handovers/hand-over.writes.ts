import { sql } from 'kysely';
import type { Fields } from '../../access/kind.ts';
import type { Write } from '../../access/write.ts';
import { today } from '../../kernel/dates.ts';
import { textFaults } from '../../kernel/facts.ts';
import { Faults } from '../../kernel/faults.ts';
import { mustFollow } from '../../kernel/life-cycle.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { ARTISAN, mustBeInRegister, mustHoldNothing, NO_MEMBERSHIP, type Artisan } from '../artisans/index.ts';
import { unlinkMembers } from '../committees/index.ts';
import { provinceByCode } from '../territory/index.ts';
import type { AcceptHandOverInput, EndHandOverInput, OfferHandOverInput } from './hand-over.input.ts';
import { HAND_OVER } from './hand-over.reads.ts';
import { HAND_OVER_REASONS } from './hand-over.reasons.ts';
import { DIRECTION_OF, HAND_OVER_LIFE, type HandOverEvent, type HandOverState } from './hand-over.rules.ts';
import type { HandOver } from './hand-over.type.ts';

const PATH = 'input.handOverId';

/** The numbers of the two sides of a hand-over that is about to be written. */
async function twoNumbers(write: Write): Promise<[number, number]> {
  const [row] = await write.rows<{ out: number; in: number }>(sql`
    select nextval('hand_over_id_seq')::int as out, nextval('hand_over_id_seq')::int as in`);
  if (row === undefined) throw new Error('The sequence of hand-overs gave no number.');
  return [row.out, row.in];
}

/** Offers a person to another region; they stay where they are until it accepts. */
export async function offerHandOver(write: Write, input: OfferHandOverInput): Promise<HandOver> {
  const { artisanId, expectedVersion } = input;
  const artisan = await write.lock(ARTISAN, artisanId, { path: 'input.artisanId', expectedVersion });
  mustBeInRegister(artisan, 'input.artisanId');
  const to = provinceByCode(write, input.province, 'input.province');
  if (to.regionId === artisan.regionId) {
    throw refuse('BAD_USER_INPUT', { path: 'input.province', reason: HAND_OVER_REASONS.SAME_REGION });
  }
  await mustHoldNothing(write, artisan, 'input.artisanId');
  const { regionId, provinceId, id, professionId, nameAr, nameLatin } = artisan;
  const [outgoing, incoming] = await twoNumbers(write);
  const both = { state: 'OFFERED', artisanId: Number(id), professionId, nameAr, nameLatin, offeredOn: today() };
  const here = { regionId, provinceId };
  const there = { regionId: to.regionId, provinceId: to.provinceId };
  const other = (side: typeof here, otherId: number): Fields => ({
    ...{ otherRegionId: side.regionId, otherProvinceId: side.provinceId, otherId },
  });
  const offered = await write.insert(HAND_OVER, {
    ...{ ...here, id: outgoing, direction: 'OUTGOING' },
    ...{ ...other(there, incoming), ...both },
  });
  await write.hold(to.regionId);
  await write.insert(HAND_OVER, {
    ...{ ...there, id: incoming, direction: 'INCOMING' },
    ...{ ...other(here, outgoing), ...both },
  });
  return offered;
}

interface Step {
  readonly mine: HandOver;
  readonly other: HandOver;
  readonly state: HandOverState;
}

/** Locks both sides, the caller's own first: from there on the transaction may change the other region as well. */
async function stepOf(write: Write, input: AcceptHandOverInput, event: HandOverEvent): Promise<Step> {
  const { expectedVersion } = input;
  const mine = await write.lock(HAND_OVER, input.handOverId, { path: PATH, expectedVersion });
  if (mine.direction !== DIRECTION_OF[event]) {
    throw refuse('FORBIDDEN', { path: PATH, reason: HAND_OVER_REASONS.OTHER_SIDE });
  }
  const state = mustFollow(HAND_OVER_LIFE, { state: mine.state, event, path: PATH });
  await write.hold(mine.otherRegionId);
  const other = await write.find(HAND_OVER, mine.otherId, { regionId: mine.otherRegionId, path: PATH });
  return { mine, other, state };
}

/** Both sides say the same, in one transaction. */
async function decided(write: Write, { mine, other, state }: Step, reason: string | null): Promise<HandOver> {
  const patch = { state, decidedOn: today(), reason };
  await write.update(HAND_OVER, other, patch);
  return write.update(HAND_OVER, mine, patch);
}

async function offeredPerson(write: Write, { artisanId, otherRegionId }: HandOver): Promise<Artisan> {
  const at = { regionId: otherRegionId, path: PATH };
  try {
    return await write.find(ARTISAN, artisanId, at);
  } catch (cause) {
    if (!(cause instanceof Refusal && cause.code === 'NOT_FOUND')) throw cause;
    throw refuse('CONFLICT', { path: PATH, reason: HAND_OVER_REASONS.PERSON_CHANGED });
  }
}

/** Takes the person into the receiving region by one update: they are never in both regions, nor in neither. */
export async function acceptHandOver(write: Write, input: AcceptHandOverInput): Promise<HandOver> {
  const step = await stepOf(write, input, 'accept');
  const { regionId, provinceId } = step.mine;
  const artisan = await offeredPerson(write, step.mine);
  mustBeInRegister(artisan, PATH);
  await mustHoldNothing(write, artisan, PATH);
  await unlinkMembers(write, artisan);
  const moved = await write.update(ARTISAN, artisan, { regionId, provinceId, ...NO_MEMBERSHIP });
  // The region that they left finds the move in its own chain as well.
  write.note({
    ...{ type: ARTISAN.type, id: Number(artisan.id), regionId: artisan.regionId, provinceId: artisan.provinceId },
    ...{ version: moved.version, before: { regionId: artisan.regionId }, after: { regionId } },
  });
  return decided(write, step, null);
}

async function ended(write: Write, input: EndHandOverInput, event: HandOverEvent): Promise<HandOver> {
  const faults = new Faults();
  faults.all(textFaults(input.reason, 'input.reason'));
  faults.refuse();
  return decided(write, await stepOf(write, input, event), input.reason.trim());
}

export const declineHandOver = (write: Write, input: EndHandOverInput): Promise<HandOver> =>
  ended(write, input, 'decline');

export const withdrawHandOver = (write: Write, input: EndHandOverInput): Promise<HandOver> =>
  ended(write, input, 'withdraw');
