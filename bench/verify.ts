import { isDeepStrictEqual } from 'node:util';
import { replyOf, type Running } from './contestant.ts';
import type { Ask, Contestant } from './works/work.ts';

/** Asks every contestant once; answers their replies, and fails where one tells other facts than the rest. */
export async function verified(
  ask: Ask,
  contestants: readonly Running[],
  token: string,
): Promise<Map<Contestant, string>> {
  const replies = new Map<Contestant, string>();
  const told: { name: Contestant; facts: unknown }[] = [];
  for (const { name, origin } of contestants) {
    const { request, facts } = ask.questions[name];
    const reply = await replyOf(origin, request, token);
    replies.set(name, reply);
    told.push({ name, facts: factsOf(name, reply, facts) });
  }
  const [head] = told;
  if (head === undefined || !Array.isArray(head.facts) || head.facts.length < 2) {
    throw new Error(`There is nothing to compare in the answer of ${head?.name ?? 'nobody'}.`);
  }
  const wrong = told.find(({ facts }) => !isDeepStrictEqual(facts, head.facts));
  if (wrong === undefined) return replies;
  const [one, other] = [head, wrong].map(({ name, facts }) => `${name}: ${differing(facts, [head, wrong])}`);
  throw new Error(`A question is not answered alike.\n${one ?? ''}\n${other ?? ''}`);
}

function factsOf(name: Contestant, reply: string, facts: (answer: unknown) => unknown): unknown {
  try {
    return facts(JSON.parse(reply));
  } catch (error) {
    throw new Error(`The answer of ${name} cannot be read: ${reply.slice(0, 600)}`, { cause: error });
  }
}

/** The facts from a little before the first one in which two differ. */
function differing(facts: unknown, two: readonly { facts: unknown }[]): string {
  const [one = '', other = ''] = two.map((each) => JSON.stringify(each.facts));
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return JSON.stringify(facts).slice(Math.max(0, at - 100), at + 300);
}
