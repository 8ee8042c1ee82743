import type { IntrospectionQuery } from 'graphql';
import { useEffect, useState } from 'react';
import { ask, askSchema, type Caller } from './api.ts';
import type { Language } from './language.ts';
import { VIEWER_QUESTION, type Viewer } from './viewer.ts';

interface Standing {
  readonly token: string | null;
  readonly viewer: Viewer | null;
  /** Told to signed-in viewers only. */
  readonly schema: IntrospectionQuery | null;
  readonly checking: boolean;
  /** Why the last token was not taken. */
  readonly refusal: string | null;
}

export interface Session extends Standing {
  /** Whether the token was taken. */
  readonly signIn: (token: string) => Promise<boolean>;
  readonly signOut: () => void;
}

const NOBODY: Standing = { token: null, viewer: null, schema: null, checking: false, refusal: null };

// Of this tab alone, and gone with it: tokens open people's records.
const KEY = 'hiraf.token';

function keep(token: string | null): void {
  if (token === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token);
}

/** Asks the server whom it takes the bearer of a token for. */
async function recognise(caller: Caller): Promise<Standing> {
  const [who, schema] = await Promise.all([
    ask<{ viewer: Viewer }>(caller, { query: VIEWER_QUESTION }),
    askSchema(caller),
  ]);
  const viewer = who.data?.viewer;
  if (viewer === undefined) return { ...NOBODY, refusal: who.errors?.[0]?.message ?? '' };
  return { ...NOBODY, token: caller.token, viewer, schema: schema.data ?? null };
}

export function useSession(language: Language, unreachable: string): Session {
  const [standing, setStanding] = useState(NOBODY);

  const signIn = async (pasted: string): Promise<boolean> => {
    const token = pasted.trim().replace(/^Bearer\s+/i, '');
    setStanding((before) => ({ ...before, checking: true }));
    try {
      const next = await recognise({ token, language });
      keep(next.token);
      setStanding(next);
      return next.token !== null;
    } catch {
      setStanding({ ...NOBODY, refusal: unreachable });
      return false;
    }
  };
  const signOut = (): void => {
    keep(null);
    // Answers that this viewer saw must not stay on the screen.
    location.reload();
  };

  useEffect(() => {
    const kept = sessionStorage.getItem(KEY);
    if (kept !== null) void signIn(kept);
    // Once, when the page opens.
  }, []);
  return { ...standing, signIn, signOut };
}
