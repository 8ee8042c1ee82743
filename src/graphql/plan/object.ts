import { compiled, type Parts } from './compile.ts';
import { fieldOf, type Field } from './field.ts';
import { Missing, whole, type Part, type Write, type Written } from './write.ts';

const openingsOf = (fields: readonly Field[]): string[] =>
  fields.map(({ name }, index) => `${index === 0 ? '{' : ','}"${name}":`);

/** The text of an object from one field on, after the text of those before it. */
function joined(head: string, openings: readonly string[], parts: readonly Written[]): Written {
  let text = head;
  for (const [index, part] of parts.entries()) {
    if (part instanceof Missing) return part;
    text += (openings[index] ?? '') + part;
  }
  return `${text}}`;
}

/** An object with the fields that were asked of it: text at once as long as nothing must be waited for. */
export function objectOf(fields: readonly Field[]): Write {
  const openings = openingsOf(fields);
  const writers = fields.map(fieldOf);
  const rest: Parts['rest'] = ({ at, text, part: first }, { source, run, path }) => {
    // The fields after one that must be waited for are begun before any is; none after one without which there is no object.
    const parts: Part[] = [first];
    for (let next = at + 1; next < writers.length && !(parts.at(-1) instanceof Missing); next += 1) {
      parts.push((writers[next] as Write)(source, run, path));
    }
    const last = parts.at(-1);
    const finished = (all: readonly Written[]): Written =>
      last instanceof Missing ? last : joined(text, openings.slice(at), all);
    return parts.some((part) => part instanceof Promise) ? whole(parts).then(finished) : finished(parts as Written[]);
  };
  return compiled(fields, { openings, writers, rest });
}

/** Root fields of a mutation, each begun when the one before it has ended. */
export function serialObjectOf(fields: readonly Field[]): Write {
  const openings = openingsOf(fields);
  const writers = fields.map(fieldOf);
  return async (value, run, path) => {
    const parts: Written[] = [];
    for (const write of writers) parts.push(await write(value, run, path));
    return joined(fields.length === 0 ? '{' : '', openings, parts);
  };
}
