import { useState, type SubmitEvent } from 'react';
import type { Messages } from './messages.ts';
import type { Session } from './session.ts';

interface TokenFormProps {
  readonly messages: Messages;
  readonly session: Session;
  readonly onClose: () => void;
}

export function TokenForm({ messages, session, onClose }: TokenFormProps) {
  const [pasted, setPasted] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void session.signIn(pasted).then((taken) => {
      if (taken) setPasted('');
    });
  };
  return (
    <form onSubmit={submit}>
      <TokenField label={messages.tokenLabel} value={pasted} onValue={setPasted} />
      <p className="hint">{messages.tokenHint}</p>
      <p className="refusal" role="alert">
        {session.refusal === null ? null : `${messages.refused} ${session.refusal}`}
      </p>
      <Actions messages={messages} session={session} onClose={onClose} />
    </form>
  );
}

interface TokenFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function TokenField({ label, value, onValue }: TokenFieldProps) {
  return (
    <label>
      {label}
      <textarea
        dir="ltr"
        rows={4}
        required
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => {
          onValue(event.target.value);
        }}
      />
    </label>
  );
}

function Actions({ messages, session, onClose }: TokenFormProps) {
  return (
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
  );
}
