import { Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { LocalizedName } from '../../platform/graphql/localized-name.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import type { TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { InstitutionKind, ProvinceKind } from './territory.rules.ts';

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
  @Field(() => String, { description: 'The ISO 3166-2 code: MA, MA-03, MA-FES.' })
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
  @Field(() => String, { description: 'The two-digit code of the High Commission for Planning: 03.' })
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
    description: 'The code of the High Commission for Planning, which contains the region: 03.231.',
  })
  hcpCode!: string;

  @Field(() => ProvinceKind, { description: 'Province or prefecture.' })
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
  @Field(() => InstitutionKind, { description: 'What it is.' })
  kind!: InstitutionKind;

  @Field(() => LocalizedName, { description: 'The name in Arabic, French and English.' })
  name!: LocalizedName;

  institutionId!: number;
  regionId!: number;
  provinceId!: number | null;
}
