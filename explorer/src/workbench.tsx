import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { itemIn, type Item } from './items.ts';
import type { Language } from './language.ts';
import { useLoad, useWhenAnswered } from './loading.ts';
import { Panel } from './panel.tsx';
import { placeOf } from './place.ts';
import type { Viewer } from './viewer.ts';

interface WorkbenchProps {
  readonly language: Language;
  readonly viewer: Viewer | null;
}

/** The panel of ready questions and changes, tied to the editors. */
export function Workbench({ language, viewer }: WorkbenchProps) {
  const current = useGraphiQL((state) => itemIn(state.tabs[state.activeTabIndex]?.query ?? '') ?? null);
  const actions = useGraphiQLActions();
  const whenAnswered = useWhenAnswered();
  const put = useLoad({ language, place: placeOf(viewer) });
  const load = (item: Item): void => {
    whenAnswered(() => {
      put(item);
    });
  };
  const run = (item: Item): void => {
    whenAnswered(() => {
      put(item);
      actions.run();
    });
  };
  return <Panel language={language} viewer={viewer} current={current} onLoad={load} onRun={run} />;
}
