import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ListSize } from '../../platform/graphql/cost/directives.ts';
import { bodyClassOfProfession, nomenclatureOf } from './profession.reads.ts';
import { BodyClass, Family, Profession, Sector, Wave } from './profession.type.ts';

@Resolver(() => Family)
export class FamilyResolver {
  @ListSize(2)
  @Query(() => [Family], {
    description: 'The nomenclature of crafts as a tree: family, sector, profession (decree 2.21.991). No token needed.',
  })
  professions(@Ctx() { scope }: Context): readonly Family[] {
    return nomenclatureOf(scope).families;
  }

  @ListSize(8)
  @FieldResolver(() => [Sector], { description: 'The sectors of the family.' })
  sectors(@Root() family: Family, @Ctx() { scope }: Context): Sector[] {
    return nomenclatureOf(scope).sectors.filter(({ familyId }) => familyId === family.familyId);
  }
}

@Resolver(() => Sector)
export class SectorResolver {
  @FieldResolver(() => Family, { description: 'The family of the sector.' })
  family(@Root() sector: Sector, @Ctx() { scope }: Context): Family | undefined {
    return nomenclatureOf(scope).families.find(({ familyId }) => familyId === sector.familyId);
  }

  @ListSize(27)
  @FieldResolver(() => [Profession], { description: 'The professions of the sector.' })
  professions(@Root() sector: Sector, @Ctx() { scope }: Context): Profession[] {
    return nomenclatureOf(scope).professions.filter(({ sectorId }) => sectorId === sector.sectorId);
  }
}

@Resolver(() => Profession)
export class ProfessionResolver {
  @FieldResolver(() => Sector, { description: 'The sector of the profession.' })
  sector(@Root() profession: Profession, @Ctx() { scope }: Context): Sector | undefined {
    return nomenclatureOf(scope).sectorById.get(profession.sectorId);
  }

  @FieldResolver(() => BodyClass, {
    nullable: true,
    description: 'The body class that takes it; null where none does.',
  })
  bodyClass(@Root() profession: Profession, @Ctx() { scope }: Context): BodyClass | null {
    return bodyClassOfProfession(scope, profession.professionId);
  }
}

@Resolver(() => BodyClass)
export class BodyClassResolver {
  @ListSize(15)
  @Query(() => [BodyClass], { description: 'The classes for which bodies may be founded. No token needed.' })
  bodyClasses(@Ctx() { scope }: Context): readonly BodyClass[] {
    return nomenclatureOf(scope).bodyClasses;
  }

  @ListSize(2)
  @Query(() => [Wave], { description: 'The waves of the roll-out. No token needed.' })
  waves(@Ctx() { scope }: Context): readonly Wave[] {
    return nomenclatureOf(scope).waves;
  }

  @ListSize(21)
  @FieldResolver(() => [Profession], { description: 'The professions that the class gathers.' })
  professions(@Root() bodyClass: BodyClass, @Ctx() { scope }: Context): Profession[] {
    const { professions, classOfProfession } = nomenclatureOf(scope);
    return professions.filter(({ professionId }) => classOfProfession.get(professionId) === bodyClass.bodyClassId);
  }

  @FieldResolver(() => Wave, { description: 'The wave that takes the class.' })
  wave(@Root() bodyClass: BodyClass, @Ctx() { scope }: Context): Wave | undefined {
    return nomenclatureOf(scope).waves.find(({ number }) => number === bodyClass.waveId);
  }
}
