import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ListSize } from '../../platform/graphql/cost/directives.ts';
import { regionOf, territoryAt, territoryOf, provinceOf } from './territory.reads.ts';
import { Institution, Nation, Province, Region, type Territory, Viewer, TerritoryCode } from './territory.type.ts';
import type { Area } from '../../platform/auth/roles.ts';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';

const REGION_CODE = 'The ISO code (MA-03) or the HCP code (03).';

@Resolver(() => Nation)
export class NationResolver {
  @Query(() => Nation, { description: 'The kingdom. No token needed; its lists and figures need one.' })
  nation(@Ctx() { scope }: Context): Nation {
    return territoryOf(scope).nation;
  }

  @ListSize(12)
  @Query(() => [Region], { description: 'The 12 regions, in the order of their codes. No token needed.' })
  regions(@Ctx() { scope }: Context): readonly Region[] {
    return territoryOf(scope).regions;
  }

  @ListSize(12)
  @FieldResolver(() => [Region], { name: 'regions', description: 'The 12 regions, in the order of their codes.' })
  regionsOfNation(@Ctx() { scope }: Context): readonly Region[] {
    return territoryOf(scope).regions;
  }

  @ListSize(1)
  @FieldResolver(() => [Institution], {
    description: 'The central institutions, such as the State secretariat in charge of crafts.',
  })
  institutions(@Ctx() { scope }: Context): readonly Institution[] {
    return territoryOf(scope).institutions.filter((institution) => institution.regionId === 0);
  }
}

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, {
    nullable: true,
    description: 'A region by its code; null where there is none. No token needed.',
  })
  region(
    @Arg('code', () => TerritoryCode, { description: REGION_CODE }) code: string,
    @Ctx() { scope }: Context,
  ): Region | null {
    const found = territoryAt(scope, code);
    return found !== undefined && 'nameAmazigh' in found ? found : null;
  }

  @ListSize(9)
  @FieldResolver(() => [Province], { description: 'The provinces and prefectures of the region.' })
  provinces(@Root() region: Region, @Ctx() { scope }: Context): Province[] {
    return territoryOf(scope).provinces.filter(({ regionId }) => regionId === region.regionId);
  }

  @ListSize(2)
  @FieldResolver(() => [Institution], { description: 'The chamber and the directorates of the region.' })
  institutions(@Root() region: Region, @Ctx() { scope }: Context): Institution[] {
    return territoryOf(scope).institutions.filter(({ regionId }) => regionId === region.regionId);
  }

  @FieldResolver(() => Institution, { nullable: true, description: 'The chamber of crafts of the region (law 18.09).' })
  chamber(@Root() region: Region, @Ctx() context: Context): Institution | null {
    return this.institutions(region, context).find(({ kind }) => kind === 'CHAMBER') ?? null;
  }

  @FieldResolver(() => Institution, { nullable: true, description: 'The regional directorate of crafts.' })
  regionalDirectorate(@Root() region: Region, @Ctx() context: Context): Institution | null {
    return this.institutions(region, context).find(({ kind }) => kind === 'REGIONAL_DIRECTORATE') ?? null;
  }
}

@Resolver(() => Province)
export class ProvinceResolver {
  @Query(() => Province, {
    nullable: true,
    description: 'A province or prefecture by its code; null where there is none.',
  })
  province(
    @Arg('code', () => TerritoryCode, { description: 'The ISO code (MA-FES) or the HCP code (03.231).' }) code: string,
    @Ctx() { scope }: Context,
  ): Province | null {
    const found = territoryAt(scope, code);
    return found !== undefined && 'aliases' in found ? found : null;
  }

  @FieldResolver(() => Region, { description: 'The region to which it belongs.' })
  region(@Root() province: Province, @Ctx() { scope }: Context): Region | null {
    return regionOf(scope, province.regionId);
  }
}

@Resolver(() => Institution)
export class InstitutionResolver {
  @FieldResolver(() => Region, { nullable: true, description: 'Its region; null for a central institution.' })
  region(@Root() institution: Institution, @Ctx() { scope }: Context): Region | null {
    return regionOf(scope, institution.regionId);
  }
}

const regionsIn = (scope: TenantScope, area: Area): Region[] =>
  territoryOf(scope).regions.filter(({ regionId }) => area.regions.includes(regionId));

/** The largest territories that an area consists of. */
function territoriesIn(scope: TenantScope, area: Area): Territory[] {
  const province = provinceOf(scope, area.province);
  if (province !== null) return [province];
  const regions = regionsIn(scope, area);
  return regions.length === territoryOf(scope).regions.length ? [territoryOf(scope).nation] : regions;
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who asks. No token needed: without one there is no role and no grant.' })
  viewer(@Ctx() { scope }: Context): Viewer {
    const { role, grants } = scope.viewer;
    return {
      role,
      grants: {
        capture: territoriesIn(scope, grants.capture),
        records: territoriesIn(scope, grants.records),
        figures: territoriesIn(scope, grants.figures),
      },
      regions: regionsIn(scope, grants.records),
    };
  }
}
