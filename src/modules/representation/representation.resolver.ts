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
import { publishedAt } from './published-figure.reads.ts';
import { PublishedFigure } from './published-figure.type.ts';
import { Dimension, RepresentationCut, RepresentationFilter } from './representation.args.ts';
import { cellsOfBreakdown } from './breakdown.measures.ts';
import { cellsOf, cutOf, isOfPeople, representationsOf } from './representation.reads.ts';
import { measuresFor } from './figure.measures.ts';
import { Representation, RepresentationCell } from './representation.type.ts';

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
    @Arg('filter', () => RepresentationFilter, { nullable: true, description: 'Everything unless given.' })
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
