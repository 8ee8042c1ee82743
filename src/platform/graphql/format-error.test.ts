import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { badInput, DomainError } from '../errors/domain-error.ts';
import { FAULT, formatError, isFault } from './format-error.ts';

/** An error as the executor raises it around the cause in a resolver. */
const around = (cause: Error): GraphQLError =>
  new GraphQLError(cause.message, { originalError: cause, path: ['artisans'] });
const answered = (error: GraphQLError) => formatError(error.toJSON(), error);
const sqlError = (code: string): Error => Object.assign(new Error('relation "artisan" … user hiraf_gateway'), { code });

describe('an answer', () => {
  it('of a refusal says what was wrong, and with which argument', () => {
    expect(answered(around(badInput('first', 'Too many.')))).toEqual({
      message: 'Too many.',
      path: ['artisans'],
      extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
    });
    expect(answered(around(new DomainError('FORBIDDEN', 'No.'))).extensions).toEqual({ code: 'FORBIDDEN' });
  });

  it.each([
    ['42501', 'FORBIDDEN', 'OUT_OF_REACH'],
    ['23505', 'CONFLICT', 'REPEATED'],
    ['22021', 'BAD_USER_INPUT', 'BAD_CHARACTER'],
  ])('of what PostgreSQL refuses with %s is %s, and repeats nothing of it', (state, code, reason) => {
    const { message, extensions } = answered(around(sqlError(state)));
    expect(extensions).toEqual({ code, reasons: [{ code: reason, path: '', message, source: 'hiraf' }] });
    expect(message).not.toMatch(/artisan|hiraf/);
  });

  it.each(['57014', '53100', '08006', '57P03'])('of a database that is away is that it can be retried: %s', (state) => {
    const { message, extensions } = answered(around(sqlError(state)));
    const reasons = [{ code: 'UNAVAILABLE', path: '', message, source: 'hiraf' }];
    expect(extensions).toEqual({ code: 'SERVICE_UNAVAILABLE', reasons, retryable: true });
    expect(message).not.toMatch(/artisan|hiraf/);
  });

  it.each([
    ['PostgreSQL', sqlError('42P01')],
    ['the network', sqlError('ECONNREFUSED')],
    ['ourselves', new TypeError('x is not a function')],
  ])('of a fault of %s is constant', (_whose, cause) => {
    const error = around(cause);
    error.extensions['requestId'] = 'r-1';
    expect(isFault(error, error)).toBe(true);
    expect(answered(error)).toEqual({
      message: FAULT,
      path: ['artisans'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r-1' },
    });
  });

  it('of a passed bound names the bound', () => {
    const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', limit: 'depth', stacktrace: ['x'] };
    const error = new GraphQLError('Too deep.', { extensions });
    expect(answered(error).extensions).toEqual({ code: 'OPERATION_TOO_COSTLY', limit: 'depth' });
  });

  it('of wrong variables is the fault of who sent them', () => {
    const error = new GraphQLError('Variable "$first" got invalid value "x".');
    expect(isFault(error, error)).toBe(false);
    expect(answered(error).extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'first' });
  });
});
