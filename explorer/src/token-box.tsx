import { useId, useRef } from 'react';
import { Grants } from './grants.tsx';
import type { Language } from './language.ts';
import { MESSAGES } from './messages.ts';
import type { Session } from './session.ts';
import { TokenForm } from './token-form.tsx';

interface TokenBoxProps {
  readonly language: Language;
  readonly session: Session;
}

/** Where one signs in, and sees as whom. */
export function TokenBox({ language, session }: TokenBoxProps) {
  const messages = MESSAGES[language];
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const role = session.viewer?.role ?? null;
  return (
    <>
      <button
        type="button"
        className="session"
        data-signed-in={role !== null}
        onClick={() => dialog.current?.showModal()}
      >
        {session.checking ? messages.checking : role === null ? messages.enterToken : messages.roles[role]}
      </button>
      <dialog ref={dialog} className="dialog token" aria-labelledby={title}>
        <h2 id={title}>{messages.tokenTitle}</h2>
        {session.viewer === null ? null : <Grants language={language} viewer={session.viewer} />}
        <TokenForm messages={messages} session={session} onClose={() => dialog.current?.close()} />
      </dialog>
    </>
  );
}
