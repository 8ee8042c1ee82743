import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { buildSchema, getNamedType, isObjectType } from 'graphql';

// Measures the goals of the design that a machine can judge: npm run check:house. What must hold on every change is in
// `npm run check` and in the tests; this also shows goals that are not reached yet.
const read = (file: string): Promise<string> => readFile(file, 'utf8');
const LINES_OF_SCHEMA = 60;
const FILES_OF_A_MODULE = 9;

/** A goal, what was found, and what misses it. */
interface Goal {
  readonly goal: string;
  readonly missed: readonly string[];
}

async function payloads(): Promise<Goal> {
  const schema = buildSchema(await read('schema.graphql'));
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const raised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
  const missed = mutations.filter(({ name, type, args }) => {
    const payload = getNamedType(type);
    const isPayload = isObjectType(payload) && 'userErrors' in payload.getFields();
    return !isPayload || String(args[0]?.type) !== `${raised(name)}Input!`;
  });
  return {
    goal: 'Each mutation has an input and a payload of its own',
    missed: missed.map(({ name }) => name),
  };
}

async function reasonsInTests(): Promise<Goal> {
  const tests = await Promise.all(globSync(['tests/**/*.ts', 'src/**/*.test.ts']).map(read));
  const text = tests.join('\n');
  const files = globSync(['src/modules/*/*.reasons.ts', 'src/platform/errors/*.reasons.ts']);
  const codes = (await Promise.all(files.map(read))).flatMap((file) =>
    [...file.matchAll(/^ {2}([A-Z_]+): \{/gm)].map(([, code = '']) => code),
  );
  return {
    goal: `Each of ${String(codes.length)} reasons is asserted by a test`,
    missed: codes.filter((code) => !new RegExp(`\\b${code}\\b`).test(text)),
  };
}

async function shapes(): Promise<Goal[]> {
  const lines = (await read('src/schema.ts')).split('\n').length - 1;
  const sources = globSync('src/**/*.ts');
  const declared: string[] = [];
  for (const file of sources) if (/\bMutation\(\(\) =>/.test(await read(file))) declared.push(file);
  const modules = globSync('src/modules/*').map((folder) => {
    const files = globSync(`${folder}/*.ts`).filter((file) => !file.endsWith('.test.ts'));
    return { folder, files: files.length };
  });
  const large = modules.filter(({ files }) => files > FILES_OF_A_MODULE);
  return [
    {
      goal: `src/schema.ts has ${String(LINES_OF_SCHEMA)} lines at most`,
      missed: lines > LINES_OF_SCHEMA ? [String(lines)] : [],
    },
    { goal: 'Mutations are declared in one place', missed: declared.length > 1 ? declared : [] },
    {
      goal: `A module has ${String(FILES_OF_A_MODULE)} files at most`,
      missed: large.map(({ folder, files }) => `${folder}: ${String(files)}`),
    },
  ];
}

for (const { goal, missed } of [await payloads(), await reasonsInTests(), ...(await shapes())]) {
  process.stdout.write(`${missed.length === 0 ? 'yes' : 'NO '}  ${goal}${missed.length === 0 ? '' : ':'}\n`);
  for (const one of missed) process.stdout.write(`       ${one}\n`);
  if (missed.length > 0) process.exitCode = 1;
}
