import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalizedName } from '../../platform/graphql/localized-name.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { SourceStatus } from './profession.rules.ts';
import { codeScalar } from '../../platform/graphql/code.scalar.ts';

export const ProfessionCode = codeScalar({
  name: 'ProfessionCode',
  description:
    'A profession of the list of craft activities (decree 2.21.991, annex) by a code of this project, such as VEH-01: see the query "professions". NO_SUCH_CODE with the path otherwise.',
  example: 'VEH-01',
});

export const BodyClassCode = codeScalar({
  name: 'BodyClassCode',
  description:
    'A class of professions that has a body at each level (law 50.17, art. 11) by a code of this project, such as VEHICLE_REPAIR: see the query "bodyClasses". NO_SUCH_CODE with the path otherwise.',
  example: 'VEHICLE_REPAIR',
});

registerEnumType(SourceStatus, {
  name: 'SourceStatus',
  description: 'How well a piece of reference data is known.',
  valuesConfig: {
    REPORTED: { description: 'A source says so; see "source".' },
    ASSUMED: { description: 'Assumed until the official text is found; a central officer can change it.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'One of the 172 craft activities of decree 2.21.991.',
})
export class Profession extends Node {
  @Field(() => ProfessionCode, { description: 'A code of this project, such as TEX-07; the decree gives none.' })
  code!: string;

  @Field(() => LocalizedName, { description: 'Arabic as in the decree; French and English are translations.' })
  name!: LocalizedName;

  professionId!: number;
  sectorId!: number;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'One of the 13 sectors (قطاع) of decree 2.21.991.',
})
export class Sector extends Node {
  @Field(() => String, { description: 'A code of this project, such as TEX.' })
  code!: string;

  @Field(() => LocalizedName, { description: 'Arabic as in the decree; French and English are translations.' })
  name!: LocalizedName;

  sectorId!: number;
  familyId!: number;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'One of the 2 families (صنف in the law) of crafts.',
})
export class Family extends Node {
  @Field(() => String, { description: 'A code of this project, such as ART_AND_PRODUCTION.' })
  code!: string;

  @Field(() => LocalizedName, { description: 'Arabic as in the decree; French and English are translations.' })
  name!: LocalizedName;

  familyId!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A wave of the roll-out, which opens body classes for founding.' })
export class Wave {
  @Field(() => Int, { description: 'Its number, from 1.' })
  number!: number;

  @Field(() => LocalizedName, { description: 'The name of the wave in Arabic, French and English.' })
  name!: LocalizedName;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'From when bodies of its classes may be founded; null while open.',
  })
  opensOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Until when; null where no end is set.' })
  closesOn!: string | null;

  @Field(() => SourceStatus, { description: 'How well it is known.' })
  sourceStatus!: SourceStatus;

  @Field(() => String, { nullable: true, description: 'Where it is reported.' })
  source!: string | null;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A class of professions for which bodies may be founded (decree 2.21.437, art. 27).',
})
export class BodyClass extends Node {
  @Field(() => BodyClassCode, { description: 'A code of this project, such as VEHICLE_REPAIR.' })
  code!: string;

  @Field(() => LocalizedName, { description: 'The name in Arabic, French and English.' })
  name!: LocalizedName;

  @Field(() => SourceStatus, {
    description: 'Whether the class is reported or assumed; the list of the order was not found.',
  })
  sourceStatus!: SourceStatus;

  @Field(() => String, { nullable: true, description: 'Where it is reported.' })
  source!: string | null;

  bodyClassId!: number;
  waveId!: number;
}
