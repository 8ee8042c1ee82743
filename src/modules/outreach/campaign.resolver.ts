import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { Wave } from '../professions/profession.type.ts';
import { waveOf } from '../professions/profession.reads.ts';
import { Region } from '../territory/territory.type.ts';
import { regionOf } from '../territory/territory.reads.ts';
import { campaignsOf } from './campaign.reads.ts';
import { sessionsOfCampaign } from './outreach.reads.ts';
import { Campaign, CampaignConnection, OutreachSessionConnection } from './outreach.type.ts';

@Resolver(() => Campaign)
export class CampaignResolver {
  @Query(() => CampaignConnection, {
    nullable: true,
    description: 'The campaigns in sight. Needs the records grant: UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  campaigns(@Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: Context) {
    return new CampaignConnection(campaignsOf(scope, args), Boolean(args.after));
  }

  @FieldResolver(() => ID, { description: 'Opaque and stable; never parse it.' })
  id(@Root() campaign: Campaign): string {
    return globalId('Campaign', Number(campaign.id));
  }

  @FieldResolver(() => Wave, { description: 'The wave of the roll-out that it serves.' })
  wave(@Root() campaign: Campaign, @Ctx() { scope }: Context): Wave | null {
    return waveOf(scope, campaign.waveNumber);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Its region; null for a campaign of the nation.' })
  region(@Root() campaign: Campaign, @Ctx() { scope }: Context): Region | null {
    return regionOf(scope, campaign.regionId);
  }

  @FieldResolver(() => OutreachSessionConnection, {
    nullable: true,
    description: 'Its sessions, as far as they are in sight, in the order of entry.',
  })
  sessions(@Root() campaign: Campaign, @Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: Context) {
    return new OutreachSessionConnection(sessionsOfCampaign(scope, campaign, args), Boolean(args.after));
  }
}
