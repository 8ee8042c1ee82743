import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { Kind, parse } from 'graphql';
import { useEffect, useRef } from 'react';
import { itemIn, variablesText, type Item, type Reader } from './items.ts';
import { mustStay } from './keeping.ts';

/** What the editor would find out about a document a while later; running at once needs it now. */
function factsOf(text: string) {
  const documentAST = parse(text);
  const operations = documentAST.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const operationName = operations[0]?.name?.value;
  return { documentAST, operations, ...(operationName === undefined ? {} : { operationName }) };
}

/** Puts an item into the editors, with the variables of its reader. */
export function useLoad(reader: Reader): (item: Item) => void {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  const actions = useGraphiQLActions();
  return (item) => {
    if (queryEditor === undefined) return;
    const desk = {
      query: queryEditor.getValue(),
      variables: variableEditor?.getValue() ?? '',
      answer: responseEditor?.getValue() ?? '',
    };
    if (mustStay(desk, item, reader)) actions.addTab();
    queryEditor.setValue(item.text);
    variableEditor?.setValue(variablesText(item, reader));
    responseEditor?.setValue('');
    actions.setOperationFacts(factsOf(item.text));
  };
}

/** Acts at once or, while a change awaits its answer, as soon as that has come: it would else land beside another document. */
export function useWhenAnswered(): (act: () => void) => void {
  const isFetching = useGraphiQL((state) => state.isFetching);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (isFetching) return;
    waiting.current?.();
    waiting.current = null;
  }, [isFetching]);
  return (act) => {
    if (isFetching && itemIn(queryEditor?.getValue() ?? '')?.page !== 'questions') waiting.current = act;
    else act();
  };
}
