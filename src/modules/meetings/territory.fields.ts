import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { badInput } from '../../platform/errors/domain-error.ts';
import { Territory } from '../territory/territory.type.ts';
import { MeetingListArgs } from './meeting.args.ts';
import { meetingsIn } from './meeting.reads.ts';
import { MeetingConnection } from './meeting.type.ts';

@Resolver(() => Territory)
export class TerritoryMeetings {
  @FieldResolver(() => MeetingConnection, {
    nullable: true,
    description:
      'The meetings here, as far as they are in sight; those of a province are its own only. Needs the records grant.',
  })
  meetings(
    @Root() { place }: Territory,
    @Args(() => MeetingListArgs) args: MeetingListArgs,
    @Ctx() { scope }: Context,
  ) {
    if (args.filter?.territory)
      throw badInput('filter.territory', 'The territory is given by the place of this field.');
    return new MeetingConnection(meetingsIn(scope, place, args), Boolean(args.after));
  }
}
