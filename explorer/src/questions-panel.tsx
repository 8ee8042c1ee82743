import type { Language } from './language.ts';
import { MESSAGES } from './messages.ts';
import type { Question } from './questions/question.ts';
import { QUESTION_GROUPS } from './questions/questions.ts';
import { lacks, type Viewer } from './viewer.ts';

interface PanelProps {
  readonly language: Language;
  readonly viewer: Viewer | null;
  readonly current: string | null;
  readonly onLoad: (question: Question) => void;
  readonly onRun: (question: Question) => void;
}

/** The ready questions: each is read in the editor by its title, or run at once. */
export function QuestionsPanel(props: PanelProps) {
  const messages = MESSAGES[props.language];
  return (
    <nav className="questions" aria-label={messages.questions}>
      <h2>{messages.questions}</h2>
      <p className="hint">{messages.questionsHint}</p>
      {QUESTION_GROUPS.map(({ id, title, questions }) => (
        <section key={id} aria-labelledby={`group-${id}`}>
          <h3 id={`group-${id}`}>{title[props.language]}</h3>
          <ul>
            {questions.map((question) => (
              <QuestionCard key={question.id} question={question} {...props} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function QuestionCard({ question, language, viewer, current, onLoad, onRun }: PanelProps & { question: Question }) {
  const lacking = lacks(viewer, question.need);
  const isCurrent = current === question.id;
  return (
    <li className="question" data-question={question.id} data-current={isCurrent}>
      <button
        type="button"
        className="load"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => {
          onLoad(question);
        }}
      >
        <span className="title">{question.title[language]}</span>
        <span className="description">{question.description[language]}</span>
        {lacking === null ? null : <span className="need">{MESSAGES[language][lacking]}</span>}
      </button>
      <RunButton question={question} language={language} onRun={onRun} />
    </li>
  );
}

function RunButton({ question, language, onRun }: Pick<PanelProps, 'language' | 'onRun'> & { question: Question }) {
  const { run } = MESSAGES[language];
  return (
    <button
      type="button"
      className="run"
      aria-label={`${run}: ${question.title[language]}`}
      title={run}
      onClick={() => {
        onRun(question);
      }}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M4 2.5v11l9-5.5z" fill="currentColor" />
      </svg>
    </button>
  );
}
