import { compileObjectWriter, type Parts } from './compile-object.ts';
import { fieldOf, type Field } from './field.ts';
import {
  count,
  NullPropagation,
  awaitInOrder,
  type MaybeSerialized,
  type ExecutionContext,
  type Serializer,
  type SerializedValue,
} from './serializer.ts';

const openingsOf = (fields: readonly Field[]): string[] =>
  fields.map(({ name }, index) => `${index === 0 ? '{' : ','}"${name}":`);

const holdsObjects = ({ usual }: Field): boolean => usual === undefined;

/** What is written already of an object: the text of its first fields, and how much of it objects inside have counted. */
interface Head {
  readonly text: string;
  readonly inner: number;
  /** The number of the next field. */
  readonly at: number;
}

/** Writes the text of an object from one field on, after the text of those before it. */
function joining(
  fields: readonly Field[],
): (head: Head, parts: readonly SerializedValue[], run: ExecutionContext) => SerializedValue {
  const openings = openingsOf(fields);
  // Such fields count their own letters.
  const holds = fields.map(holdsObjects);
  return (head, parts, run) => {
    const { at } = head;
    let { text, inner } = head;
    for (const [index, part] of parts.entries()) {
      if (part instanceof NullPropagation) return part;
      text += (openings[at + index] ?? '') + part;
      if (holds[at + index] === true) inner += part.length;
    }
    count(text.length - inner, run);
    return `${text}}`;
  };
}

/** An object with the fields that were asked of it: text at once as long as nothing must be waited for. */
export function objectOf(fields: readonly Field[]): Serializer {
  const writers = fields.map(fieldOf);
  const joined = joining(fields);
  const rest: Parts['rest'] = ({ at, text, inner, part: first }, { source, run, path }) => {
    // The fields after one that must be waited for are begun before any is; none after one without which there is no object.
    const parts: MaybeSerialized[] = [first];
    for (let next = at + 1; next < writers.length && !(parts.at(-1) instanceof NullPropagation); next += 1) {
      parts.push((writers[next] as Serializer)(source, run, path));
    }
    const last = parts.at(-1);
    const finished = (all: readonly SerializedValue[]): SerializedValue =>
      last instanceof NullPropagation ? last : joined({ text, inner, at }, all, run);
    return parts.some((part) => part instanceof Promise)
      ? awaitInOrder(parts).then(finished)
      : finished(parts as SerializedValue[]);
  };
  return compileObjectWriter(fields, { openings: openingsOf(fields), writers, rest });
}

/** Root fields of a mutation, each begun when the one before it has ended; none after one without which there is no answer. */
export function serialObjectOf(fields: readonly Field[]): Serializer {
  const writers = fields.map(fieldOf);
  const joined = joining(fields);
  return async (value, run, path) => {
    const parts: SerializedValue[] = [];
    for (const write of writers) {
      const part = await write(value, run, path);
      if (part instanceof NullPropagation) return part;
      parts.push(part);
    }
    return joined({ text: fields.length === 0 ? '{' : '', inner: 0, at: 0 }, parts, run);
  };
}
