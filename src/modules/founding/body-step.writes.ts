import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { requireTransition } from '../../platform/errors/state-machine.ts';
import { BODY } from '../bodies/body.reads.ts';
import { BODY_LIFE, type BodyEvent } from '../bodies/body.rules.ts';
import { type Body } from '../bodies/body.type.ts';

interface Named {
  readonly bodyId: string;
  readonly expectedVersion?: number | undefined;
}

/** Locks a body to which something is about to happen; answers the state that follows. */
export async function lockedBody(
  write: WriteTransaction,
  { bodyId, expectedVersion }: Named,
  event: BodyEvent,
): Promise<{ body: Body; state: Body['state'] }> {
  const body = await write.lock(BODY, bodyId, { path: 'input.bodyId', expectedVersion });
  return { body, state: requireTransition(BODY_LIFE, { state: body.state, event, path: 'input.bodyId' }) };
}
