import type { ErrorReason, Values } from './reason.ts';
import { domainError, DomainError, type Violation, type ErrorCode } from './domain-error.ts';

/** Collects validation errors of one input, so that all are returned at once. */
export class Violations {
  readonly found: Violation[] = [];

  add(path: string, reason: ErrorReason, values: Values = {}): void {
    this.found.push({ path, reason, values });
  }

  addIf(wrong: boolean, path: string, reason: ErrorReason, values: Values = {}): void {
    if (wrong) this.add(path, reason, values);
  }

  addAll(faults: readonly Violation[]): void {
    this.found.push(...faults);
  }

  /** Looks something up; a refusal for reasons is gathered with the others, and the answer is then null. */
  capture<Value>(work: () => Value): Value | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof DomainError) || error.faults.length === 0) throw error;
      this.addAll(error.faults);
      return null;
    }
  }

  throwIfAny(code: ErrorCode = 'BAD_USER_INPUT'): void {
    if (this.found.length > 0) throw domainError(code, this.found);
  }
}
