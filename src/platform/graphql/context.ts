import type { RequestScope } from '../tenancy/request-scope.ts';
import type { Language } from '../errors/reason.ts';

/** What a resolver is given besides its own arguments. */
export interface Context {
  readonly scope: RequestScope;
  readonly requestId: string;
  /** The language of reasons. */
  readonly language: Language;
  /** Whether the operation is valid, within its bounds, and paid for. */
  readonly isAdmitted: boolean;
  /** What the answer says of the cost of the operation, where that was asked for. */
  readonly cost: object | undefined;
}

/** The extensions of an answer: what the operation costs, where that was asked for. */
export const extensionsOf = ({ cost }: Context): Record<string, unknown> | undefined =>
  cost === undefined ? undefined : { cost };
