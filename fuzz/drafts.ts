import { isNonNullType, type GraphQLInputType } from 'graphql';
import type { Random } from '../src/seed/random.ts';
import { jsonOf, literalOf, NULL, raw, type Slot, type Value, type Values } from './values.ts';

/** A variable that an operation declares. */
interface Declared {
  readonly type: string;
  readonly byDefault: Value | undefined;
  /** What is sent; undefined where it is left out. */
  readonly given: Value | undefined;
}

/** What an operation or a fragment needs to be complete. */
class Needs {
  readonly variables = new Set<string>();
  readonly fragments = new Set<string>();
}

interface Part {
  readonly text: string;
  readonly needs: Needs;
}

/** A document as a client sends it. */
export interface Asked {
  readonly query: string;
  /** The variables as JSON text: some numbers and texts are none of JavaScript. */
  readonly variables: string;
  readonly operationName: string | null | undefined;
}

/** A document while it is written: its fragments, and the variables of each part. */
export class Draft {
  readonly #declared = new Map<string, Declared>();
  readonly #fragments = new Map<string, Part>();
  readonly #open: Needs[] = [];
  #aliases = 0;
  #names = 0;

  constructor(
    private readonly random: Random,
    private readonly values: Values,
  ) {}

  /** Writes an operation or a fragment, and notes what it uses. */
  part(write: () => string): Part {
    const needs = new Needs();
    this.#open.push(needs);
    const text = write();
    this.#open.pop();
    return { text, needs };
  }

  nextAlias(): string {
    this.#aliases += 1;
    return `a${String(this.#aliases)}`;
  }

  get aliases(): number {
    return this.#aliases;
  }

  /** Adds a fragment and answers its name. */
  fragment(type: string, write: () => string): string {
    // Fragments within it are added first.
    this.#names += 1;
    const name = `F${String(this.#names)}`;
    const { text, needs } = this.part(write);
    this.#fragments.set(name, { text: `fragment ${name} on ${type} ${text}`, needs });
    this.#open.at(-1)?.fragments.add(name);
    return name;
  }

  /** A variable in the place of a value, now of the very type of the place, now of one that fits it as well. */
  variable({ type, name, owner }: Slot): Value {
    const known = [...this.#declared].filter(([, declared]) => declared.type === String(type));
    if (known.length > 0 && this.random.chance(0.15)) return this.use(this.random.pick(known)[0]);
    const mayBeNull = !isNonNullType(type);
    const byDefault = this.random.chance(0.2) ? this.values.of({ type, name, owner }) : undefined;
    const written = this.declaredType(type, byDefault !== undefined);
    const isLeftOut = this.random.chance(mayBeNull || byDefault ? 0.15 : 0.01);
    const isNull = this.random.chance(mayBeNull || byDefault ? 0.1 : 0.01);
    const given = isLeftOut ? undefined : isNull ? NULL : this.values.of({ type, name, owner });
    return this.declare({ type: written, byDefault, given });
  }

  /** A variable that decides whether something is selected. */
  condition(): Value {
    const given = raw(String(this.random.chance(0.5)));
    const byDefault = this.random.chance(0.3) ? raw(String(this.random.chance(0.5))) : undefined;
    return this.declare({ type: 'Boolean!', byDefault, given });
  }

  /** A variable that is sent with a value. */
  sent(type: string, given: Value): Value {
    return this.declare({ type, byDefault: undefined, given });
  }

  /** What is sent as a variable, as JSON text. */
  textOf(name: string): string {
    const given = this.#declared.get(name)?.given;
    return given === undefined ? '' : jsonOf(given);
  }

  /** The whole document, with one of its operations named. */
  document(operations: readonly { kind: string; name: string; part: Part }[], asked: Asked['operationName']): Asked {
    const texts = operations.map(({ kind, name, part }) => {
      const used = [...this.used(part.needs, new Set())];
      const declarations = used.map((variable) => this.declaration(variable));
      const list = declarations.length === 0 ? '' : ` (${declarations.join(', ')})`;
      const isShort = kind === 'query' && name === '' && list === '';
      return `${isShort ? '' : `${kind} ${name}${list} `}${part.text}`;
    });
    const given = [...this.#declared].flatMap(([name, { given: value }]) =>
      value === undefined ? [] : [`"${name}": ${jsonOf(value)}`],
    );
    const fragments = [...this.#fragments.values()].map(({ text }) => text);
    return {
      query: [...texts, ...fragments].join('\n'),
      variables: `{${given.join(', ')}}`,
      operationName: asked,
    };
  }

  private declaredType(type: GraphQLInputType, hasDefault: boolean): string {
    if (!isNonNullType(type)) return `${String(type)}${this.random.chance(0.3) ? '!' : ''}`;
    // Where there is a default, the variable itself may be left out, and must not be null.
    return hasDefault && this.random.chance(0.5) ? String(type.ofType) : String(type);
  }

  private declare(declared: Declared): Value {
    const name = `v${String(this.#declared.size + 1)}`;
    this.#declared.set(name, declared);
    return this.use(name);
  }

  private use(name: string): Value {
    this.#open.at(-1)?.variables.add(name);
    return { kind: 'variable', name };
  }

  /** The variables of a part and of all fragments that it spreads. */
  private used(needs: Needs, met: Set<string>): Set<string> {
    const found = new Set(needs.variables);
    for (const name of needs.fragments) {
      if (met.has(name)) continue;
      met.add(name);
      const inner = this.#fragments.get(name)?.needs;
      if (inner !== undefined) for (const variable of this.used(inner, met)) found.add(variable);
    }
    return found;
  }

  private declaration(name: string): string {
    const { type = '', byDefault } = this.#declared.get(name) ?? {};
    return `$${name}: ${type}${byDefault === undefined ? '' : ` = ${literalOf(byDefault)}`}`;
  }
}
