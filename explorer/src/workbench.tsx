import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { Kind, parse } from 'graphql';
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

/** What the editor would find out about a document a while later; running at once needs it now. */
function factsOf(text: string) {
  const documentAST = parse(text);
  const operations = documentAST.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const operationName = operations[0]?.name?.value;
  return { documentAST, operations, ...(operationName === undefined ? {} : { operationName }) };
}

function variablesText({ variables }: Question): string {
  return Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2);
}

/** Puts a question into the editors. */
function useLoad(): (question: Question) => void {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  const actions = useGraphiQLActions();
  return (question) => {
    if (queryEditor === undefined) return;
    const written = queryEditor.getValue();
    // What somebody wrote is kept: the question then takes a tab of its own.
    if (written.trim() !== '' && questionIn(written) === undefined) actions.addTab();
    const text = documentOf(question.id);
    queryEditor.setValue(text);
    variableEditor?.setValue(variablesText(question));
    responseEditor?.setValue('');
    actions.setOperationFacts(factsOf(text));
  };
}

/** The panel of ready questions, tied to the editors. */
export function Workbench({ language, viewer }: WorkbenchProps) {
  const current = useGraphiQL((state) => questionIn(state.tabs[state.activeTabIndex]?.query ?? '')?.id ?? null);
  const actions = useGraphiQLActions();
  const load = useLoad();
  const run = (question: Question): void => {
    load(question);
    actions.run();
  };
  return <QuestionsPanel language={language} viewer={viewer} current={current} onLoad={load} onRun={run} />;
}
