import { useId, type ReactNode } from 'react';
import type { Entry } from './entry.ts';
import { say, type Language } from './language.ts';
import { MESSAGES } from './messages.ts';
import { lacks, type Viewer } from './viewer.ts';

interface GroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Entries that belong together. */
export function Group({ title, children }: GroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

interface LoadButtonProps {
  readonly entry: Entry;
  readonly language: Language;
  readonly viewer: Viewer | null;
  readonly isCurrent: boolean;
  readonly onLoad: () => void;
}

/** An entry by its title, which puts it into the editor. */
export function LoadButton({ entry, language, viewer, isCurrent, onLoad }: LoadButtonProps) {
  const lacking = lacks(viewer, entry.need);
  return (
    <button type="button" className="load" aria-current={isCurrent ? 'true' : undefined} onClick={onLoad}>
      <span className="title">{say(entry.title, language)}</span>
      <span className="description">{say(entry.description, language)}</span>
      {lacking === null ? null : <span className="need">{MESSAGES[language][lacking]}</span>}
    </button>
  );
}
