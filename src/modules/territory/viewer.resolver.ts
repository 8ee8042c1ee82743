import { Ctx, Query, Resolver } from 'type-graphql';
import type { Area } from '../../platform/auth/roles.ts';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { provinceOf, territoryOf } from './territory.reads.ts';
import type { Region, Territory } from './territory.type.ts';
import { Viewer } from './viewer.type.ts';

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
  @Query(() => Viewer, { description: 'Who asks. No token needed: nobody has no role and no grant.' })
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
