import { Group, LoadButton } from './card.tsx';
import { itemOf } from './items.ts';
import { say, type Language } from './language.ts';
import { MESSAGES } from './messages.ts';
import type { PanelProps } from './panel-props.ts';
import type { Question } from './questions/question.ts';
import { QUESTION_GROUPS } from './questions/questions.ts';

/** The ready questions: each is read in the editor by its title, or run at once. */
export function QuestionsPage(props: PanelProps) {
  return QUESTION_GROUPS.map(({ id, title, questions }) => (
    <Group key={id} title={say(title, props.language)}>
      {questions.map((question) => (
        <QuestionCard key={question.id} question={question} {...props} />
      ))}
    </Group>
  ));
}

function QuestionCard({ question, language, viewer, current, onLoad, onRun }: PanelProps & { question: Question }) {
  const item = itemOf('questions', question.id);
  const isCurrent = current === item;
  return (
    <li className="entry" data-question={question.id} data-current={isCurrent}>
      <LoadButton
        entry={question}
        language={language}
        viewer={viewer}
        isCurrent={isCurrent}
        onLoad={() => {
          onLoad(item);
        }}
      />
      <RunButton
        language={language}
        title={say(question.title, language)}
        onRun={() => {
          onRun(item);
        }}
      />
    </li>
  );
}

interface RunButtonProps {
  readonly language: Language;
  readonly title: string;
  readonly onRun: () => void;
}

function RunButton({ language, title, onRun }: RunButtonProps) {
  const { run } = MESSAGES[language];
  return (
    <button type="button" className="run" aria-label={`${run}: ${title}`} title={run} onClick={onRun}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M4 2.5v11l9-5.5z" fill="currentColor" />
      </svg>
    </button>
  );
}
