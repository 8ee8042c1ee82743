import { useMemo, useState } from 'react';
import type { Intent } from './intent.ts';

/** What the reader is asked to confirm, or to fill in. */
export interface Asked {
  readonly intent: Intent;
  readonly isSending: boolean;
  /** Settles it once: a second click changes nothing. */
  readonly settle: (go: boolean) => void;
}

/** Sends something after its reader has agreed; null where the reader has not. */
export type Confirm = <Answered>(intent: Intent, send: () => Promise<Answered>) => Promise<Answered | null>;

/** What the reader is asked to confirm at the moment, and how something is put to the reader. */
export function useConfirmation(): { readonly asked: Asked | null; readonly confirm: Confirm } {
  const [asked, setAsked] = useState<Asked | null>(null);
  const confirm = useMemo<Confirm>(
    () => async (intent, send) => {
      try {
        const goes = await new Promise<boolean>((settle) => {
          setAsked({ intent, settle, isSending: false });
        });
        if (!goes) return null;
        // The dialog stays until the answer is there, so that nothing beneath it takes a second click.
        setAsked({ intent, settle: () => undefined, isSending: true });
        return await send();
      } finally {
        setAsked(null);
      }
    },
    [],
  );
  return { asked, confirm };
}
