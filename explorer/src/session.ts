import type { IntrospectionQuery } from 'graphql';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { ask, askSchema, type Caller } from './api.ts';
import type { Language } from './language.ts';
import { VIEWER_QUESTION, type Viewer } from './viewer.ts';

export interface Session {
  readonly token: string | null;
  readonly viewer: Viewer | null;
  /** Told to signed-in viewers only. */
  readonly schema: IntrospectionQuery | null;
  readonly checking: boolean;
  /** Why the last token was not taken. */
  readonly refusal: string | null;
  readonly signIn: (token: string) => Promise<boolean>;
  readonly signOut: () => void;
}

interface Known {
  readonly token: string;
  readonly viewer: Viewer;
  readonly schema: IntrospectionQuery | null;
}

// Of this tab alone, and gone with it: tokens open people's records.
const KEY = 'hiraf.token';

async function recognise(caller: Caller & { token: string }): Promise<Known | string> {
  const [who, schema] = await Promise.all([
    ask<{ viewer: Viewer }>(caller, { query: VIEWER_QUESTION }),
    askSchema(caller),
  ]);
  if (!who.data?.viewer) return who.errors?.[0]?.message ?? '';
  return { token: caller.token, viewer: who.data.viewer, schema: schema.data ?? null };
}

export function useSession(language: Language, unreachable: string): Session {
  const [known, setKnown] = useState<Known | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [checking, setChecking] = useState(false);

  const signOut = useCallback(() => {
    sessionStorage.removeItem(KEY);
    setKnown(null);
    setRefusal(null);
  }, []);

  const signIn = useCallback(
    async (pasted: string): Promise<boolean> => {
      const token = pasted.trim().replace(/^Bearer\s+/i, '');
      setChecking(true);
      const found = await recognise({ token, language }).catch(() => unreachable);
      setChecking(false);
      const taken = typeof found !== 'string';
      setKnown(taken ? found : null);
      setRefusal(taken ? null : found);
      if (taken) sessionStorage.setItem(KEY, token);
      else sessionStorage.removeItem(KEY);
      return taken;
    },
    [language, unreachable],
  );

  useEffect(() => {
    const kept = sessionStorage.getItem(KEY);
    if (kept !== null) void signIn(kept);
    // Once, when the page opens.
  }, []);

  return useMemo(
    () => ({
      token: known?.token ?? null,
      viewer: known?.viewer ?? null,
      schema: known?.schema ?? null,
      checking,
      refusal,
      signIn,
      signOut,
    }),
    [known, checking, refusal, signIn, signOut],
  );
}
