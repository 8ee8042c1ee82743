import { bodies } from './bodies.ts';
import { COMMITTEES, committees, MEMBERS } from './committees.ts';
import { figures } from './figures.ts';
import { mixed } from './mixed.ts';
import { nation } from './nation.ts';
import { deep, FIRST, page } from './page.ts';
import { FOUND, search } from './search.ts';
import { CENTRAL, type Marks, type Work } from './work.ts';

const REGION = 3;

const [first, found, listed, seated] = [FIRST, FOUND, COMMITTEES, MEMBERS].map(String);
export const TITLES = {
  page: `page of ${first ?? ''} artisans of a region with profession and province`,
  deep: `the page after the middle of the same list, by cursor`,
  search: `search by the beginning of an Arabic name, first ${found ?? ''}`,
  figures: 'a region, its provinces and their figures by body class',
  nation: 'national figures by region: registered, eligible, members, represented, women',
  bodies: 'tree of the bodies of one class, three levels, with territory and readiness',
  committees: `${listed ?? ''} committees of a region, each with ${seated ?? ''} members`,
  mixed: 'all of these, asked by viewers of the twelve regions and of the centre in turn',
  writes: 'the same, and every twentieth request registers an artisan',
} as const;

/** The works in a database, whose middle is known. */
export function worksOf(marks: Marks): readonly Work[] {
  const asks = {
    page: [page(REGION)],
    deep: [deep(REGION, marks)],
    search: [search(REGION)],
    figures: [figures(REGION)],
    nation: [nation(CENTRAL)],
    bodies: [bodies],
    committees: [committees(REGION)],
    mixed: mixed(marks),
    writes: mixed(marks),
  };
  return (Object.keys(TITLES) as (keyof typeof TITLES)[]).map((name) => ({
    name,
    title: TITLES[name],
    asks: asks[name],
    writing: name === 'writes',
  }));
}
