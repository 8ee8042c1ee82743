import type { Scope } from '../access/scope.ts';

/** What a resolver is given besides its own arguments. */
export interface Context {
  readonly scope: Scope;
  readonly requestId: string;
}
