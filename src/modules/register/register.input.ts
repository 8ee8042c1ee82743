import { Extensions, Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput, SEVERAL_LINES, CreateInput } from '../../platform/graphql/mutation.input.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { DeletionGround, ArtisanKind, Qualification, Sex } from '../artisans/artisan.rules.ts';
import { ProfessionCode } from '../professions/profession.type.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

const ARTISAN = 'The id of the artisan.';

@InputType()
export abstract class RegisterStepInput extends ChangeInput {
  @Field(() => ID, { description: ARTISAN })
  artisanId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When; today unless stated.' })
  effectiveOn?: string | null;
}

@InputType({ description: 'The acceptance of an application for the register (decree 2.21.437, art. 17).' })
export class AcceptRegistrationInput extends RegisterStepInput {}

@InputType({ description: 'The suspension of an entry of the register.' })
export class SuspendArtisanInput extends RegisterStepInput {}

@InputType({ description: 'The end of the suspension of an entry.' })
export class ReinstateArtisanInput extends RegisterStepInput {}

@InputType({ description: 'A deletion from the register (decree 2.21.437, art. 21).' })
export class DeleteArtisanInput extends ChangeInput {
  @Field(() => ID, { description: ARTISAN })
  artisanId!: string;

  @Field(() => DeletionGround, { description: 'Ex officio (law 50.17, art. 9) or on request (art. 10).' })
  ground!: DeletionGround;

  @Field(() => String, { description: 'Why, in words, at most 500 characters. It may have several lines.' })
  @Extensions(SEVERAL_LINES)
  reason!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When; today unless stated.' })
  effectiveOn?: string | null;
}

@InputType({ description: 'A move to another province of the same region.' })
export class MoveArtisanInput extends ChangeInput {
  @Field(() => ID, { description: ARTISAN })
  artisanId!: string;

  @Field(() => TerritoryCode, { description: 'The new province of practice by its code, such as MA-MEK.' })
  province!: string;
}

@InputType({ description: 'A change of the main profession (art. 9).' })
export class ChangeProfessionInput extends ChangeInput {
  @Field(() => ID, { description: ARTISAN })
  artisanId!: string;

  @Field(() => ProfessionCode, { description: 'The new main profession by its code, such as VEH-02.' })
  profession!: string;
}

const OF_PERSONS = 'Of persons, who must state it.';
const OF_ORGANISATIONS = 'Of cooperatives and enterprises, which must state it.';
const PHONE =
  'The telephone number of one line: 0612345678, +212 6 12-34-56-78 and 00212612345678 are the same, in Arabic digits too. One without a country is Moroccan. Kept as ITU-T E.164 writes it, +212612345678. PHONE_MALFORMED otherwise.';
const AR =
  'The name in Arabic letters: given name, then family name; or that of the organisation. 2 to 120 characters. That of a person has letters, spaces, hyphens and apostrophes (WRONG_SCRIPT, NAME_CHARACTER otherwise); that of an organisation has digits and ordinary signs as well (ORGANISATION_NAME_CHARACTER).';
const LATIN = 'The same in Latin letters.';
const BORN = 'The day of birth, 15 to 110 years before the application (TOO_YOUNG, TOO_OLD otherwise).';
const NATIONAL_ID =
  'The national identity number (CNIE), such as BK654321; blanks, hyphens and the script of its digits do not matter (NATIONAL_ID_MALFORMED otherwise).';
const COMPANY_ID =
  'The common company identifier (ICE), such as 001234567000062: 15 digits, divisible by 97, the first nine not all zeros (COMPANY_ID_MALFORMED otherwise).';

@InputType({ description: 'An application for the register (decree 2.21.437, art. 8 and 13).' })
export class RegisterArtisanInput extends CreateInput {
  @Field(() => TerritoryCode, { description: 'The province of practice by its code, such as MA-FES.' })
  province!: string;

  @Field(() => ProfessionCode, { description: 'The main profession by its code, such as VEH-01.' })
  profession!: string;

  @Field(() => ArtisanKind, { description: 'Which of the four kinds.' })
  kind!: ArtisanKind;

  @Field(() => String, { description: AR })
  nameAr!: string;

  @Field(() => String, { description: LATIN })
  nameLatin!: string;

  @Field(() => Sex, { nullable: true, description: OF_PERSONS })
  sex?: Sex | null;

  @Field(() => LocalDate, { nullable: true, description: `${BORN} ${OF_PERSONS}` })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: `${NATIONAL_ID} ${OF_PERSONS}` })
  nationalId?: string | null;

  @Field(() => Qualification, { nullable: true, description: `What the application rests on. ${OF_PERSONS}` })
  qualification?: Qualification | null;

  @Field(() => String, { nullable: true, description: `${COMPANY_ID} ${OF_ORGANISATIONS}` })
  companyId?: string | null;

  @Field(() => Int, { nullable: true, description: `The number of workers. ${OF_ORGANISATIONS}` })
  workerCount?: number | null;

  @Field(() => String, { nullable: true, description: PHONE })
  phone?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the activity is really practised (art. 8); true unless stated.',
  })
  practising?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'When the application was filed; today unless stated.' })
  appliedOn?: string | null;
}

@InputType({ description: 'What is to be put right in an entry (art. 9); what is left out or null stays as it is.' })
export class CorrectArtisanInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the artisan.' })
  artisanId!: string;

  @Field(() => String, { nullable: true, description: AR })
  nameAr?: string | null;

  @Field(() => String, { nullable: true, description: LATIN })
  nameLatin?: string | null;

  @Field(() => Sex, { nullable: true, description: 'The sex of a person; not for cooperatives and enterprises.' })
  sex?: Sex | null;

  @Field(() => LocalDate, { nullable: true, description: `${BORN} Of persons only.` })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: `${NATIONAL_ID} Of persons only.` })
  nationalId?: string | null;

  @Field(() => Qualification, { nullable: true, description: 'What the registration rests on; of persons only.' })
  qualification?: Qualification | null;

  @Field(() => String, { nullable: true, description: `${COMPANY_ID} Of cooperatives and enterprises only.` })
  companyId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The number of workers; of cooperatives and enterprises only.' })
  workerCount?: number | null;

  @Field(() => String, { nullable: true, description: PHONE })
  phone?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the activity is really practised.' })
  practising?: boolean | null;
}
