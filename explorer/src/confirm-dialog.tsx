import { useEffect, useId, useRef } from 'react';
import type { Asked } from './confirmation.ts';
import type { Given } from './intent.ts';
import type { Language } from './language.ts';
import { MESSAGES } from './messages.ts';

interface ConfirmDialogProps {
  readonly language: Language;
  readonly asked: Asked | null;
}

/** Shows what a mutation would write, or what is not filled in yet, and waits for the reader. */
export function ConfirmDialog({ language, asked }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const isOpen = asked !== null;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      className="dialog confirm"
      aria-labelledby={title}
      onCancel={(event) => {
        // What is being written cannot be called back.
        if (asked?.isSending === true) event.preventDefault();
      }}
      onClose={() => asked?.settle(false)}
    >
      {asked === null ? null : <Contents language={language} asked={asked} title={title} />}
    </dialog>
  );
}

interface ContentsProps {
  readonly language: Language;
  readonly asked: Asked;
  readonly title: string;
}

function Contents({ language, asked, title }: ContentsProps) {
  const { blanks, writes } = asked.intent;
  const isBlank = blanks.length > 0;
  const messages = MESSAGES[language][isBlank ? 'blanks' : 'confirm'];
  return (
    <>
      <h2 id={title}>{messages.title}</h2>
      <p className="hint">{messages.hint}</p>
      {/* It is read and scrolled by the keyboard before a button is reached. */}
      <div className="given" role="group" aria-labelledby={title} tabIndex={0}>
        {isBlank ? <Values given={blanks} /> : null}
        {isBlank
          ? null
          : writes.map(({ field, given }, index) => (
              <section key={index}>
                <h3 dir="ltr">{field}</h3>
                <Values given={given} />
              </section>
            ))}
      </div>
      <Actions language={language} asked={asked} isBlank={isBlank} />
    </>
  );
}

function Values({ given }: { readonly given: readonly Given[] }) {
  return (
    <dl dir="ltr">
      {given.map(({ path, value }, index) => (
        <div key={index}>
          <dt>{path}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Actions({ language, asked, isBlank }: Omit<ContentsProps, 'title'> & { readonly isBlank: boolean }) {
  const { close, confirm } = MESSAGES[language];
  const { isSending, settle } = asked;
  const settling = (go: boolean) => ({
    type: 'button' as const,
    disabled: isSending,
    onClick: () => {
      settle(go);
    },
  });
  return (
    <div className="actions">
      <button className="quiet" {...settling(false)}>
        {isBlank ? close : confirm.cancel}
      </button>
      {isBlank ? null : (
        <button className="primary" {...settling(true)}>
          {isSending ? confirm.writing : confirm.write}
        </button>
      )}
    </div>
  );
}
