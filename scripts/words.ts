import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Words that readers did not know, or that have a plainer one in the field's language. */
const AVOIDED: Readonly<Record<string, string>> = {
  anew: 'again, recompute',
  breadth: 'list size',
  keeper: 'supervisor',
  nobody: 'no one, none',
  sight: 'what the viewer may read',
  somebody: 'a person, a client',
  tally: 'summary, count',
  tells: 'says, reports, returns',
  told: 'reported, returned',
  wall: 'row-level security, tenant isolation',
};
const WORD = new RegExp(`\\b(${Object.keys(AVOIDED).join('|')})\\b`, 'giu');
// A released schema never changes, the account of PostgreSQL is called so, and these list the words.
const EXEMPT = [/^docs\/released\//, /^docs\/decisions\/0005/, /^scripts\/words\.ts$/, /\.test\.ts$/];

const listed = execFileSync('git', ['ls-files', 'src', 'scripts', 'docs', '*.md', 'schema.graphql'], {
  encoding: 'utf8',
});
const files = listed
  .split('\n')
  .filter((file) => /\.(ts|md|graphql)$/.test(file) && !EXEMPT.some((one) => one.test(file)));
for (const file of files) {
  const lines = (await readFile(file, 'utf8')).split('\n');
  for (const [index, line] of lines.entries()) {
    for (const [found] of line.matchAll(WORD)) {
      const better = AVOIDED[found.toLowerCase()] ?? '';
      process.stderr.write(`${file}:${String(index + 1)}: "${found}": write ${better}.\n`);
      process.exitCode = 1;
    }
  }
}
