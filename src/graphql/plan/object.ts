import { Missing, type Part, type Path, type Run, type Write, type Written } from './write.ts';

/** A field of an object as it stands in the answer. */
export interface Field {
  readonly name: string;
  /** Whether it depends on the object alone: its text can then be kept with an object that stays. */
  readonly isFixed: boolean;
  readonly write: Write;
}

/** The text of an object from one field on, after the text of those before it. */
function joined(head: string, openings: readonly string[], parts: readonly Written[]): Written {
  const from = openings.length - parts.length;
  let text = head;
  for (const [index, part] of parts.entries()) {
    if (part instanceof Missing) return part;
    text += (openings[from + index] ?? '') + part;
  }
  return `${text}}`;
}

/** An object with the fields that were asked of it: text at once as long as nothing must be waited for. */
export function objectOf(fields: readonly Field[]): Write {
  const openings = fields.map(({ name }, index) => `${index === 0 ? '{' : ','}"${name}":`);
  const writers = fields.map(({ write }) => write);
  return (value: unknown, run: Run, path: Path | undefined) => {
    let text = writers.length === 0 ? '{' : '';
    for (let index = 0; index < writers.length; index += 1) {
      const written = (writers[index] as Write)(value, run, path);
      if (typeof written !== 'string') {
        if (written instanceof Missing) return written;
        // The fields after one that must be waited for are begun before any is.
        const parts: Part[] = [written, ...writers.slice(index + 1).map((write) => write(value, run, path))];
        return Promise.all(parts as Promise<Written>[]).then((all) => joined(text, openings, all));
      }
      text += (openings[index] as string) + written;
    }
    return `${text}}`;
  };
}

/** Root fields of a mutation, each begun when the one before it has ended. */
export function serialObjectOf(fields: readonly Field[]): Write {
  const openings = fields.map(({ name }, index) => `${index === 0 ? '{' : ','}"${name}":`);
  return async (value, run, path) => {
    const parts: Written[] = [];
    for (const { write } of fields) parts.push(await write(value, run, path));
    return joined(fields.length === 0 ? '{' : '', openings, parts);
  };
}

/** Writes an object that stays in memory once, for each place that asks the same of it. */
export function kept(write: Write): Write {
  const texts = new WeakMap<object, string>();
  return (value, run, path) => {
    const known = texts.get(value as object);
    if (known !== undefined) return known;
    const written = write(value, run, path);
    if (typeof written === 'string') texts.set(value as object, written);
    return written;
  };
}
