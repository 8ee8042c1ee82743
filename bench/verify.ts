import { isDeepStrictEqual } from 'node:util';
import { replyOf, type Running } from './contestant.ts';
import type { Contestant, Work } from './works/work.ts';

/** Asks every contestant once; answers their replies, and fails where one tells other facts than the rest. */
export async function verified(
  work: Work,
  contestants: readonly Running[],
  token: string,
): Promise<Map<Contestant, string>> {
  const replies = new Map<Contestant, string>();
  const told: { name: Contestant; facts: unknown }[] = [];
  for (const { name, origin } of contestants) {
    const { request, facts } = work.questions[name];
    const reply = await replyOf(origin, request, token);
    replies.set(name, reply);
    told.push({ name, facts: facts(JSON.parse(reply)) });
  }
  const [head] = told;
  if (head === undefined || !Array.isArray(head.facts) || head.facts.length < 2) {
    throw new Error(`The work "${work.name}" was answered with nothing to compare.`);
  }
  const wrong = told.find(({ facts }) => !isDeepStrictEqual(facts, head.facts));
  if (wrong === undefined) return replies;
  const [one, other] = [head, wrong].map(({ name, facts }) => `${name}: ${JSON.stringify(facts).slice(0, 600)}`);
  throw new Error(`The work "${work.name}" is not answered alike.\n${one ?? ''}\n${other ?? ''}`);
}
