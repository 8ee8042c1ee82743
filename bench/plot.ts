import { cpuOf, type Scale } from './table.ts';
import { CONTESTANTS, type Contestant } from './works/work.ts';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [640, 360, 60, 130, 44, 48];
const COLOURS: Readonly<Record<Contestant, string>> = {
  hiraf: '#0b6e4f',
  postgraphile: '#c2452d',
  mercurius: '#7a4fb5',
  idiomatic: '#b07d10',
  floor: '#5a6472',
};
const STEPS = [1, 2, 5, 10];
const TICKS = 5;

interface Point {
  readonly artisans: number;
  readonly cost: number;
}

interface Axes {
  readonly x: (artisans: number) => number;
  readonly y: (cost: number) => number;
  readonly ticks: readonly number[];
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const label = (x: number, y: number, [text, anchor, fill = '#222']: readonly string[]): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor ?? 'start'}" fill="${fill}">${escaped(text ?? '')}</text>`;

function pointsOf(scales: readonly Scale[], work: string, contestant: Contestant): Point[] {
  return scales.flatMap(({ artisans, achieved }) => {
    const one = achieved.find((each) => each.work === work && each.contestant === contestant);
    return one === undefined ? [] : [{ artisans, cost: cpuOf(one) }];
  });
}

/** The size of a step between lines, so that there are about five of them. */
function stepFor(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / TICKS));
  return power * (STEPS.find((step) => step * power * TICKS >= most) ?? 10);
}

function axesFor(points: readonly Point[]): Axes {
  const logs = points.map(({ artisans }) => Math.log10(artisans));
  const [from, to] = [Math.min(...logs), Math.max(...logs)];
  const step = stepFor(Math.max(...points.map(({ cost }) => cost)));
  const count = Math.max(1, Math.ceil(Math.max(...points.map(({ cost }) => cost)) / step));
  const [across, up] = [WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM];
  return {
    x: (artisans) => LEFT + (to === from ? across / 2 : ((Math.log10(artisans) - from) / (to - from)) * across),
    y: (cost) => HEIGHT - BOTTOM - (cost / (count * step)) * up,
    ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
  };
}

function gridOf({ x, y, ticks }: Axes, scales: readonly Scale[]): string[] {
  const lines = ticks.flatMap((tick) => [
    `<line x1="${String(LEFT)}" x2="${String(WIDTH - RIGHT)}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}" stroke="#ddd"/>`,
    label(LEFT - 8, y(tick) + 4, [String(Number(tick.toPrecision(3))), 'end']),
  ]);
  const below = scales.map(({ artisans }) =>
    label(x(artisans), HEIGHT - BOTTOM + 18, [artisans.toLocaleString('en'), 'middle']),
  );
  return [...lines, ...below, label((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, ['artisans (logarithmic)', 'middle'])];
}

interface Line {
  readonly name: Contestant;
  readonly points: readonly Point[];
}

/** Names stand beside the ends of their lines, kept apart where those are close. */
function namesOf(lines: readonly Line[], { y }: Axes): string[] {
  let lowest = Infinity;
  return lines
    .toSorted((one, other) => (one.points.at(-1)?.cost ?? 0) - (other.points.at(-1)?.cost ?? 0))
    .map(({ name, points }) => {
      lowest = Math.min(y(points.at(-1)?.cost ?? 0) + 4, lowest - 15);
      return label(WIDTH - RIGHT + 10, lowest, [name, 'start', COLOURS[name]]);
    });
}

function lineOf({ name, points }: Line, { x, y }: Axes): string {
  const places = points.map(({ artisans, cost }) => [x(artisans).toFixed(1), y(cost).toFixed(1)] as const);
  const dots = places.map(([left, top]) => `<circle cx="${left}" cy="${top}" r="3.5" fill="${COLOURS[name]}"/>`);
  const path = places.map((place) => place.join(',')).join(' ');
  return `<polyline points="${path}" fill="none" stroke="${COLOURS[name]}" stroke-width="2"/>${dots.join('')}`;
}

/** What a request costs against the number of artisans: a flat line does not grow with the register. */
export function plotOf({ work, title }: { work: string; title: string }, scales: readonly Scale[]): string {
  const lines = CONTESTANTS.map((name) => ({ name, points: pointsOf(scales, work, name) }));
  const drawn = lines.filter(({ points }) => points.length > 0);
  const axes = axesFor(drawn.flatMap(({ points }) => points));
  const head = [
    label(LEFT, 18, [`${work}: ${title}`, 'start']),
    label(LEFT, 34, ['seconds of processor time for 1,000 requests, server and PostgreSQL', 'start', '#666']),
  ];
  const parts = [...head, ...gridOf(axes, scales), ...drawn.map((line) => lineOf(line, axes)), ...namesOf(drawn, axes)];
  const box = `0 0 ${String(WIDTH)} ${String(HEIGHT)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" font-family="system-ui, sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>\n${parts.join('\n')}\n</svg>\n`;
}
