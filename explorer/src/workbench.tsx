import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';
import type { Language } from './language.ts';
import { QuestionsPanel } from './questions-panel.tsx';
import { documentOf } from './questions/documents.ts';
import type { Question } from './questions/question.ts';
import { QUESTIONS } from './questions/questions.ts';
import type { Viewer } from './viewer.ts';

interface WorkbenchProps {
  readonly language: Language;
  readonly viewer: Viewer | null;
}

const questionIn = (text: string): Question | undefined =>
  QUESTIONS.find(({ id }) => documentOf(id) === text.trimEnd());

const operationsOf = (text: string): OperationDefinitionNode[] =>
  parse(text).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

/** The panel of ready questions, tied to the editors. */
export function Workbench({ language, viewer }: WorkbenchProps) {
  const current = useGraphiQL((state) => questionIn(state.tabs[state.activeTabIndex]?.query ?? '')?.id ?? null);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const { addTab, run, setOperationFacts } = useGraphiQLActions();

  const load = (question: Question): void => {
    const text = documentOf(question.id);
    // What somebody wrote is kept: the question then takes a tab of its own.
    const written = queryEditor?.getValue() ?? '';
    if (written.trim() !== '' && questionIn(written) === undefined) addTab();
    queryEditor?.setValue(text);
    const none = Object.keys(question.variables).length === 0;
    variableEditor?.setValue(none ? '' : JSON.stringify(question.variables, null, 2));
    // The editor finds the operation's name a while after the text; running at once would send the last one's.
    const operations = operationsOf(text);
    const operationName = operations[0]?.name?.value;
    setOperationFacts({
      documentAST: parse(text),
      operations,
      ...(operationName === undefined ? {} : { operationName }),
    });
  };
  const runNow = (question: Question): void => {
    load(question);
    run();
  };

  return <QuestionsPanel language={language} viewer={viewer} current={current} onLoad={load} onRun={runNow} />;
}
