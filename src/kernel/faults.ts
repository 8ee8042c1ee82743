import type { Reason, Values } from './reason.ts';
import { refuse, Refusal, type Fault, type RefusalCode } from './refusal.ts';

/** What is wrong with one input, gathered so that it is told together. */
export class Faults {
  readonly found: Fault[] = [];

  add(path: string, reason: Reason, values: Values = {}): void {
    this.found.push({ path, reason, values });
  }

  when(wrong: boolean, path: string, reason: Reason, values: Values = {}): void {
    if (wrong) this.add(path, reason, values);
  }

  all(faults: readonly Fault[]): void {
    this.found.push(...faults);
  }

  /** Looks something up; a refusal for reasons is gathered with the others, and the answer is then null. */
  try<Value>(work: () => Value): Value | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal) || error.faults.length === 0) throw error;
      this.all(error.faults);
      return null;
    }
  }

  refuse(code: RefusalCode = 'BAD_USER_INPUT'): void {
    if (this.found.length > 0) throw refuse(code, this.found);
  }
}
