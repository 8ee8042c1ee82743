import { DOC_EXPLORER_PLUGIN, DocExplorerStore } from '@graphiql/plugin-doc-explorer';
import { GraphiQLProvider } from '@graphiql/react';
import type { Fetcher } from '@graphiql/toolkit';
import { GraphiQLInterface } from 'graphiql';
import type { ExecutionResult } from 'graphql';
import { useMemo, useRef } from 'react';
import { ask, type Answer, type Caller, type Operation } from './api.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useConfirmation, type Confirm } from './confirmation.ts';
import { intentOf, named } from './intent.ts';
import { itemOf } from './items.ts';
import type { Language } from './language.ts';
import { MESSAGES } from './messages.ts';
import type { Session } from './session.ts';
import { Workbench } from './workbench.tsx';

interface EditorProps {
  readonly language: Language;
  readonly session: Session;
}

const FIRST_TAB = [{ query: itemOf('questions', 'regions').text }];

/** Runs an operation; what writes is shown first, and sent once its reader has filled it in and confirmed it. */
async function run(caller: Caller, given: Operation, confirm: Confirm): Promise<Answer<unknown>> {
  const operation = named(given);
  const intent = intentOf(operation);
  if (intent.writes.length === 0) return ask(caller, operation);
  const { cancelled } = MESSAGES[caller.language].confirm;
  const { title } = MESSAGES[caller.language].blanks;
  const answer = await confirm(intent, () => ask(caller, operation));
  if (answer !== null) return answer;
  const isBlank = intent.blanks.length > 0;
  return {
    errors: [{ message: isBlank ? `${title}: ${intent.blanks.map(({ path }) => path).join(', ')}` : cancelled }],
  };
}

/** Asks as whoever is signed in at that moment; stays the same function, so that the editor does not start anew. */
function useFetcher(caller: Caller, confirm: Confirm): Fetcher {
  const now = useRef(caller);
  now.current = caller;
  return useMemo<Fetcher>(
    // Errors arrive as they were written to JSON, which is all that the editor prints.
    () => (operation) => run(now.current, operation, confirm) as Promise<ExecutionResult>,
    [confirm],
  );
}

/** GraphiQL beside what is ready for it. */
export function Editor({ language, session }: EditorProps) {
  const { asked, confirm } = useConfirmation();
  const fetcher = useFetcher({ token: session.token, language }, confirm);
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
        <ConfirmDialog language={language} asked={asked} />
      </DocExplorerStore>
    </GraphiQLProvider>
  );
}
