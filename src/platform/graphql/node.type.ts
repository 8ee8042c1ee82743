import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description: 'Anything that has an id of its own, as in the Relay specification.',
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and stable; never parse it.' })
  id!: string | number;
}
