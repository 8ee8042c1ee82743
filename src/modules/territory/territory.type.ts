import { Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { LocalizedName } from '../../platform/graphql/localized-name.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import type { TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { InstitutionKind, ProvinceKind } from './territory.rules.ts';
import { ListSize } from '../../platform/graphql/cost/directives.ts';
import { Role } from '../../platform/auth/roles.ts';
import { codeScalar } from '../../platform/graphql/code.scalar.ts';

/** The codes by which a territory is named, in whatever digits they are typed. */
export const TerritoryCode = codeScalar({
  name: 'TerritoryCode',
  description:
    'A territory by its code, such as MA for the nation, MA-03 or 03 for a region, MA-FES or 03.231 for a province or prefecture. Answers have the ISO 3166-2 code. BAD_USER_INPUT or a user error with the path otherwise: NO_SUCH_TERRITORY, NO_PROVINCE, NOT_A_REGION.',
  example: 'MA-FES',
  specifiedByURL: 'https://www.iso.org/obp/ui/#iso:code:3166:MA',
});

registerEnumType(ProvinceKind, {
  name: 'ProvinceKind',
  description: 'Whether a second-level division is a prefecture (عمالة) or a province (إقليم).',
  valuesConfig: {
    PREFECTURE: { description: 'عمالة, préfecture: 13 of the 75.' },
    PROVINCE: { description: 'إقليم, province: 62 of the 75.' },
  },
});
registerEnumType(InstitutionKind, {
  name: 'InstitutionKind',
  description: 'The public institutions that carry the roll-out.',
  valuesConfig: {
    CHAMBER: { description: 'غرفة الصناعة التقليدية: the chamber of a region (law 18.09).' },
    REGIONAL_DIRECTORATE: { description: 'المديرية الجهوية: the regional directorate of crafts.' },
    PROVINCIAL_DIRECTORATE: { description: 'المديرية الإقليمية: the provincial directorate of crafts.' },
    STATE_SECRETARIAT: { description: 'كتابة الدولة: the State secretariat in charge of crafts.' },
  },
});

@InterfaceType({
  implements: Node,
  description: 'A territory for which there are figures and lists: the nation, a region or a province.',
})
export abstract class Territory extends Node {
  @Field(() => TerritoryCode, { description: 'The ISO 3166-2 code: MA, MA-03, MA-FES.' })
  code!: string;

  @Field(() => LocalizedName, { description: 'The name in Arabic, French and English.' })
  name!: LocalizedName;

  @Field(() => Int, { description: 'Inhabitants at the census of 2024 (High Commission for Planning).' })
  population!: number;

  /** Where lists and figures of this territory are found. */
  place!: TerritoryScope;
}

@ObjectType({
  implements: Territory,
  simpleResolvers: true,
  description: 'The kingdom: tenant 0, the sum of the regions.',
})
export class Nation extends Territory {}

@ObjectType({ implements: Territory, simpleResolvers: true, description: 'One of the 12 regions (جهة): a tenant.' })
export class Region extends Territory {
  @Field(() => String, { description: 'The two-digit code of the High Commission for Planning, such as 03.' })
  hcpCode!: string;

  @Field(() => String, { description: 'The name in Amazigh (Tifinagh).' })
  nameAmazigh!: string;

  @Field(() => Boolean, { description: 'Whether a source confirms the Amazigh name; otherwise it is assumed.' })
  nameAmazighSourced!: boolean;

  regionId!: number;
}

@ObjectType({
  implements: Territory,
  simpleResolvers: true,
  description: 'One of the 75 provinces (إقليم) and prefectures (عمالة).',
})
export class Province extends Territory {
  @Field(() => String, {
    description: 'The code of the High Commission for Planning, which contains the region, such as 03.231.',
  })
  hcpCode!: string;

  @Field(() => ProvinceKind, { description: 'Whether it is a province or a prefecture.' })
  kind!: ProvinceKind;

  @Field(() => [String], { description: 'Other usual Arabic spellings.' })
  aliases!: string[];

  regionId!: number;
  provinceId!: number;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A chamber, a directorate or the State secretariat.',
})
export class Institution extends Node {
  @Field(() => InstitutionKind, { description: 'The kind of institution, such as CHAMBER.' })
  kind!: InstitutionKind;

  @Field(() => LocalizedName, { description: 'The name in Arabic, French and English.' })
  name!: LocalizedName;

  institutionId!: number;
  regionId!: number;
  provinceId!: number | null;
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What a viewer is to hiraf; the token says it.',
  valuesConfig: {
    PROVINCIAL_OFFICER: { description: 'Keeps the register of one province: sees and changes it.' },
    REGIONAL_OFFICER: { description: 'Keeps the register of one region: sees and changes it.' },
    REGIONAL_VIEWER: { description: 'Sees one region and changes nothing.' },
    CENTRAL_OFFICER: { description: 'Sees and changes every region and the nation.' },
    CENTRAL_SERVICE: { description: 'Sees every region and the nation, and changes nothing.' },
    ANALYST: { description: 'Sees figures and never a person.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    'Three grants that do not imply one another, each as the territories that it reaches: the nation stands for all of them.',
})
export class ViewerGrants {
  @ListSize(12)
  @Field(() => [Territory], { description: 'Where the viewer may change records and see identities.' })
  capture!: Territory[];

  @ListSize(12)
  @Field(() => [Territory], {
    description: 'Where the viewer sees records; those of the nation itself come with any of them.',
  })
  records!: Territory[];

  @ListSize(12)
  @Field(() => [Territory], { description: 'Where the viewer sees figures.' })
  figures!: Territory[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'Who asks, as the token says; without a token no role and no grant.',
})
export class Viewer {
  @Field(() => Role, { nullable: true, description: 'The role; null without a token.' })
  role!: Role | null;

  @Field(() => ViewerGrants, { description: 'What the viewer may do, and where.' })
  grants!: ViewerGrants;

  @ListSize(12)
  @Field(() => [Region], { description: 'The regions whose records the viewer may read, at least for one province.' })
  regions!: Region[];
}
