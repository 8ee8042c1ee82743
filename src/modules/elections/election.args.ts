import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { ElectionState } from './election.rules.ts';

@InputType({ description: 'Conditions on elections; all that are given must hold.' })
export class ElectionFilter {
  @Field(() => ElectionState, { nullable: true, description: 'One state.' })
  state?: ElectionState | null;
}

@ArgsType()
export class ElectionListArgs extends PageArgs {
  @Field(() => ElectionFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: ElectionFilter | null;
}
