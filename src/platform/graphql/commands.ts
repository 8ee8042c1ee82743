import { Arg, Ctx, Mutation, Resolver, type ClassType } from 'type-graphql';
import type { WriteTransaction } from '../tenancy/write-transaction.ts';
import type { Context } from './context.ts';

const ARGUMENT =
  'The change. With an idempotencyKey, a repeated request returns the stored response and changes nothing.';

/** A mutation as data: what it takes, what it answers, and the function that runs in a transaction of its own. */
interface Command<Input extends object, Row extends object> {
  readonly run: (write: WriteTransaction, input: Input) => Promise<Row>;
  readonly input: ClassType<Input>;
  readonly answers: ClassType<Row>;
  readonly description: string;
}
type Commands<Inputs extends Record<string, object>, Rows extends { [Name in keyof Inputs]: object }> = {
  readonly [Name in keyof Inputs]: Command<Inputs[Name], Rows[Name]>;
};

/** Makes the resolver of mutations that are declared as data. */
export function commands<Inputs extends Record<string, object>, Rows extends { [Name in keyof Inputs]: object }>(
  table: Commands<Inputs, Rows>,
): new () => object {
  class CommandsResolver {
    readonly commands = table;
  }
  for (const [name, { run, input, answers, description }] of Object.entries(
    table as unknown as Readonly<Record<string, Command<object, object>>>,
  )) {
    const { prototype } = CommandsResolver;
    const value = (given: object, { scope }: Context): Promise<object> =>
      scope.write(name, given, (write) => run(write, given));
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
    Arg('input', () => input, { description: ARGUMENT })(prototype, name, 0);
    Ctx()(prototype, name, 1);
    Mutation(() => answers, { nullable: true, description })(prototype, name, { value });
  }
  Resolver()(CommandsResolver);
  return CommandsResolver;
}
