import type { Operation } from '../access/operation.ts';
import type { Language } from '../kernel/reason.ts';

/** What a resolver is given besides its own arguments. */
export interface Context {
  readonly scope: Operation;
  readonly requestId: string;
  /** The language of the reasons that are told. */
  readonly language: Language;
}
