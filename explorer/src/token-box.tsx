import { Fragment, useId, useRef, useState, type SubmitEvent } from 'react';
import type { Language } from './language.ts';
import { MESSAGES, type Messages } from './messages.ts';
import type { Session } from './session.ts';
import { GRANTS, type Territory, type Viewer } from './viewer.ts';

interface TokenBoxProps {
  readonly language: Language;
  readonly session: Session;
}

/** Where one signs in, and sees as whom. */
export function TokenBox({ language, session }: TokenBoxProps) {
  const messages = MESSAGES[language];
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const role = session.viewer?.role;
  const known = role === null || role === undefined ? undefined : messages.roles[role];
  return (
    <>
      <button
        type="button"
        className="session"
        data-signed-in={known !== undefined}
        onClick={() => dialog.current?.showModal()}
      >
        {session.checking ? messages.checking : (known ?? messages.enterToken)}
      </button>
      <dialog ref={dialog} className="token" aria-labelledby={title}>
        <h2 id={title}>{messages.tokenTitle}</h2>
        {session.viewer === null ? null : <Grants language={language} viewer={session.viewer} />}
        <TokenForm messages={messages} session={session} onClose={() => dialog.current?.close()} />
      </dialog>
    </>
  );
}

interface TokenFormProps {
  readonly messages: Messages;
  readonly session: Session;
  readonly onClose: () => void;
}

function TokenForm({ messages, session, onClose }: TokenFormProps) {
  const [pasted, setPasted] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void session.signIn(pasted).then((taken) => {
      if (taken) setPasted('');
    });
  };
  return (
    <form onSubmit={submit}>
      <label>
        {messages.tokenLabel}
        <textarea
          dir="ltr"
          rows={4}
          required
          spellCheck={false}
          autoComplete="off"
          value={pasted}
          onChange={(event) => {
            setPasted(event.target.value);
          }}
        />
      </label>
      <p className="hint">{messages.tokenHint}</p>
      <p className="refusal" role="alert">
        {session.refusal === null ? null : `${messages.refused} ${session.refusal}`}
      </p>
      <div className="actions">
        <button type="submit" className="primary" disabled={session.checking}>
          {session.checking ? messages.checking : messages.use}
        </button>
        {session.token === null ? null : (
          <button type="button" className="quiet" onClick={session.signOut}>
            {messages.signOut}
          </button>
        )}
        <button type="button" className="quiet" onClick={onClose}>
          {messages.close}
        </button>
      </div>
    </form>
  );
}

interface GrantsProps {
  readonly language: Language;
  readonly viewer: Viewer;
}

function Grants({ language, viewer }: GrantsProps) {
  const messages = MESSAGES[language];
  return (
    <dl className="grants">
      <dt>{messages.role}</dt>
      <dd>{viewer.role === null ? '' : messages.roles[viewer.role]}</dd>
      {GRANTS.map((grant) => (
        <Fragment key={grant}>
          <dt>{messages[grant]}</dt>
          <dd>{placesOf(viewer.grants[grant], language)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

// The 12 regions and the nation.
const EVERYWHERE = 13;

function placesOf(territories: readonly Territory[], language: Language): string {
  if (territories.length === 0) return MESSAGES[language].nowhere;
  if (territories.length >= EVERYWHERE) return MESSAGES[language].everywhere;
  return territories.map(({ name }) => name[language]).join(language === 'ar' ? '، ' : ', ');
}
