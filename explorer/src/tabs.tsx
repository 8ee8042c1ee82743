import type { KeyboardEvent } from 'react';
import { PAGES, type Page } from './items.ts';
import type { Language } from './language.ts';
import { MESSAGES } from './messages.ts';

interface TabsProps {
  readonly language: Language;
  readonly page: Page;
  readonly onPage: (page: Page) => void;
}

/** Where a key leads. There are two pages, so that both arrows lead to the other one, in either direction of writing. */
function targetOf(key: string, page: Page): Page | undefined {
  if (key === 'ArrowLeft' || key === 'ArrowRight') return PAGES.find((each) => each !== page);
  if (key === 'Home') return PAGES[0];
  return key === 'End' ? PAGES.at(-1) : undefined;
}

/** The pages of the panel: one stop for the Tab key, and arrows between them. */
export function Tabs({ language, page, onPage }: TabsProps) {
  const messages = MESSAGES[language];
  const turn = (event: KeyboardEvent): void => {
    const target = targetOf(event.key, page);
    if (target === undefined) return;
    event.preventDefault();
    onPage(target);
    document.getElementById(`tab-${target}`)?.focus();
  };
  return (
    <div role="tablist" className="pages" aria-label={messages.ready} onKeyDown={turn}>
      {PAGES.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`tab-${each}`}
          aria-controls={`page-${each}`}
          aria-selected={each === page}
          tabIndex={each === page ? 0 : -1}
          onClick={() => {
            onPage(each);
          }}
        >
          {messages.pages[each]}
        </button>
      ))}
    </div>
  );
}
