import { sql } from 'kysely';
import { queriesOn } from '../../platform/postgres/sql.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { today } from '../../platform/lib/dates.ts';
import { validateText } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { requireTransition } from '../../platform/errors/state-machine.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { ARTISAN } from '../artisans/artisan.reads.ts';
import { unlinkMembers } from '../committees/committee.writes.ts';
import { requireNoOpenCase } from '../cases/case.writes.ts';
import { mustBeInRegister, requireNoOffice, NO_MEMBERSHIP } from '../register/register.writes.ts';
import { provinceByCode } from '../territory/territory.reads.ts';
import type {
  AcceptHandOverInput,
  DeclineHandOverInput,
  OfferHandOverInput,
  WithdrawHandOverInput,
} from './hand-over.input.ts';
import { HAND_OVER } from './hand-over.reads.ts';
import { HAND_OVER_REASONS } from './hand-over.reasons.ts';
import { DIRECTION_OF, HAND_OVER_LIFE, type HandOverEvent, type HandOverState } from './hand-over.rules.ts';
import type { HandOverTable } from './hand-over.table.ts';
import type { HandOver } from './hand-over.type.ts';

const db = queriesOn<typeof HandOverTable>();

const PATH = 'input.handOverId';

/** The number that the two sides of a hand-over share. */
async function nextNumber(write: WriteTransaction): Promise<number> {
  const [row] = await write.rows<{ number: number }>(sql`select nextval('hand_over_id_seq')::int as number`);
  if (row === undefined) throw new Error('The sequence of hand-overs gave no number.');
  return row.number;
}

/** Offers a person to another region; they stay where they are until it accepts. */
export async function offerHandOver(write: WriteTransaction, input: OfferHandOverInput): Promise<HandOver> {
  const { artisanId, expectedVersion } = input;
  const artisan = await write.lock(ARTISAN, artisanId, { path: 'input.artisanId', expectedVersion });
  mustBeInRegister(artisan, 'input.artisanId');
  const to = provinceByCode(write, input.province, 'input.province');
  if (to.regionId === artisan.regionId) {
    throw domainError('BAD_USER_INPUT', { path: 'input.province', reason: HAND_OVER_REASONS.SAME_REGION });
  }
  await requireNoOffice(write, artisan, 'input.artisanId');
  await requireNoOpenCase(write, artisan, 'input.artisanId');
  const { regionId, provinceId, id, professionId, nameAr, nameLatin } = artisan;
  const both = {
    ...{ number: await nextNumber(write), state: 'OFFERED', offeredOn: today() },
    ...{ artisanRegionId: regionId, artisanId: Number(id), professionId, nameAr, nameLatin },
  };
  const here = { regionId, provinceId, otherRegionId: to.regionId, otherProvinceId: to.provinceId };
  const there = {
    regionId: to.regionId,
    provinceId: to.provinceId,
    otherRegionId: regionId,
    otherProvinceId: provinceId,
  };
  const offered = await write.insert(HAND_OVER, { ...here, ...both, direction: 'OUTGOING' });
  await write.includeRegion(to.regionId);
  await write.insert(HAND_OVER, { ...there, ...both, direction: 'INCOMING' });
  return offered;
}

interface Step {
  readonly mine: HandOver;
  readonly other: HandOver;
  readonly state: HandOverState;
}

async function otherSideOf(write: WriteTransaction, { otherRegionId, number }: HandOver): Promise<HandOver> {
  const [row] = await write.rows(
    db.selectFrom('hand_over').select('id').where('region_id', '=', otherRegionId).where('number', '=', number),
  );
  return write.lockById(HAND_OVER, row?.id ?? -1, { regionId: otherRegionId, path: PATH });
}

/** Locks both sides, the caller's own first: from there on the transaction may change the other region as well. */
async function stepOf(write: WriteTransaction, input: AcceptHandOverInput, event: HandOverEvent): Promise<Step> {
  const { expectedVersion } = input;
  const mine = await write.lock(HAND_OVER, input.handOverId, { path: PATH, expectedVersion });
  if (mine.direction !== DIRECTION_OF[event]) {
    throw domainError('FORBIDDEN', { path: PATH, reason: HAND_OVER_REASONS.OTHER_SIDE });
  }
  const state = requireTransition(HAND_OVER_LIFE, { state: mine.state, event, path: PATH });
  await write.includeRegion(mine.otherRegionId);
  return { mine, other: await otherSideOf(write, mine), state };
}

/** Both sides say the same, in one transaction. */
async function decided(
  write: WriteTransaction,
  { mine, other, state }: Step,
  reason: string | null,
): Promise<HandOver> {
  const patch = { state, decidedOn: today(), reason };
  await write.update(HAND_OVER, other, patch);
  return write.update(HAND_OVER, mine, patch);
}

/** Takes the person into the receiving region by one update: they are never in both regions, nor in neither. */
export async function acceptHandOver(write: WriteTransaction, input: AcceptHandOverInput): Promise<HandOver> {
  const step = await stepOf(write, input, 'accept');
  const { regionId, provinceId, artisanId, artisanRegionId } = step.mine;
  const artisan = await write.lockById(ARTISAN, artisanId, { regionId: artisanRegionId, path: PATH });
  mustBeInRegister(artisan, PATH);
  await requireNoOffice(write, artisan, PATH);
  await requireNoOpenCase(write, artisan, PATH);
  await unlinkMembers(write, artisan);
  const moved = await write.update(ARTISAN, artisan, { regionId, provinceId, ...NO_MEMBERSHIP });
  // The region that they left finds the move in its own chain as well.
  write.recordAudit({
    ...{ type: ARTISAN.type, id: Number(artisan.id), regionId: artisan.regionId, provinceId: artisan.provinceId },
    ...{ version: moved.version, before: { regionId: artisan.regionId }, after: { regionId } },
  });
  return decided(write, step, null);
}

async function ended(
  write: WriteTransaction,
  input: DeclineHandOverInput | WithdrawHandOverInput,
  event: HandOverEvent,
): Promise<HandOver> {
  const faults = new Violations();
  faults.addAll(validateText(input.reason, 'input.reason'));
  faults.throwIfAny();
  return decided(write, await stepOf(write, input, event), input.reason);
}

export const declineHandOver = (write: WriteTransaction, input: DeclineHandOverInput): Promise<HandOver> =>
  ended(write, input, 'decline');

export const withdrawHandOver = (write: WriteTransaction, input: WithdrawHandOverInput): Promise<HandOver> =>
  ended(write, input, 'withdraw');
