import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ListSize, ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { bodiesByIds } from '../bodies/body.reads.ts';
import { Body } from '../bodies/body.type.ts';
import { bodyReference } from '../rules/rule.reads.ts';
import { Office } from '../rules/rule.type.ts';
import { territoryOfRow } from '../territory/territory.reads.ts';
import { ElectionListArgs, Candidacy, Election, ElectionConnection, ElectionShare } from './election.type.ts';
import { candidaciesOf, electionsByIds, electionsOf, electionsOfBody } from './election.reads.ts';

const NATION = 0;

@Resolver(() => Election)
export class ElectionResolver {
  @Query(() => ElectionConnection, {
    nullable: true,
    description:
      'The elections that the viewer may read. Needs the records grant: UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  elections(@Args(() => ElectionListArgs) args: ElectionListArgs, @Ctx() { scope }: Context) {
    return new ElectionConnection(electionsOf(scope, args));
  }

  @ReadsDatabase()
  @FieldResolver(() => Body, { nullable: true, description: 'The body that elects.' })
  body(@Root() election: Election, @Ctx() { scope }: Context): Promise<Body | null> {
    return scope.loader(bodiesByIds).load(election.bodyId);
  }

  @ListSize(12)
  @FieldResolver(() => [ElectionShare], {
    name: 'shares',
    nullable: true,
    description:
      'How the delegates who vote in a body above the province are shared out among the bodies of its base, as fixed by the call; null for a provincial body.',
  })
  sharesOf(@Root() { shares, regionId }: Election, @Ctx() { scope }: Context): ElectionShare[] | null {
    if (shares === null) return null;
    return shares.map(({ unit, members, delegates }) => {
      const place = regionId === NATION ? { regionId: unit, provinceId: null } : { regionId, provinceId: unit };
      return { territory: territoryOfRow(scope, place), members, delegates };
    });
  }

  @ReadsDatabase()
  @ListSize(50)
  @FieldResolver(() => [Candidacy], { description: 'Who stands, in the order in which they were put forward.' })
  candidacies(@Root() election: Election, @Ctx() { scope }: Context): Promise<Candidacy[]> {
    return scope.loader(candidaciesOf).load(election);
  }
}

@Resolver(() => Candidacy)
export class CandidacyResolver {
  @ReadsDatabase()
  @FieldResolver(() => Election, { nullable: true, description: 'The election in which the person stands.' })
  election(@Root() candidacy: Candidacy, @Ctx() { scope }: Context): Promise<Election | null> {
    return scope.loader(electionsByIds).load(candidacy.electionId);
  }

  @FieldResolver(() => Office, { nullable: true, description: 'The office stood for; null for delegates.' })
  office(@Root() candidacy: Candidacy, @Ctx() { scope }: Context): Office | null {
    return candidacy.officeId === null ? null : (bodyReference(scope).officeById.get(candidacy.officeId) ?? null);
  }
}

@Resolver(() => Body)
export class BodyElections {
  @FieldResolver(() => ElectionConnection, {
    nullable: true,
    description: 'Its elections, in the order in which they were called.',
  })
  elections(@Root() body: Body, @Args(() => ElectionListArgs) args: ElectionListArgs, @Ctx() { scope }: Context) {
    return new ElectionConnection(electionsOfBody(scope, body, args));
  }
}
