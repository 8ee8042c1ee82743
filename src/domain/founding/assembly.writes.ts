import type { Write } from '../../access/write.ts';
import { COMMON } from '../../kernel/common.reasons.ts';
import { daysBetween, today } from '../../kernel/dates.ts';
import { dayFaults, dayOf, textFaults } from '../../kernel/facts.ts';
import { Faults } from '../../kernel/faults.ts';
import { mustFollow } from '../../kernel/life-cycle.ts';
import { refuse, type Refusal } from '../../kernel/refusal.ts';
import {
  ASSEMBLY,
  ASSEMBLY_LIFE,
  BODY,
  BODY_LIFE,
  rulesOn,
  type Body,
  type FoundingAssembly,
} from '../bodies/index.ts';
import { liveCommitteeOf, type Committee } from '../committees/index.ts';
import { lockedBody } from './body-step.writes.ts';
import { delegatesBelow, latestAssemblyOf } from './founding.reads.ts';
import type {
  CallFoundingAssemblyInput,
  CancelFoundingAssemblyInput,
  RecordAssemblyMinutesInput,
} from './founding.input.ts';
import { FOUNDING } from './founding.reasons.ts';

const PATH = 'input.assemblyId';

const noCommittee = (path: string): Refusal =>
  refuse('CONFLICT', { path, reason: FOUNDING.NO_COMMITTEE, values: { needed: 'STATUTES_DRAFTED' } });

const ruleOf = (write: Write, { level }: Body, code: string): number =>
  rulesOn(write, level, today()).find((rule) => rule.code === code)?.value ?? 0;

interface Call {
  readonly input: CallFoundingAssemblyInput;
  /** The delegates of the base; null for a provincial body. */
  readonly due: number | null;
  readonly earliest: string | null;
}

/** What is wrong with a call; the delegates of the base are counted, and nobody may state another number. */
function callFaults(write: Write, body: Body, { input, due, earliest }: Call): Faults {
  const { calledOn, heldOn, convened } = input;
  const day = dayOf(calledOn);
  const faults = new Faults();
  faults.all(dayFaults(day, 'input.calledOn', earliest));
  const notice = { actual: daysBetween(day, heldOn), required: ruleOf(write, body, 'ASSEMBLY_NOTICE_DAYS') };
  faults.when(notice.actual < notice.required, 'input.heldOn', FOUNDING.NOTICE_TOO_SHORT, notice);
  faults.when((due ?? convened ?? 0) < 1, 'input.convened', COMMON.NOT_POSITIVE);
  const values = { due: due ?? 0, given: convened ?? 0 };
  const differs = due !== null && convened != null && due !== convened;
  faults.when(differs, 'input.convened', FOUNDING.CONVENED_MISMATCH, values);
  faults.all(textFaults(input.venueAr, 'input.venueAr'));
  faults.all(textFaults(input.venueFr, 'input.venueFr'));
  return faults;
}

/**
 * Whether an assembly stands in the way of another one: it waits, or it has adopted what this committee drafted. One that
 * rejected the draft does not, nor one whose committee has failed since.
 */
const isPending = ({ state, statutesAdopted, committeeId }: FoundingAssembly, committee: Committee): boolean =>
  state === 'CALLED' || (state === 'HELD' && statutesAdopted && committeeId === Number(committee.id));

export async function callFoundingAssembly(write: Write, input: CallFoundingAssemblyInput): Promise<FoundingAssembly> {
  const { body } = await lockedBody(write, { bodyId: input.bodyId }, 'call');
  const [committee, latest, due] = await Promise.all([
    liveCommitteeOf(write, body),
    latestAssemblyOf(write, body),
    delegatesBelow(write, body),
  ]);
  if (committee?.state !== 'STATUTES_DRAFTED') throw noCommittee('input.bodyId');
  if (latest !== null && isPending(latest, committee)) {
    throw refuse('CONFLICT', { path: 'input.bodyId', reason: FOUNDING.ASSEMBLY_PENDING });
  }
  const earliest = latest?.heldOn ?? committee.statutesDraftedOn;
  callFaults(write, body, { input, due, earliest }).refuse();
  const { regionId, provinceId, id: bodyId } = body;
  const { heldOn, venueAr, venueFr } = input;
  return write.insert(ASSEMBLY, {
    ...{ regionId, provinceId, bodyId, committeeId: committee.id, state: 'CALLED' },
    call: latest?.state === 'NO_QUORUM' ? 2 : 1,
    ...{ calledOn: dayOf(input.calledOn), heldOn, venueAr, venueFr },
    ...{ convened: due ?? input.convened, statutesAdopted: false },
  });
}

/** An assembly with the body that it is called for, both locked: nobody dissolves the one while the other is recorded. */
async function lockedWithBody(write: Write, input: { assemblyId: string; expectedVersion: number }) {
  const { expectedVersion } = input;
  const seen = await write.lock(ASSEMBLY, input.assemblyId, { path: PATH, expectedVersion });
  const body = await write.find(BODY, seen.bodyId, { path: PATH, regionId: seen.regionId });
  return { assembly: seen, body };
}

/** Refuses the minutes of an assembly whose committee has failed since it was called: nobody presents the draft any more. */
async function mustHaveDrafted(write: Write, { committeeId }: FoundingAssembly, body: Body): Promise<void> {
  if (committeeId === null) return;
  const committee = await liveCommitteeOf(write, body);
  if (Number(committee?.id) !== committeeId) throw noCommittee(PATH);
}

export async function recordAssemblyMinutes(
  write: Write,
  input: RecordAssemblyMinutesInput,
): Promise<FoundingAssembly> {
  const { assembly, body } = await lockedWithBody(write, input);
  // Whoever was dissolved meanwhile has nobody to adopt statutes for.
  mustFollow(BODY_LIFE, { state: body.state, event: 'hold', path: PATH });
  const { present, statutesAdopted } = input;
  const { convened, heldOn, call } = assembly;
  const share = ruleOf(write, body, call >= 2 ? 'ASSEMBLY_SECOND_QUORUM' : 'ASSEMBLY_QUORUM');
  const required = Math.ceil(convened * share);
  const quorate = present >= required;
  const state = mustFollow(ASSEMBLY_LIFE, { state: assembly.state, event: quorate ? 'hold' : 'miss', path: PATH });
  await mustHaveDrafted(write, assembly, body);
  const faults = new Faults();
  faults.all(dayFaults(heldOn, PATH));
  faults.when(present < 0, 'input.present', COMMON.NOT_POSITIVE);
  faults.when(present > convened, 'input.present', FOUNDING.MORE_THAN_CONVENED, { convened });
  faults.when(!quorate && statutesAdopted, 'input.statutesAdopted', FOUNDING.NO_QUORUM, { present, required });
  faults.refuse();
  if (statutesAdopted) await write.update(BODY, body, { statutesAdoptedOn: heldOn });
  return write.update(ASSEMBLY, assembly, { state, present, statutesAdopted });
}

export async function cancelFoundingAssembly(
  write: Write,
  input: CancelFoundingAssemblyInput,
): Promise<FoundingAssembly> {
  const { assemblyId, expectedVersion } = input;
  const assembly = await write.lock(ASSEMBLY, assemblyId, { path: PATH, expectedVersion });
  const state = mustFollow(ASSEMBLY_LIFE, { state: assembly.state, event: 'cancel', path: PATH });
  return write.update(ASSEMBLY, assembly, { state });
}
