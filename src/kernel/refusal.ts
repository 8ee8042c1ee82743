/** The closed list of reasons for which hiraf refuses; stable, so that a front-end can act on them. */
export const RefusalCode = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  CONFLICT: 'CONFLICT',
  OPERATION_TOO_COSTLY: 'OPERATION_TOO_COSTLY',
} as const;
export type RefusalCode = keyof typeof RefusalCode;

/** Something was asked that cannot be granted. It says what was wrong and what would be right; it is never a fault. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    message: string,
    /** The path of the argument or input field at fault, where there is one. */
    readonly argument?: string,
  ) {
    super(message);
  }
}

export const badInput = (argument: string, message: string): Refusal =>
  new Refusal('BAD_USER_INPUT', message, argument);
