import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { BodyClass } from '../professions/profession.type.ts';
import { bodyClassOf } from '../professions/profession.reads.ts';
import { Province, Region, Territory } from '../territory/territory.type.ts';
import { provinceOf, regionOf, territoryOfRow } from '../territory/territory.reads.ts';
import { campaignsByIds } from './campaign.reads.ts';
import { OutreachSessionListArgs } from './outreach.args.ts';
import { sessionsOf } from './outreach.reads.ts';
import { Campaign, OutreachSession, OutreachSessionConnection } from './outreach.type.ts';

@Resolver(() => OutreachSession)
export class OutreachSessionResolver {
  @Query(() => OutreachSessionConnection, {
    nullable: true,
    description: 'The awareness sessions in sight. Needs the records grant: UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  outreachSessions(@Args(() => OutreachSessionListArgs) args: OutreachSessionListArgs, @Ctx() { scope }: Context) {
    return new OutreachSessionConnection(sessionsOf(scope, args), Boolean(args.after));
  }

  @FieldResolver(() => ID, { description: 'Opaque and stable; never parse it.' })
  id(@Root() session: OutreachSession): string {
    return globalId('OutreachSession', Number(session.id));
  }

  @FieldResolver(() => Territory, { description: 'The province, the region or the nation for which it is held.' })
  territory(@Root() session: OutreachSession, @Ctx() { scope }: Context): Territory {
    return territoryOfRow(scope, session);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Its region; null for a session of the nation.' })
  region(@Root() session: OutreachSession, @Ctx() { scope }: Context): Region | null {
    return regionOf(scope, session.regionId);
  }

  @FieldResolver(() => Province, { nullable: true, description: 'Its province; null for a session of a whole region.' })
  province(@Root() session: OutreachSession, @Ctx() { scope }: Context): Province | null {
    return provinceOf(scope, session.provinceId);
  }

  @FieldResolver(() => BodyClass, { nullable: true, description: 'The class that it addresses; null for all classes.' })
  bodyClass(@Root() session: OutreachSession, @Ctx() { scope }: Context): BodyClass | null {
    return bodyClassOf(scope, session.bodyClassId);
  }

  @ReadsDatabase()
  @FieldResolver(() => Campaign, { description: 'The campaign to which it belongs.' })
  campaign(@Root() session: OutreachSession, @Ctx() { scope }: Context): Promise<Campaign | null> {
    return scope.loader(campaignsByIds).load(session.campaignId);
  }
}
