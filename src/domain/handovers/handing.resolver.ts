import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { AcceptHandOverInput, EndHandOverInput, OfferHandOverInput } from './hand-over.input.ts';
import { HandOver } from './hand-over.type.ts';
import { acceptHandOver, declineHandOver, offerHandOver, withdrawHandOver } from './hand-over.writes.ts';

@Resolver()
export class HandingResolver {
  @Mutation(() => HandOver, {
    nullable: true,
    description: `Offers a person in any state but DELETED to another region, which sees the offer at once. Needs the capture grant at the person’s province. Refusals: BAD_USER_INPUT (NO_PROVINCE, SAME_REGION), NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, ENTRY_DELETED, HOLDS_OFFICE, IN_OPEN_CASE, REPEATED where an offer is open).`,
  })
  offerHandOver(
    @Arg('input', () => OfferHandOverInput, { description: 'Whom, and where to.' }) input: OfferHandOverInput,
    @Ctx() { scope }: Context,
  ): Promise<HandOver> {
    return scope.write('offerHandOver', input, (write) => offerHandOver(write, input));
  }

  @Mutation(() => HandOver, {
    nullable: true,
    description: `OFFERED to ACCEPTED: the person moves to the receiving region in one step and is a member no more. Needs the capture grant at the receiving province. Refusals: NOT_FOUND, FORBIDDEN (OUT_OF_REACH, OTHER_SIDE), CONFLICT (STALE_VERSION, WRONG_STATE, ENTRY_DELETED, HOLDS_OFFICE, IN_OPEN_CASE).`,
  })
  acceptHandOver(
    @Arg('input', () => AcceptHandOverInput, { description: 'Which.' }) input: AcceptHandOverInput,
    @Ctx() { scope }: Context,
  ): Promise<HandOver> {
    return scope.write('acceptHandOver', input, (write) => acceptHandOver(write, input));
  }

  @Mutation(() => HandOver, {
    nullable: true,
    description: `OFFERED to DECLINED by the receiving region. Needs the capture grant at the receiving province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN (OUT_OF_REACH, OTHER_SIDE), CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  declineHandOver(
    @Arg('input', () => EndHandOverInput, { description: 'Which, and why.' }) input: EndHandOverInput,
    @Ctx() { scope }: Context,
  ): Promise<HandOver> {
    return scope.write('declineHandOver', input, (write) => declineHandOver(write, input));
  }

  @Mutation(() => HandOver, {
    nullable: true,
    description: `OFFERED to WITHDRAWN by the offering region. Needs the capture grant at the person’s province. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN (OUT_OF_REACH, OTHER_SIDE), CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  withdrawHandOver(
    @Arg('input', () => EndHandOverInput, { description: 'Which, and why.' }) input: EndHandOverInput,
    @Ctx() { scope }: Context,
  ): Promise<HandOver> {
    return scope.write('withdrawHandOver', input, (write) => withdrawHandOver(write, input));
  }
}
