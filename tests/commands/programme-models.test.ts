import fc, { type Arbitrary } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { register } from '../story/rollout.ts';
import { testApi, type Api } from '../support/api.ts';
import { dayFrom, done, key } from '../support/commands.ts';
import {
  cancelMeeting,
  cancelSession,
  commandOf,
  complete,
  decide,
  holdMeeting,
  holdSession,
  OFFICER,
  reach,
  type Act,
  type Came,
  type Manner,
  type Programme,
  type Stage,
} from '../support/programme-model.ts';
import { recounted } from '../support/recount.ts';

const RUNS = Number(process.env['MODEL_RUNS'] ?? 25);
const HUGE = 2_000_000_000;

let api: Api;
let campaignId: string;
let people: string[];
beforeAll(async () => {
  api = await testApi('empty');
  people = await register({ api, who: OFFICER, territory: 'MA-FES' }, 3);
  const names = { nameAr: 'حملة', nameFr: 'Campagne' };
  const days = { plannedFrom: dayFrom(-30), plannedTo: dayFrom(30) };
  const input = { ...key(), territory: 'MA-03', wave: 1, ...names, ...days };
  campaignId = (await done(api, OFFICER, { name: 'planCampaign', input })).id;
});

/** A session that is planned, and a meeting that is called. */
async function begun(calledFor: number): Promise<{ model: Programme; real: Stage }> {
  const venue = { venueAr: 'مقر', venueFr: 'Siège' };
  const plan = { ...key(), campaignId, province: 'MA-FES', kind: 'CARAVAN', plannedOn: dayFrom(-3), ...venue };
  const names = { nameAr: 'اجتماع', nameFr: 'Réunion' };
  const call = { ...key(), territory: 'MA-03', ...names, scheduledOn: dayFrom(calledFor), agenda: [names] };
  const session = await done(api, OFFICER, { name: 'planOutreachSession', input: plan });
  const meeting = await done(api, OFFICER, { name: 'callMeeting', input: call });
  return {
    model: {
      session: { state: 'PLANNED', version: 1, heldOn: null, women: null, attendees: null, reached: new Set() },
      meeting: { state: 'CALLED', version: 1, scheduledOn: calledFor, heldOn: null, participants: [], decisions: [] },
    },
    real: { api, sessionId: session.id, meetingId: meeting.id, people, decisionIds: [] },
  };
}

const day = fc.constantFrom(-9, -3, -2, -1, 0, 0, 1);
const count = fc.constantFrom(0, 1, 3, 9, 9, 40, -1, HUGE);
const came: Arbitrary<Came> = fc.array(fc.tuple(fc.constantFrom('VEH-01', 'VEH-02', 'HAI-01'), count, count), {
  maxLength: 3,
});
const ACTS: readonly Arbitrary<Act>[] = [
  ...[1, 2].map(() => fc.tuple(day, came).map((given) => holdSession(...given))),
  fc.constant(cancelSession),
  ...[1, 2].map(() => fc.array(fc.constantFrom(0, 0, 1, 1, 2, 2, 3), { maxLength: 4 }).map(reach)),
  ...[1, 2].map(() =>
    fc
      .tuple(fc.option(day), fc.array(fc.constantFrom(0, 4, 12, -1), { maxLength: 3 }))
      .map((given) => holdMeeting(...given)),
  ),
  fc.constant(cancelMeeting),
  ...[1, 2, 3].map(() => day.map(decide)),
  ...[1, 2, 3].map(() => fc.tuple(fc.nat(5), day).map((given) => complete(...given))),
];
const MANNERS: readonly Manner[] = [...Array.from({ length: 12 }, (): Manner => 'due'), 'stale', 'stranger'];

describe('a session of a campaign, and a meeting with its decisions', { timeout: 600_000 }, () => {
  it('follow their lives whatever is tried, in whatever order', async () => {
    const acts = ACTS.map((act) =>
      fc.tuple(act, fc.constantFrom(...MANNERS)).map(([one, manner]) => commandOf(one, manner)),
    );
    const walks = fc.tuple(fc.constantFrom(-3, -2, -1, 0, 1), fc.commands(acts, { maxCommands: 30, size: 'max' }));
    await fc.assert(
      fc.asyncProperty(walks, async ([calledFor, commands]) => {
        const start = await begun(calledFor);
        await fc.asyncModelRun(() => start, commands);
      }),
      { numRuns: RUNS },
    );
  });

  it('leave figures that equal what is counted anew', async () => {
    expect(await recounted(api.database.url)).toEqual([]);
  });
});
