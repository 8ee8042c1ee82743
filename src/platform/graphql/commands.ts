import { Arg, Ctx, Extensions, Mutation, Resolver, type ClassType } from 'type-graphql';
import type { ErrorReason } from '../errors/reason.ts';
import type { WriteTransaction } from '../tenancy/write-transaction.ts';
import type { Context } from './context.ts';

const ARGUMENT =
  'The change. With an idempotencyKey, a repeated request returns the stored response and changes nothing.';

/** A mutation as data: what it takes, what it answers, why it may be refused, and the function that runs in a transaction of its own. */
interface Command<Input extends object, Row extends object> {
  readonly run: (write: WriteTransaction, input: Input) => Promise<Row>;
  readonly input: ClassType<Input>;
  readonly answers: ClassType<Row>;
  /** The reasons of its own; those that any command has, and those that follow from the types of its input, are added. */
  readonly refusals: readonly ErrorReason[];
  readonly description: string;
}
type Commands<Inputs extends Record<string, object>, Rows extends { [Name in keyof Inputs]: object }> = {
  readonly [Name in keyof Inputs]: Command<Inputs[Name], Rows[Name]>;
};

/** Makes the resolver of mutations that are declared as data. `addPayloads` wraps what they answer. */
export function commands<Inputs extends Record<string, object>, Rows extends { [Name in keyof Inputs]: object }>(
  table: Commands<Inputs, Rows>,
): new () => object {
  class CommandsResolver {
    readonly commands = table;
  }
  for (const [name, { run, input, answers, refusals, description }] of Object.entries(
    table as unknown as Readonly<Record<string, Command<object, object>>>,
  )) {
    const { prototype } = CommandsResolver;
    const value = (given: object, { scope }: Context): Promise<object> =>
      scope.write(name, given, (write) => run(write, given));
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
    Arg('input', () => input, { description: ARGUMENT })(prototype, name, 0);
    Ctx()(prototype, name, 1);
    Extensions({ refusals })(prototype, name, { value });
    Mutation(() => answers, { nullable: true, description })(prototype, name, { value });
  }
  Resolver()(CommandsResolver);
  return CommandsResolver;
}
