import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { BY_ID, orderBy } from '../../platform/graphql/order.type.ts';
import { AgeBand, ArtisanKind, RegisterState, Sex } from './artisan.rules.ts';

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
      'The beginning of a name, Arabic or Latin, of 2 letters or more and 100 at most, given or family name first. Letter forms, vowel signs, accents, case and the script of digits do not matter. The answer is ordered by name.',
  })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'A profession by its code, such as VEH-01.' })
  profession?: string | null;

  @Field(() => String, { nullable: true, description: 'A sector by its code, such as VEH.' })
  sector?: string | null;

  @Field(() => String, { nullable: true, description: 'A body class by its code, such as VEHICLE_REPAIR.' })
  bodyClass?: string | null;

  @Field(() => ArtisanKind, { nullable: true, description: 'One of the four kinds.' })
  kind?: ArtisanKind | null;

  @Field(() => Sex, { nullable: true, description: 'Women or men.' })
  sex?: Sex | null;

  @Field(() => AgeBand, { nullable: true, description: 'One age band.' })
  ageBand?: AgeBand | null;

  @Field(() => RegisterState, { nullable: true, description: 'One state of the register.' })
  registerState?: RegisterState | null;
}

@ArgsType()
export class ArtisanListArgs extends PageArgs {
  @Field(() => ArtisanFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: ArtisanFilter | null;

  @Field(() => ArtisanOrder.type, { nullable: true, description: 'The order; by id unless given.' })
  orderBy?: InstanceType<typeof ArtisanOrder.type> | null;
}
