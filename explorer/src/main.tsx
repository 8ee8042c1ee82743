import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@fontsource/ibm-plex-sans-arabic/400.css';
import '@fontsource/ibm-plex-sans-arabic/600.css';
import './fonts.css';
import './styles.css';
import './panel.css';
import './dialogs.css';
import './editor.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const place = document.getElementById('explorer');
if (place === null) throw new Error('The page has no place for the explorer.');
createRoot(place).render(<App />);
