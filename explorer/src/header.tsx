import { LANGUAGE_NAMES, LANGUAGES, type Language } from './language.ts';
import { MESSAGES } from './messages.ts';
import type { Session } from './session.ts';
import { TokenBox } from './token-box.tsx';

interface HeaderProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly session: Session;
}

export function Header({ language, onLanguage, session }: HeaderProps) {
  const messages = MESSAGES[language];
  return (
    <header className="header">
      <img className="mark" src="/star.svg" alt="" width="36" height="36" />
      <h1>
        <span lang="ar">حِرَف</span> <span lang="en">hiraf</span>
      </h1>
      <p className="tagline">{messages.tagline}</p>
      <div className="languages" role="group" aria-label={messages.language}>
        {LANGUAGES.map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-pressed={each === language}
            onClick={() => {
              onLanguage(each);
            }}
          >
            {LANGUAGE_NAMES[each]}
          </button>
        ))}
      </div>
      <TokenBox language={language} session={session} />
    </header>
  );
}
