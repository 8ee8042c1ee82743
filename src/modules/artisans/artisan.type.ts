import { Field, Int, ObjectType, registerEnumType, ArgsType, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { AgeBand, ArtisanKind, DeletionGround, Qualification, RegisterState, Sex } from './artisan.rules.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { BY_ID, orderBy } from '../../platform/graphql/order.type.ts';
import { DateRange } from '../../platform/graphql/filter.input.ts';
import { BodyClassCode, ProfessionCode } from '../professions/profession.type.ts';

registerEnumType(ArtisanKind, {
  name: 'ArtisanKind',
  description: 'The four kinds of registrants (decree 2.21.437, art. 3).',
  valuesConfig: {
    ARTISAN: { description: 'صانع تقليدي: a person with a diploma or at least 3 years of practice.' },
    MASTER: { description: 'صانع تقليدي «لمعلم»: at least 10 years of practice, recognised by the committee.' },
    COOPERATIVE: { description: 'تعاونية: a cooperative with one or several craft activities.' },
    ENTERPRISE: { description: 'مقاولة: an enterprise with one craft activity, supervised by a registered artisan.' },
  },
});
registerEnumType(Sex, {
  name: 'Sex',
  description: 'The sex of a person; cooperatives and enterprises have none.',
  valuesConfig: { FEMALE: { description: 'The person is a woman.' }, MALE: { description: 'The person is a man.' } },
});
registerEnumType(RegisterState, {
  name: 'RegisterState',
  description: 'Where an entry stands in the National Craft Register.',
  valuesConfig: {
    APPLIED: { description: 'Applied for, not yet decided (decree 2.21.437, art. 13 to 16).' },
    REGISTERED: { description: 'Accepted, with a register number (art. 17).' },
    SUSPENDED: { description: 'Registered and suspended; a state of this project.' },
    DELETED: { description: 'حذف: deleted ex officio or on request (art. 21).' },
  },
});
registerEnumType(Qualification, {
  name: 'Qualification',
  description: 'What the registration of a person rests on.',
  valuesConfig: {
    DIPLOMA: { description: 'A diploma in a listed activity.' },
    PRACTICE: { description: 'A certificate of exercise (decree 2.21.437, art. 10 to 12).' },
  },
});
registerEnumType(DeletionGround, {
  name: 'DeletionGround',
  description: 'Why an entry was deleted (law 50.17, art. 9 and 10).',
  valuesConfig: {
    EX_OFFICIO: { description: 'The administration struck it off ex officio.' },
    ON_REQUEST: { description: 'At the request of the registrant.' },
  },
});
registerEnumType(AgeBand, {
  name: 'AgeBand',
  description: 'The age reached in the reference year.',
  valuesConfig: {
    UNDER_25: { description: 'Up to 24 years.' },
    FROM_25_TO_34: { description: '25 to 34 years.' },
    FROM_35_TO_44: { description: '35 to 44 years.' },
    FROM_45_TO_54: { description: '45 to 54 years.' },
    FROM_55_TO_64: { description: '55 to 64 years.' },
    FROM_65: { description: '65 years and more.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A registrant of the National Craft Register (decree 2.21.437, art. 8). Seen with the records grant only.',
})
export class Artisan extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'رقم تعريفي حرفي (art. 17), such as N0123456789: opaque, unique for ever; null before acceptance.',
  })
  registerNumber!: string | null;

  @Field(() => ArtisanKind, { description: 'Which of the four kinds.' })
  kind!: ArtisanKind;

  @Field(() => String, { description: 'The name in Arabic: given name, then family name.' })
  nameAr!: string;

  @Field(() => String, { description: 'The name in Latin letters.' })
  nameLatin!: string;

  @Field(() => Sex, { nullable: true, description: 'Null for cooperatives and enterprises.' })
  sex!: Sex | null;

  @Field(() => AgeBand, { nullable: true, description: 'Null for cooperatives and enterprises.' })
  ageBand!: AgeBand | null;

  @Field(() => Qualification, { nullable: true, description: 'Null for cooperatives and enterprises.' })
  qualification!: Qualification | null;

  @Field(() => Boolean, {
    description: 'Whether the activity is really practised: registered does not mean practising (art. 8).',
  })
  practising!: boolean;

  @Field(() => Int, { nullable: true, description: 'Number of workers of a cooperative or enterprise (art. 8).' })
  workerCount!: number | null;

  @Field(() => RegisterState, { description: 'Where the entry stands.' })
  registerState!: RegisterState;

  @Field(() => LocalDate, { description: 'When the application was filed.' })
  appliedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When it was accepted.' })
  registeredOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When the entry was deleted.' })
  deletedOn!: string | null;

  @Field(() => DeletionGround, { nullable: true, description: 'Why the entry was deleted.' })
  deletionGround!: DeletionGround | null;

  @Field(() => LocalDate, { nullable: true, description: 'Since when a member of a body; null for no member.' })
  memberSince!: string | null;

  regionId!: number;
  provinceId!: number;
  professionId!: number;
  bodyId!: number | null;
}

export const ArtisanConnection = connectionOf(() => Artisan, 'Artisan');

export const ArtisanOrder = orderBy('Artisan', 'artisans', {
  ID: BY_ID,
  NAME_AR: { column: 'search_ar', cast: 'text', description: 'The Arabic name, letter forms folded.' },
  NAME_LATIN: { column: 'search_latin', cast: 'text', description: 'The Latin name, without accents.' },
  APPLIED_ON: { column: 'applied_on', cast: 'date', description: 'The day of the application.' },
});

@InputType({ description: 'Conditions on artisans; all that are given must hold.' })
export class ArtisanFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'The beginning of a name, Arabic or Latin, of 2 letters or more and 100 at most (SEARCH_TOO_SHORT, TEXT_TOO_LONG otherwise), given or family name first. Letter forms, vowel signs, accents, case and the script of digits do not matter. The answer is ordered by name.',
  })
  search?: string | null;

  @Field(() => ProfessionCode, { nullable: true, description: 'A profession by its code, such as VEH-01.' })
  profession?: string | null;

  @Field(() => String, { nullable: true, description: 'A sector by its code, such as VEH.' })
  sector?: string | null;

  @Field(() => BodyClassCode, { nullable: true, description: 'A body class by its code, such as VEHICLE_REPAIR.' })
  bodyClass?: string | null;

  @Field(() => [ArtisanKind], {
    nullable: true,
    description: 'Only those of one of these kinds, such as MASTER; none for an empty list.',
  })
  kinds?: ArtisanKind[] | null;

  @Field(() => [Sex], { nullable: true, description: 'Only persons of one of these sexes; none for an empty list.' })
  sexes?: Sex[] | null;

  @Field(() => [AgeBand], {
    nullable: true,
    description: 'Only persons in one of these age bands, such as UNDER_25; none for an empty list.',
  })
  ageBands?: AgeBand[] | null;

  @Field(() => [RegisterState], {
    nullable: true,
    description: 'Only those in one of these states of the register, such as APPLIED; none for an empty list.',
  })
  registerStates?: RegisterState[] | null;

  @Field(() => DateRange, { nullable: true, description: 'When the application was filed.' })
  appliedOn?: DateRange | null;

  @Field(() => DateRange, { nullable: true, description: 'When the entry was registered.' })
  registeredOn?: DateRange | null;
}

@ArgsType()
export class ArtisanListArgs extends PageArgs {
  @Field(() => ArtisanFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: ArtisanFilter | null;

  @Field(() => ArtisanOrder.type, { nullable: true, description: 'The order; by id unless given.' })
  orderBy?: InstanceType<typeof ArtisanOrder.type> | null;
}
