import { Fragment } from 'react';
import type { Language } from './language.ts';
import { MESSAGES } from './messages.ts';
import { GRANTS, type Territory, type Viewer } from './viewer.ts';

interface GrantsProps {
  readonly language: Language;
  readonly viewer: Viewer;
}

/** As whom the server takes us, and how far our grants reach. */
export function Grants({ language, viewer }: GrantsProps) {
  const messages = MESSAGES[language];
  return (
    <dl className="grants">
      <dt>{messages.role}</dt>
      <dd>{viewer.role === null ? '' : messages.roles[viewer.role]}</dd>
      {GRANTS.map((grant) => (
        <Fragment key={grant}>
          <dt>{messages[grant]}</dt>
          <dd>{placesOf(viewer.grants[grant], language)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function placesOf(territories: readonly Territory[], language: Language): string {
  if (territories.length === 0) return MESSAGES[language].nowhere;
  return territories.map(({ name }) => name[language]).join(language === 'ar' ? '، ' : ', ');
}
