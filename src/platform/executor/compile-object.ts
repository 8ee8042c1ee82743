import type { Field } from './field.ts';
import { count, type MaybeSerialized, type Path, type ExecutionContext, type Serializer } from './serializer.ts';

/** An object in the middle of its fields. */
interface Progress {
  /** The field that was written last, and what became of it: text only where it could not be had and may be null. */
  readonly at: number;
  readonly part: MaybeSerialized;
  /** The text of the fields before it. */
  readonly text: string;
  /** How many letters of it are of objects inside, which have counted their own. */
  readonly inner: number;
}

interface Given {
  readonly source: unknown;
  readonly run: ExecutionContext;
  readonly path: Path | undefined;
}

export interface Parts {
  /** What stands before the value of each field. */
  readonly openings: readonly string[];
  /** Each field written in the general way. */
  readonly writers: readonly Serializer[];
  /** Goes on after a field that did not become text at once. */
  readonly rest: (middle: Progress, given: Given) => MaybeSerialized;
}

/**
 * The statements that write one field. Names of properties are those of the schema; whatever a client has named is written
 * as a string.
 */
function statements({ property, isNullable, usual }: Field, at: number, opening: string): string {
  const i = String(at);
  const general = property === undefined ? `complete[${i}](value, run, path)` : `writers[${i}](source, run, path)`;
  const null_ = isNullable ? `value === null ? 'null' : ` : '';
  const value = property === undefined ? `resolve${i}(source, run)` : `source.${property}`;
  const part = usual === undefined ? general : `${null_}usual${i}(value) ?? ${general}`;
  return `
    at = ${i};
    value = ${value};
    part = ${part};
    if (typeof part !== 'string') return rest({ at, part, text, inner }, { source, run, path });
    ${usual === undefined ? 'inner += part.length;' : ''}
    text += ${JSON.stringify(opening)} + part;`;
}

/**
 * Code generation: one monomorphic serializer for each selection. Each property
 * is looked up where it always is, which is most of what writing a page of rows takes.
 */
export function compileObjectWriter(fields: readonly Field[], { openings, writers, rest }: Parts): Serializer {
  if (fields.length === 0) return () => '{}';
  const known: Record<string, unknown> = { writers, rest, count, complete: fields.map(({ complete }) => complete) };
  known['fail'] = fields.map(({ fail }) => fail);
  for (const [index, { resolve, usual }] of fields.entries()) {
    known[`resolve${String(index)}`] = resolve;
    known[`usual${String(index)}`] = usual;
  }
  const body = fields.map((field, index) => statements(field, index, openings[index] ?? '')).join('');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is made of the schema's names and of strings
  const make = new Function(
    ...Object.keys(known),
    `return (source, run, path) => {
      let at, value, part, text = '', inner = 0;
      try {${body}
      } catch (error) {
        return rest({ at, part: fail[at](error, run, path), text, inner }, { source, run, path });
      }
      count(text.length - inner, run);
      return text + '}';
    };`,
  ) as (...known: unknown[]) => Serializer;
  return make(...Object.values(known));
}
