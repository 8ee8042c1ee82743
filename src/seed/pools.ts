import type { Person } from './people.ts';

const POOL_SIZE = 24;

/** The first members or eligible people of a place and class: those who sit in its committees and boards. */
export class Pools {
  readonly #people = new Map<string, Person[]>();
  readonly #members = new Map<number, number>();

  /** Registers a person who could sit; members of the body come to its board. */
  note(person: Person, bodyId: number | null): void {
    if (bodyId !== null) this.#members.set(bodyId, (this.#members.get(bodyId) ?? 0) + 1);
    if (person.sex === null || person.craft.bodyClassId === 0) return;
    this.add(`${String(person.place.id)}:${String(person.craft.bodyClassId)}`, person);
    if (bodyId !== null) this.add(`body:${String(bodyId)}`, person);
  }

  eligible(provinceId: number, bodyClassId: number): readonly Person[] {
    return this.#people.get(`${String(provinceId)}:${String(bodyClassId)}`) ?? [];
  }

  membersOf(bodyId: number): readonly Person[] {
    return this.#people.get(`body:${String(bodyId)}`) ?? [];
  }

  memberCount(bodyId: number): number {
    return this.#members.get(bodyId) ?? 0;
  }

  private add(key: string, person: Person): void {
    const pool = this.#people.get(key) ?? [];
    if (pool.length >= POOL_SIZE) return;
    pool.push(person);
    this.#people.set(key, pool);
  }
}
