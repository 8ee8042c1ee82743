import { bodies } from './bodies.ts';
import { figures } from './figures.ts';
import { page } from './page.ts';
import { search } from './search.ts';
import type { Work } from './work.ts';

export const WORKS: readonly Work[] = [page, figures, bodies, search];
