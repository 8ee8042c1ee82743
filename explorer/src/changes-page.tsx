import { Group, LoadButton } from './card.tsx';
import type { Change } from './changes/change.ts';
import { CHANGE_GROUPS } from './changes/changes.ts';
import { itemOf } from './items.ts';
import { say } from './language.ts';
import { MESSAGES } from './messages.ts';
import type { PanelProps } from './panel-props.ts';
import { QUESTIONS } from './questions/questions.ts';

/** The ready changes: each is read in the editor, and run there alone, by whoever has filled it in. */
export function ChangesPage(props: PanelProps) {
  return CHANGE_GROUPS.map(({ id, title, changes }) => (
    <Group key={id} title={say(title, props.language)}>
      {changes.map((change) => (
        <ChangeCard key={change.id} change={change} {...props} />
      ))}
    </Group>
  ));
}

function ChangeCard({ change, ...props }: PanelProps & { change: Change }) {
  const item = itemOf('changes', change.id);
  const isCurrent = props.current === item;
  return (
    <li className="entry" data-change={change.id} data-current={isCurrent}>
      <LoadButton
        entry={change}
        language={props.language}
        viewer={props.viewer}
        isCurrent={isCurrent}
        onLoad={() => {
          props.onLoad(item);
        }}
      />
      <Sources change={change} {...props} />
    </li>
  );
}

/** The questions that show what a change is filled in with; they are asked at once, beside it. */
function Sources({ change, language, onRun }: PanelProps & { change: Change }) {
  return (
    <p className="sources">
      {MESSAGES[language].shownBy}
      {QUESTIONS.filter(({ id }) => change.shownBy.includes(id)).map(({ id, title }) => (
        <button
          key={id}
          type="button"
          onClick={() => {
            onRun(itemOf('questions', id));
          }}
        >
          {say(title, language)}
        </button>
      ))}
    </p>
  );
}
