import { Field, ID, InterfaceType } from 'type-graphql';

/** An id as clients see it, for descriptions. */
export const EXAMPLE_ID = 'QXJ0aXNhbjo0Mg';
/** The id that each thing has, and that `node` finds it by. */
export const ID_DESCRIPTION = `The id of this thing: opaque and stable, such as ${EXAMPLE_ID}; never parse it.`;

@InterfaceType({
  description: 'Anything that has an id of its own, as in the Relay specification.',
})
export abstract class Node {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string | number;
}
