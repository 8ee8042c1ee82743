import { ArgsType, Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Artisan, Committee, CommitteeMember } from './idiomatic.entities.ts';

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

@ObjectType()
export class ArtisanConnection {
  @Field(() => [Artisan])
  nodes!: Artisan[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class CommitteeConnection {
  @Field(() => [Committee])
  nodes!: Committee[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class CommitteeMemberConnection {
  @Field(() => [CommitteeMember])
  nodes!: CommitteeMember[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class Count {
  @Field(() => Int, { nullable: true })
  value!: number | null;
}

@ObjectType()
export class Representation {
  @Field(() => Count)
  registered!: Count;

  @Field(() => Count)
  eligible!: Count;

  @Field(() => Count)
  members!: Count;

  @Field(() => Count)
  represented!: Count;

  @Field(() => Count)
  women!: Count;
}

@ObjectType()
export class RepresentationCell {
  provinceId!: number;
  bodyClassId!: number;

  @Field(() => Representation)
  figures!: Representation;
}

@ObjectType()
export class ReadinessCondition {
  @Field(() => String)
  code!: string;

  @Field(() => Boolean)
  met!: boolean;

  @Field(() => Float, { nullable: true })
  required!: number | null;

  @Field(() => Float, { nullable: true })
  actual!: number | null;
}

@ObjectType()
export class Readiness {
  @Field(() => Boolean)
  ready!: boolean;

  @Field(() => [ReadinessCondition])
  conditions!: readonly ReadinessCondition[];
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20 })
  first!: number;

  @Field(() => String, { nullable: true })
  after?: string | null;
}

export enum Dimension {
  PROVINCE = 'PROVINCE',
  BODY_CLASS = 'BODY_CLASS',
}
registerEnumType(Dimension, { name: 'Dimension' });

@InputType()
export class ArtisanFilter {
  @Field(() => String)
  search!: string;
}

@InputType()
export class RepresentationFilter {
  @Field(() => String)
  territory!: string;
}

@InputType()
export class RegisterArtisanInput {
  @Field(() => String)
  idempotencyKey!: string;

  @Field(() => String)
  province!: string;

  @Field(() => String)
  profession!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  nameAr!: string;

  @Field(() => String)
  nameLatin!: string;

  @Field(() => String)
  sex!: string;

  @Field(() => String)
  birthDate!: string;

  @Field(() => String)
  nationalId!: string;

  @Field(() => String)
  qualification!: string;
}

@ObjectType()
export class Registered {
  @Field(() => String)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  registerState!: string;
}
