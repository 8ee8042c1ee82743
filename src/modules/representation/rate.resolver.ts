import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { completionOf, malapportionmentIn } from './derived.reads.ts';
import { rateOf } from './disclosure.rules.ts';
import { bodies, expected, founded, people, seatsHeldByWomen } from './representation.measures.ts';
import { snapshotTimes } from './representation.reads.ts';
import { Rate, Representation } from './representation.type.ts';

@Resolver(() => Representation)
export class RateFigures {
  @ReadsDatabase()
  @FieldResolver(() => DateTime, { description: 'The moment of the snapshot; the same for every figure of an answer.' })
  asOf(@Ctx() { scope }: Context): Promise<Date> {
    return scope.loader(snapshotTimes).load('now');
  }

  @ReadsDatabase()
  @FieldResolver(() => Rate, {
    description:
      'نسبة الإنجاز: registered against the published target, over the provinces that have one. Can exceed 1. UNKNOWN without a target.',
  })
  completionRate(@Root() of: Representation, @Ctx() { scope }: Context): Promise<Rate> {
    return completionOf(scope, of);
  }

  @FieldResolver(() => Rate, { description: 'Members against eligible registrants.' })
  membershipRate(@Root() of: Representation): Rate {
    return rateOf(people(of, 'members'), people(of, 'eligible'));
  }

  @FieldResolver(() => Rate, { description: 'Founded bodies against expected ones, at the level that is counted.' })
  coverageRate(@Root() of: Representation): Rate {
    return rateOf(founded(of), expected(of));
  }

  @FieldResolver(() => Rate, { description: 'Represented registrants against eligible ones.' })
  representationRate(@Root() of: Representation): Rate {
    return rateOf(people(of, 'represented'), people(of, 'eligible'));
  }

  @FieldResolver(() => Rate, { description: 'Women against registered natural persons.' })
  womenRate(@Root() of: Representation): Rate {
    return rateOf(people(of, 'women'), people(of, 'persons'));
  }

  @FieldResolver(() => Rate, { description: 'Seats held by women against filled seats.' })
  parityRate(@Root() of: Representation): Rate {
    return rateOf(seatsHeldByWomen(of), bodies(of, 'seatsFilled'));
  }

  @FieldResolver(() => Rate, { description: 'Members for each delegate, at the level that is counted.' })
  membersPerDelegate(@Root() of: Representation): Rate {
    return rateOf(people(of, 'members'), bodies(of, 'delegates'));
  }

  @ReadsDatabase(2)
  @FieldResolver(() => Rate, {
    description:
      'Half the sum of the distances between each unit’s share of delegates and of members, 0 fair to 1 (Loosemore and Hanby, 1971): between provinces in a region, between regions in the nation.',
  })
  malapportionment(@Root() of: Representation, @Ctx() { scope }: Context): Promise<Rate> {
    return malapportionmentIn(scope, of);
  }
}
