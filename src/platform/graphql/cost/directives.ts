import { DirectiveLocation, GraphQLDirective, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLString } from 'graphql';
import { Directive, Extensions } from 'type-graphql';

/** What one statement costs; see docs/limits.md. */
export const STATEMENT_PRICE = 100;
/** What it costs more for each object that it is asked of: to gather what they ask, and to hand out what was read. */
const EACH_PRICE = 10;

export const listSizeDirective = new GraphQLDirective({
  name: 'listSize',
  description:
    'How many items a list can have, for the cost of an operation: as many as an argument named in `slicingArguments` asks for, `assumedSize` where none is given. With `sizedFields` it is said of these fields of the answer.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: {
    assumedSize: {
      type: GraphQLInt,
      description:
        'The largest size of a list without such arguments, such as 12 for regions; otherwise the size without them.',
    },
    slicingArguments: {
      type: new GraphQLList(new GraphQLNonNull(GraphQLString)),
      description: 'The arguments that say how many, such as "first" and "last".',
    },
    sizedFields: {
      type: new GraphQLList(new GraphQLNonNull(GraphQLString)),
      description: 'The lists in the answer, such as "nodes" and "edges" of a connection.',
    },
  },
});

export const statementDirective = new GraphQLDirective({
  name: 'statement',
  description:
    'The field reads or writes the database. Its price is part of the cost of an operation once for each time that the field stands in the document, for what it asks of many objects is read together, and `each` once for each of these objects.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: {
    price: {
      type: new GraphQLNonNull(GraphQLInt),
      defaultValue: STATEMENT_PRICE,
      description: 'In points; 100 for each statement.',
    },
    each: {
      type: new GraphQLNonNull(GraphQLInt),
      defaultValue: EACH_PRICE,
      description: 'In points, for each object that the field is asked of.',
    },
  },
});

export const costDirectives = [listSizeDirective, statementDirective];

/** Says how many items a list without pages can have. */
export const ListSize = (size: number) => Directive(`@listSize(assumedSize: ${String(size)})`);

/** Says that a field reads the database, by so many statements at most. */
export const ReadsDatabase = (statements = 1) =>
  Directive(`@statement(price: ${String(statements * STATEMENT_PRICE)})`);

/** Works out the size of a list from the arguments of its field; an argument that is not known yet is undefined. */
export type SizeOf = (args: Readonly<Record<string, unknown>>) => number;

/** Says that the size of a list follows from its arguments by a rule of its own, which the description states. */
export const SizedBy = (sizeOf: SizeOf) => Extensions({ sizeOf });
