import { closest, distance } from 'fastest-levenshtein';

type Environment = Readonly<Record<string, string | undefined>>;

// The environment holds names of other programs as well: only what is very near is taken for one of ours.
const NEAR = 1;
const NEAR_IN_LONG = 2;
const LONG = 9;
// HOST and PORT have too many neighbours.
const SHORT = 4;

/** A name without what is easily forgotten or added: `HIRAF_PoolSize` and `POOL-SIZE` are `POOLSIZE`. */
const bare = (name: string): string =>
  name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replace(/^HIRAF/, '');

function isNear(name: string, right: string): boolean {
  const [one, other] = [bare(name), bare(right)];
  if (one === other) return true;
  if (other.length <= SHORT) return false;
  return distance(one, other) <= (other.length >= LONG ? NEAR_IN_LONG : NEAR);
}

/** What is set under a name that hiraf does not read, a line each: every key of `.env`, and near names elsewhere. */
export function misspelt(names: readonly string[], env: Environment, file: Environment): string[] {
  const suggestion = (name: string): string => closest(bare(name), names.map(bare));
  const rightFor = (name: string): string => names.find((right) => bare(right) === suggestion(name)) ?? '';
  const inFile = Object.keys(file)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const right = rightFor(name);
      const advice = isNear(name, right) ? `Is it ${right}?` : '.env.template lists them all.';
      return `.env sets ${name}, which is no setting of hiraf. ${advice}`;
    });
  const around = Object.keys(env)
    .filter((name) => !names.includes(name) && !(name in file))
    .map((name) => [name, rightFor(name)] as const)
    // Whoever has set the right one as well means something else by the other.
    .filter(([name, right]) => isNear(name, right) && env[right] === undefined)
    .map(([name, right]) => `${name} is set, which is no setting of hiraf. Is it ${right}?`);
  return [...inFile, ...around];
}
