import { DOC_EXPLORER_PLUGIN, DocExplorerStore } from '@graphiql/plugin-doc-explorer';
import { GraphiQLProvider } from '@graphiql/react';
import type { Fetcher } from '@graphiql/toolkit';
import { GraphiQLInterface } from 'graphiql';
import type { ExecutionResult } from 'graphql';
import { useMemo, useRef } from 'react';
import { ask, type Caller } from './api.ts';
import { itemOf } from './items.ts';
import type { Language } from './language.ts';
import type { Session } from './session.ts';
import { Workbench } from './workbench.tsx';

interface EditorProps {
  readonly language: Language;
  readonly session: Session;
}

const FIRST_TAB = [{ query: itemOf('questions', 'regions').text }];

/** Asks as whoever is signed in at that moment; stays the same function, so that the editor does not start anew. */
function useFetcher(caller: Caller): Fetcher {
  const now = useRef(caller);
  now.current = caller;
  return useMemo<Fetcher>(
    // Errors arrive as they were written to JSON, which is all that the editor prints.
    () => (operation) => ask(now.current, operation) as Promise<ExecutionResult>,
    [],
  );
}

/** GraphiQL beside what is ready for it. */
export function Editor({ language, session }: EditorProps) {
  const fetcher = useFetcher({ token: session.token, language });
  return (
    <GraphiQLProvider
      fetcher={fetcher}
      schema={session.schema}
      // Documents may name people: nothing stays on the machine when the tab is closed.
      storage={sessionStorage}
      defaultTabs={FIRST_TAB}
      plugins={[DOC_EXPLORER_PLUGIN]}
      referencePlugin={DOC_EXPLORER_PLUGIN}
    >
      <DocExplorerStore>
        <main className="main">
          <Workbench language={language} viewer={session.viewer} />
          <div className="editor" dir="ltr" lang="en">
            <GraphiQLInterface
              isHeadersEditorEnabled={false}
              showPersistHeadersSettings={false}
              defaultEditorToolsVisibility="variables"
            />
          </div>
        </main>
      </DocExplorerStore>
    </GraphiQLProvider>
  );
}
