import { useState } from 'react';
import { ChangesPage } from './changes-page.tsx';
import { PAGES, type Page } from './items.ts';
import { MESSAGES } from './messages.ts';
import type { PanelProps } from './panel-props.ts';
import { DEFAULT_PLACE, placeOf } from './place.ts';
import { QuestionsPage } from './questions-page.tsx';
import { Tabs } from './tabs.tsx';

const CONTENTS = { questions: QuestionsPage, changes: ChangesPage } as const;

/** What is ready for the editor, a page for what asks and one for what changes. */
export function Panel(props: PanelProps) {
  const [page, setPage] = useState<Page>('questions');
  return (
    <div className="panel">
      <Tabs language={props.language} page={page} onPage={setPage} />
      {PAGES.map((each) => {
        const Content = CONTENTS[each];
        return (
          <div
            key={each}
            role="tabpanel"
            id={`page-${each}`}
            className={each}
            aria-labelledby={`tab-${each}`}
            hidden={each !== page}
          >
            <p className="hint">{MESSAGES[props.language].hints[each]}</p>
            {each === 'questions' ? <Where {...props} /> : null}
            <Content {...props} />
          </div>
        );
      })}
    </div>
  );
}

/** Where the ready questions are asked, and how to ask elsewhere. */
function Where({ language, viewer }: PanelProps) {
  const { own, other } = MESSAGES[language].places;
  const place = placeOf(viewer);
  return (
    <p className="hint">
      {(place === DEFAULT_PLACE ? other : own).replace('{place}', `${place.name[language]} (${place.territory})`)}
    </p>
  );
}
