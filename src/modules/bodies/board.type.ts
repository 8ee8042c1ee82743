import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { Sex } from '../artisans/artisan.rules.ts';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A seat (مقعد) in the board of a body. Its holder is named as an office-holder; the viewer may not be allowed to read the person’s entry.',
})
export class Seat extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether the seat is vacant now.' })
  isVacant!: boolean;

  @Field(() => String, { nullable: true, description: 'The holder in Arabic; null for a vacant seat.' })
  nameAr!: string | null;

  @Field(() => String, { nullable: true, description: 'The holder in Latin letters; null for a vacant seat.' })
  nameLatin!: string | null;

  @Field(() => Sex, { nullable: true, description: 'The sex of the holder; null for a vacant seat.' })
  sex!: Sex | null;

  @Field(() => LocalDate, { nullable: true, description: 'When the holder was elected.' })
  electedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When the term ends.' })
  termEndsOn!: string | null;

  regionId!: number;
  provinceId!: number | null;
  bodyId!: number;
  artisanRegionId!: number | null;
  officeId!: number;
  artisanId!: number | null;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A delegate (مندوب) whom a body sends to the assembly of the body above.',
})
export class Delegate extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'The delegate in Arabic.' })
  nameAr!: string | null;

  @Field(() => String, { nullable: true, description: 'The delegate in Latin letters.' })
  nameLatin!: string | null;

  @Field(() => Sex, { nullable: true, description: 'The sex of the delegate.' })
  sex!: Sex | null;

  @Field(() => LocalDate, { description: 'The day of the election, such as 2026-05-14.' })
  electedOn!: string;

  @Field(() => LocalDate, { description: 'When the term ends.' })
  termEndsOn!: string;

  regionId!: number;
  provinceId!: number | null;
  bodyId!: number;
  artisanRegionId!: number | null;
  artisanId!: number | null;
}
