import { useEffect, useState } from 'react';
import { Editor } from './editor.tsx';
import { Header } from './header.tsx';
import { MESSAGES } from './messages.ts';
import { applyLanguage, initialLanguage } from './page-language.ts';
import { useSession } from './session.ts';

export function App() {
  const [language, setLanguage] = useState(initialLanguage);
  const session = useSession(language, MESSAGES[language].unreachable);
  useEffect(() => {
    applyLanguage(language);
  }, [language]);

  return (
    <div className="page">
      <Header language={language} onLanguage={setLanguage} session={session} />
      <Editor language={language} session={session} />
    </div>
  );
}
