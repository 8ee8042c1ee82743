import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { Territory } from '../territory/territory.type.ts';
import { territoryOfRow } from '../territory/territory.reads.ts';
import { alertsOf } from './case.reads.ts';
import { IdentityAlert, IdentityAlertConnection } from './case.type.ts';

@Resolver(() => IdentityAlert)
export class IdentityAlertResolver {
  @Query(() => IdentityAlertConnection, {
    nullable: true,
    description:
      'Officers who entered many numbers on one day that were in the register already, newest first: from half of what a day allows. Each is in the audit log of the nation too. Central officers only: UNAUTHENTICATED, FORBIDDEN (NO_GRANT, CENTRAL_ONLY) otherwise.',
  })
  identityAlerts(@Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: Context) {
    return new IdentityAlertConnection(alertsOf(scope, args));
  }

  @FieldResolver(() => Territory, {
    description: 'The region that the officer keeps; the nation for central officers.',
  })
  territory(@Root() { regionId }: IdentityAlert, @Ctx() { scope }: Context): Territory {
    return territoryOfRow(scope, { regionId, provinceId: null });
  }
}
