import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ListSize, ReadsDatabase, SizedBy } from '../../platform/graphql/cost/directives.ts';
import { selectedBelow } from '../../platform/graphql/selection.ts';
import { EVERYWHERE } from '../../platform/tenancy/visibility.ts';
import { badInput } from '../../platform/errors/domain-error.ts';
import { BodyClass, Profession, Sector } from '../professions/profession.type.ts';
import { bodyClassOf, nomenclatureOf, professionOf } from '../professions/profession.reads.ts';
import { Province, Region, Territory } from '../territory/territory.type.ts';
import { provinceOf, regionOf, territoryByCode } from '../territory/territory.reads.ts';
import { publishedAt } from '../figures/published-figure.reads.ts';
import { Representation, RepresentationCell, Rate } from './representation.type.ts';
import { PublishedFigure } from '../figures/figure.type.ts';
import { Dimension, RepresentationCut, RepresentationFilter, cellsOfBreakdown } from './representation.args.ts';
import { cellsOf, cutOf, isOfPeople, representationsOf, snapshotTimes } from './representation.reads.ts';
import { measuresFor } from '../figures/measure.reads.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import {
  completionOf,
  malapportionmentIn,
  membersPerDelegateIn,
  bodies,
  expected,
  founded,
  people,
  seatsHeldByWomen,
} from './derived.reads.ts';
import { rateOf } from '../figures/disclosure.rules.ts';

const LARGEST_BREAKDOWN = 4;

@Resolver(() => RepresentationCell)
export class RepresentationResolver {
  @ReadsDatabase()
  @SizedBy(cellsOfBreakdown)
  @Directive('@listSize(slicingArguments: ["by"])')
  @Query(() => [RepresentationCell], {
    nullable: true,
    description:
      'The figures cut by up to 4 dimensions, at most 15,000 cells (OPERATION_TOO_COSTLY beyond); cells in which nothing is counted are left out. Figures of all regions are open to every viewer with the figures grant. UNAUTHENTICATED, FORBIDDEN or BAD_USER_INPUT otherwise.',
  })
  async representation(
    @Arg('by', () => [Dimension], { description: 'The dimensions, each once.' }) by: Dimension[],
    @Arg('filter', () => RepresentationFilter, {
      nullable: true,
      description: 'Conditions on what is counted; everything unless given.',
    })
    filter: RepresentationFilter | null,
    @Ctx() { scope }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RepresentationCell[]> {
    if (by.length > LARGEST_BREAKDOWN || new Set(by).size < by.length) {
      throw badInput('by', `"by" takes up to ${String(LARGEST_BREAKDOWN)} dimensions, each once.`);
    }
    const { territory, ...rest } = filter ?? {};
    const place = territory ? territoryByCode(scope, territory, 'filter.territory').place : EVERYWHERE;
    const cut = cutOf(scope, { place, cut: rest }, 'filter.');
    const levels = by.includes('LEVEL') && !rest.level ? { ...cut, level: null } : cut;
    const measures = measuresFor(selectedBelow(info, 'figures'));
    const cells = await cellsOf(scope, by, { cut: levels, ofPeople: isOfPeople(rest), measures });
    return cells.map((cell) => new RepresentationCell(cell));
  }

  @FieldResolver(() => Representation, { name: 'figures', description: 'The figures of the cell.' })
  figuresOf(@Root() cell: RepresentationCell): Representation {
    return cell.figures;
  }
}

@Resolver(() => RepresentationCell)
export class CellKeys {
  @FieldResolver(() => Region, { nullable: true })
  region(@Root() { figures }: RepresentationCell, @Ctx() { scope }: Context): Region | null {
    return figures.keys.regionId === undefined ? null : regionOf(scope, figures.keys.regionId);
  }

  @FieldResolver(() => Province, { nullable: true })
  province(@Root() { figures }: RepresentationCell, @Ctx() { scope }: Context): Province | null {
    return provinceOf(scope, figures.keys.provinceId ?? null);
  }

  @FieldResolver(() => BodyClass, { nullable: true })
  bodyClass(@Root() { figures }: RepresentationCell, @Ctx() { scope }: Context): BodyClass | null {
    return bodyClassOf(scope, figures.keys.bodyClassId ?? null);
  }

  @FieldResolver(() => Sector, { nullable: true })
  sector(@Root() { figures }: RepresentationCell, @Ctx() { scope }: Context): Sector | null {
    return nomenclatureOf(scope).sectorById.get(figures.keys.sectorId ?? 0) ?? null;
  }

  @FieldResolver(() => Profession, { nullable: true })
  profession(@Root() { figures }: RepresentationCell, @Ctx() { scope }: Context): Profession | null {
    return professionOf(scope, figures.keys.professionId ?? 0);
  }
}

@Resolver(() => Territory)
export class TerritoryFigures {
  @ReadsDatabase()
  @FieldResolver(() => Representation, {
    nullable: true,
    description: 'The figures of this territory: counted by region and centre in the same way, from the same rows.',
  })
  representation(
    @Root() { place }: Territory,
    @Args(() => RepresentationCut) cut: RepresentationCut,
    @Ctx() { scope }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Representation> {
    cutOf(scope, { place, cut });
    const measures = measuresFor(selectedBelow(info));
    return scope.loader(representationsOf).load({ place, cut, measures });
  }

  @ListSize(30)
  @FieldResolver(() => [PublishedFigure], {
    description: 'Figures that were published of this territory, with date and source. No token needed.',
  })
  publishedFigures(@Root() { place }: Territory, @Ctx() { scope }: Context): PublishedFigure[] {
    return publishedAt(scope, place);
  }
}

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

  @FieldResolver(() => Rate, {
    description: 'Represented registrants against eligible ones, at the level that is counted.',
  })
  representationRate(@Root() of: Representation): Rate {
    return rateOf(people(of, 'represented'), people(of, 'eligible'));
  }

  @FieldResolver(() => Rate, { description: 'Registrants represented at all three levels against eligible ones.' })
  fullRepresentationRate(@Root() of: Representation): Rate {
    return rateOf(people(of, 'fullyRepresented'), people(of, 'eligible'));
  }

  @FieldResolver(() => Rate, { description: 'Women against registered natural persons.' })
  womenRate(@Root() of: Representation): Rate {
    return rateOf(people(of, 'women'), people(of, 'persons'));
  }

  @FieldResolver(() => Rate, { description: 'Seats held by women against filled seats.' })
  parityRate(@Root() of: Representation): Rate {
    return rateOf(seatsHeldByWomen(of), bodies(of, 'seatsFilled'));
  }

  @ReadsDatabase()
  @FieldResolver(() => Rate, {
    description:
      'Members for each delegate, such as 8.1, over the bodies that have elected delegates, at the level that is counted; national bodies send none.',
  })
  membersPerDelegate(@Root() of: Representation, @Ctx() { scope }: Context): Promise<Rate> {
    return membersPerDelegateIn(scope, of);
  }

  @ReadsDatabase(2)
  @FieldResolver(() => Rate, {
    description:
      'Half the sum of the distances between each unit’s share of delegates and of members, 0 fair to 1 (Loosemore and Hanby, 1971): between the provinces of a region, between the regions of the nation. Of one body class, by "bodyClass" or a dimension; NOT_APPLICABLE without one.',
  })
  malapportionment(@Root() of: Representation, @Ctx() { scope }: Context): Promise<Rate> {
    return malapportionmentIn(scope, of);
  }
}
