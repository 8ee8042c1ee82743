import { Field, Float, ObjectType } from 'type-graphql';
import { Territory } from '../territory/territory.type.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A figure that an authority or the press has published. Figures of different dates are not comparable.',
})
export class PublishedFigure {
  @Field(() => String, { description: 'What it measures, such as REGISTERED or REGISTRATION_TARGET.' })
  measure!: string;

  @Field(() => Territory, { description: 'The territory that the figure is about.' })
  territory!: Territory;

  @Field(() => Float, { description: 'The value, in the unit.' })
  value!: number;

  @Field(() => String, { description: 'The unit, such as people or ratio.' })
  unit!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A year, a month or a day, as precise as the source is, such as 2021 or 2025-04.',
  })
  asOf!: string | null;

  @Field(() => String, { nullable: true, description: 'What to know when using it, such as how it was computed.' })
  note!: string | null;

  @Field(() => String, { description: 'Where it was published.' })
  source!: string;

  regionId!: number;
  provinceId!: number | null;
}
