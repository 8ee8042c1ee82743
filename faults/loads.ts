import { CROSS_TABLE } from '../tests/support/must-pass.ts';
import { agentOf, send } from './client.ts';
import { underLoad, type Load } from './load.ts';
import { Judge, rounded, type Scenario, type Seen, type Stage } from './scenario.ts';

const SUBJECTS = 400;
const PAGE = `{ artisans(first: 20) { nodes { id nameAr nameLatin kind registerState profession { code } province { code } } } }`;
const answered = ({ answers }: Load): string =>
  Object.entries(answers)
    .map(([name, times]) => `${name}: ${String(times)}`)
    .join(', ');

async function tokensOf({ program }: Stage): Promise<string[]> {
  const regions = Array.from({ length: 12 }, (_, index) => `MA-${String(index + 1).padStart(2, '0')}`);
  return Promise.all(
    Array.from({ length: SUBJECTS }, (_, index) => {
      const region = regions[index % regions.length] ?? '';
      return program.token({ subject: `viewer-${String(index)}`, role: 'regional-viewer', region });
    }),
  );
}

function judged(judge: Judge, load: Load): void {
  const { INTERNAL_SERVER_ERROR: internal = 0, failed = 0 } = load.answers;
  judge.expect(internal === 0, `${String(internal)} answers are INTERNAL_SERVER_ERROR`);
  judge.expect(failed === 0, `${String(failed)} requests had no answer`);
}

async function manyConnections(stage: Stage): Promise<Seen> {
  const { program } = stage;
  const tokens = await tokensOf(stage);
  const callOf = (connection: number) => ({ token: tokens[connection % SUBJECTS] ?? '', query: PAGE });
  const judge = new Judge();
  const few = await underLoad({ address: program.address, connections: 200, seconds: 8, callOf });
  const many = await underLoad({ address: program.address, connections: 2000, seconds: 15, callOf });
  await program.notePeak();
  for (const load of [few, many]) judged(judge, load);
  const ratio = many.goodput / few.goodput;
  judge.expect(ratio >= 0.9, `goodput at 2,000 connections is ${String(rounded(ratio, 2))} of that at 200`);
  judge.expect(many.p99 <= 2000, `p99 at 2,000 connections is ${String(rounded(many.p99, 0))} ms`);
  judge.expect(await program.isReady(), 'it was not ready under load');
  const facts = {
    ...{ 'goodput at 200, 1/s': rounded(few.goodput, 0), 'goodput at 2,000, 1/s': rounded(many.goodput, 0) },
    ...{ 'p99 at 200, ms': rounded(few.p99, 0), 'p99 at 2,000, ms': rounded(many.p99, 0) },
    'answers at 2,000': answered(many),
  };
  return { facts, broken: judge.broken };
}

async function greedy({ program }: Stage): Promise<Seen> {
  const { address } = program;
  const judge = new Judge();
  const greedyToken = await program.token({ subject: 'greedy', role: 'analyst' });
  const viewerToken = await program.token({ subject: 'bystander', role: 'regional-viewer', region: 'MA-03' });
  const [of, beside] = await Promise.all([
    underLoad({
      address,
      connections: 100,
      seconds: 12,
      obeys: false,
      callOf: () => ({ token: greedyToken, query: CROSS_TABLE }),
    }),
    underLoad({ address, connections: 1, seconds: 12, pause: 50, callOf: () => ({ token: viewerToken, query: PAGE }) }),
  ]);
  await program.notePeak();
  for (const load of [of, beside]) judged(judge, load);
  judge.expect(beside.p95 <= 500, `p95 of the viewer beside it is ${String(rounded(beside.p95, 0))} ms`);
  judge.expect(Object.keys(beside.answers).join() === '200', `the viewer was answered ${answered(beside)}`);
  const facts = {
    'p95 of the viewer, ms': rounded(beside.p95, 0),
    'p50, ms': rounded(beside.p50, 0),
    greedy: answered(of),
  };
  return { facts, broken: judge.broken };
}

const DOCUMENTS = 20_000;
const AT_ONCE = 8;
const FIELDS = ['id', 'hcpCode', 'population', 'name { ar }', 'name { fr }', 'name { en }', 'chamber { name { ar } }'];

/** A valid document of some 800 bytes; no two are alike. */
function documentOf(index: number): string {
  const fields = FIELDS.filter((_field, bit) => (index >> bit) & 1).join(' ');
  const lists = Array.from(
    { length: 12 },
    (_, at) => `a${String(index)}x${String(at)}: provinces { code id name { ar } }`,
  );
  // A small region: what is looked at is what documents leave behind, not their answers.
  return `query D${String(index)} { region(code: "MA-12") { code ${fields} ${lists.join(' ')} } }`;
}

/** Sends each document once, and every fourth twice, so that it would be kept; returns what was wrong. */
async function sendDocuments(address: string, token: string): Promise<string[]> {
  const agent = agentOf(AT_ONCE);
  const wrong: string[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    for (let index = next++; index < DOCUMENTS; index = next++) {
      for (let time = 0; time < (index % 4 === 0 ? 2 : 1); time += 1) {
        const { status, text } = await send(address, { token, query: documentOf(index) }, agent);
        if (status !== 200 || text.startsWith('{"errors"')) wrong.push(text.slice(0, 200));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  agent.destroy();
  return wrong;
}

async function differentDocuments({ program }: Stage): Promise<Seen> {
  const judge = new Judge();
  const token = await program.token({ subject: 'inventive', role: 'central-service' });
  const began = performance.now();
  const wrong = await sendDocuments(program.address, token);
  const [first] = wrong;
  judge.expect(first === undefined, `${String(wrong.length)} answers are wrong, such as ${first ?? ''}`);
  return {
    facts: { documents: DOCUMENTS, seconds: rounded((performance.now() - began) / 1000) },
    broken: judge.broken,
  };
}

export const loads: readonly Scenario[] = [
  { title: '2,000 connections of 400 subjects that obey Retry-After', play: manyConnections },
  { title: 'a greedy analyst beside a regional viewer', play: greedy },
];

/** With budgets that are not exhausted, for the caches are what is looked at. */
export const documents: Scenario = { title: '20,000 different documents', play: differentDocuments };
