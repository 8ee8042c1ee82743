import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { HandOverState } from './hand-over.rules.ts';

@InputType({ description: 'Conditions on hand-overs; all that are given must hold.' })
export class HandOverFilter {
  @Field(() => HandOverState, { nullable: true, description: 'One state.' })
  state?: HandOverState | null;
}

@ArgsType()
export class HandOverListArgs extends PageArgs {
  @Field(() => HandOverFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: HandOverFilter | null;
}
