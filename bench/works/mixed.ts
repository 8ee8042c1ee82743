import { bodies } from './bodies.ts';
import { committees } from './committees.ts';
import { figures } from './figures.ts';
import { nation } from './nation.ts';
import { deep, page } from './page.ts';
import { search } from './search.ts';
import { CENTRAL, REGIONS, viewerOf, type Ask, type Marks } from './work.ts';

const CENTRAL_SHARE = 6;
// Has no factor in common with the number of questions, so that it reaches each of them once.
const STRIDE = 37;

/** Viewers of all regions ask everything about their own and the nation, and some of the centre about the nation. */
export function mixed(marks: Marks): readonly Ask[] {
  const regional = REGIONS.flatMap((region) => [
    ...[page(region), deep(region, marks), search(region), figures(region), committees(region)],
    nation(viewerOf(region)),
  ]);
  const central = Array.from({ length: CENTRAL_SHARE }, () => [nation(CENTRAL), bodies]).flat();
  const asks = [...regional, ...central];
  return asks.flatMap((_, index) => asks[(index * STRIDE) % asks.length] ?? []);
}
