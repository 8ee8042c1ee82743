import { Field, InputType, Int } from 'type-graphql';

/** The extension of a text that may have several lines; every other text of a change is one line. */
export const SEVERAL_LINES = { lines: true } as const;

const KEPT =
  '8 to 128 letters, digits and . _ : -, such as desk-7:2026-01-31:0042, chosen by the client for this one act';

/** What makes something new: a repeat would double it, so it has a key. */
@InputType()
export abstract class CreateInput {
  @Field(() => String, {
    description: `${KEPT}. The same key and input change nothing again, for 24 hours at least: the answer shows the thing as it is now, and "replayed" is true; NOT_FOUND or OUT_OF_REACH where you may no longer see or change it. With another input it is KEY_REUSED.`,
  })
  idempotencyKey!: string;
}

/** What changes something that is there. */
@InputType()
export abstract class ChangeInput {
  @Field(() => Int, {
    description:
      'The version that you have read, such as 3. If the thing was changed since, the error is STALE_VERSION, and its `current` has the version of now and the changes.',
  })
  expectedVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: `${KEPT}; a repeat then shows the thing as it is now instead of STALE_VERSION.`,
  })
  idempotencyKey?: string | null;
}
