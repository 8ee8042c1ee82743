import { Blank } from '../../explorer/src/changes/values.ts';

/** Something of the kind that a blank asks for. */
const sampleFor = ({ kind, choices }: Blank): unknown =>
  ({ id: 'QQ', text: 'x', number: 1, day: '2026-01-31', flag: true, choice: choices[0] })[kind];

/** A value with each of its blanks filled in. */
export function filled(value: unknown): unknown {
  if (value instanceof Blank) return sampleFor(value);
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each)]));
}
