import { COMMON } from './common.reasons.ts';
import { formatReason, type Language, type ErrorReason, type Values } from './reason.ts';

/** Reasons that one error lists; of further ones it gives the number. */
export const MOST_REASONS = 20;

/** The closed list of codes with which hiraf refuses; stable, so that a front-end can act on them. */
export const ErrorCode = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  CONFLICT: 'CONFLICT',
  OPERATION_TOO_COSTLY: 'OPERATION_TOO_COSTLY',
  RATE_LIMITED: 'RATE_LIMITED',
  SERVICE_UNAVAILABLE: 'SERVICE_UNAVAILABLE',
} as const;
export type ErrorCode = keyof typeof ErrorCode;

/** One thing that is wrong, and where: the path of the input field. */
export interface Violation {
  readonly path: string;
  readonly reason: ErrorReason;
  readonly values?: Values;
}

/** A reason as a client gets it. */
export interface StatedReason {
  readonly code: string;
  /** The path of the input field; empty where no single one is at fault. */
  readonly path: string;
  readonly message: string;
  readonly source: string;
}

/** What an error has besides its code and its message. */
interface ErrorDetails {
  /** The path of the argument or input field at fault, where there is one. */
  readonly argument?: string | undefined;
  readonly faults?: readonly Violation[];
  /** The state of the thing that has moved on, where that is why. */
  readonly current?: object | undefined;
  /** Further members of the error's extensions, such as the limit that was passed. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly language?: Language;
  /** What went wrong; for the log alone. */
  readonly cause?: unknown;
}

/** Something was asked that cannot be granted. It says what was wrong and what would be right; it is never a fault. */
export class DomainError extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ErrorCode,
    message: string,
    private readonly extra: ErrorDetails = {},
  ) {
    super(message, { cause: extra.cause });
  }

  get argument(): string | undefined {
    return this.extra.argument;
  }

  get faults(): readonly Violation[] {
    return this.extra.faults ?? [];
  }

  get current(): object | undefined {
    return this.extra.current;
  }

  get details(): Readonly<Record<string, unknown>> {
    return this.extra.details ?? {};
  }

  /** The same refusal in another language, as far as its reasons have texts in it. */
  in(language: Language): DomainError {
    const { code, message, faults, extra } = this;
    return new DomainError(code, faults.length === 0 ? message : textOf(faults, language), { ...extra, language });
  }

  /** Each reason with its code, its path, its text and its source. */
  get reasons(): StatedReason[] | undefined {
    if (this.faults.length === 0) return undefined;
    return this.faults.map(({ path, reason, values }) => ({
      code: reason.code,
      path,
      message: formatReason(reason, this.extra.language ?? 'en', values),
      source: reason.source,
    }));
  }
}

const textOf = (faults: readonly Violation[], language: Language): string =>
  faults.map(({ reason, values }) => formatReason(reason, language, values)).join(' ');

export const badInput = (argument: string, message: string): DomainError =>
  new DomainError('BAD_USER_INPUT', message, { argument });

function listed(faults: readonly Violation[]): readonly Violation[] {
  if (faults.length <= MOST_REASONS) return faults;
  const more = { path: '', reason: COMMON.MORE_REASONS, values: { count: faults.length - MOST_REASONS } };
  return [...faults.slice(0, MOST_REASONS), more];
}

/** An error for reasons; in English until another language is asked for. */
export function domainError(
  code: ErrorCode,
  faults: Violation | readonly Violation[],
  besides: Pick<ErrorDetails, 'current' | 'details' | 'cause'> = {},
): DomainError {
  const all = 'reason' in faults ? [faults] : listed(faults);
  const path = all[0]?.path;
  return new DomainError(code, textOf(all, 'en'), {
    ...besides,
    argument: path === '' ? undefined : path,
    faults: all,
  });
}

/** Refuses for the moment, and says after how many seconds to ask again. */
export function temporaryError(
  code: 'RATE_LIMITED' | 'SERVICE_UNAVAILABLE',
  { reason, values }: { reason: ErrorReason; values: Values & { seconds: number } },
  cause?: unknown,
): DomainError {
  const details = { retryable: true, retryAfter: values.seconds };
  return domainError(code, { path: '', reason, values }, { details, cause });
}

/** The database cannot serve at the moment; whoever asks again later may be served. */
export const unavailable = (reason: ErrorReason, cause: unknown): DomainError =>
  domainError('SERVICE_UNAVAILABLE', { path: '', reason }, { details: { retryable: true }, cause });
