import { Extensions, Field, ID, InputType } from 'type-graphql';
import { ChangeInput, SEVERAL_LINES } from '../../platform/graphql/mutation.input.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { DeletionGround } from '../artisans/artisan.rules.ts';

const ARTISAN = 'The id of the artisan.';

@InputType({ description: 'A step in the life of an entry of the register.' })
export class RegisterStepInput extends ChangeInput {
  @Field(() => ID, { description: ARTISAN })
  artisanId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When; today unless stated.' })
  on?: string | null;
}

@InputType({ description: 'A deletion from the register (decree 2.21.437, art. 21).' })
export class StrikeOffInput extends ChangeInput {
  @Field(() => ID, { description: ARTISAN })
  artisanId!: string;

  @Field(() => DeletionGround, { description: 'Ex officio (law 50.17, art. 9) or on request (art. 10).' })
  ground!: DeletionGround;

  @Field(() => String, { description: 'Why, in words, at most 500 characters. It may have several lines.' })
  @Extensions(SEVERAL_LINES)
  reason!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When; today unless stated.' })
  on?: string | null;
}

@InputType({ description: 'A move to another province of the same region.' })
export class MoveArtisanInput extends ChangeInput {
  @Field(() => ID, { description: ARTISAN })
  artisanId!: string;

  @Field(() => String, { description: 'The new province of practice by its code, such as MA-MEK.' })
  province!: string;
}

@InputType({ description: 'A change of the main profession (art. 9).' })
export class ChangeProfessionInput extends ChangeInput {
  @Field(() => ID, { description: ARTISAN })
  artisanId!: string;

  @Field(() => String, { description: 'The new main profession by its code, such as VEH-02.' })
  profession!: string;
}
