import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';

/** One class is the row and the type of the API. Columns that are not read for every row are lazy. */
@Entity({ tableName: 'artisan' })
@ObjectType()
export class Artisan {
  @PrimaryKey({ type: 'smallint' })
  regionId!: number;

  @Field(() => ID)
  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  @Property({ type: 'smallint' })
  provinceId!: number;

  @Property({ type: 'smallint' })
  professionId!: number;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  registerNumber?: string | null;

  @Field(() => String)
  @Property({ type: 'text' })
  nameAr!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  nameLatin!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  kind!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  sex?: string | null;

  @Field(() => String)
  @Property({ type: 'text' })
  registerState!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: 'date', nullable: true })
  registeredOn?: string | null;

  @Property({ type: 'text', lazy: true })
  searchAr!: string;

  @Property({ type: 'text', lazy: true })
  searchArReversed!: string;

  @Property({ type: 'text', lazy: true })
  searchLatin!: string;

  @Property({ type: 'text', lazy: true })
  searchLatinReversed!: string;

  @Property({ type: 'text', lazy: true, nullable: true })
  ageBand?: string | null;

  @Property({ type: 'text', lazy: true, nullable: true })
  qualification?: string | null;

  @Property({ type: 'boolean', lazy: true })
  practising!: boolean;

  @Property({ type: 'date', lazy: true })
  appliedOn!: string;

  @Property({ type: 'date', lazy: true, nullable: true })
  birthDate?: string | null;

  @Property({ type: 'text', lazy: true, nullable: true })
  nationalId?: string | null;
}

@Entity({ tableName: 'body' })
@ObjectType()
export class Body {
  @PrimaryKey({ type: 'smallint' })
  regionId!: number;

  @Field(() => ID)
  @PrimaryKey({ type: 'integer' })
  id!: number;

  @Property({ type: 'text' })
  level!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  state!: string;

  @Property({ type: 'smallint', nullable: true })
  provinceId!: number | null;

  @Property({ type: 'smallint' })
  bodyClassId!: number;
}

@Entity({ tableName: 'committee' })
@ObjectType()
export class Committee {
  @PrimaryKey({ type: 'smallint' })
  regionId!: number;

  @Field(() => ID)
  @PrimaryKey({ type: 'integer' })
  id!: number;

  @Field(() => String)
  @Property({ type: 'text' })
  level!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  state!: string;

  @Property({ type: 'smallint' })
  bodyClassId!: number;

  @Field(() => String, { nullable: true })
  @Property({ type: 'date', nullable: true })
  plannedOn!: string | null;

  @Field(() => String, { nullable: true })
  @Property({ type: 'date', nullable: true })
  formedOn!: string | null;
}

@Entity({ tableName: 'committee_member' })
@ObjectType()
export class CommitteeMember {
  @PrimaryKey({ type: 'smallint' })
  regionId!: number;

  @PrimaryKey({ type: 'integer' })
  id!: number;

  @Property({ type: 'integer' })
  committeeId!: number;

  @Field(() => String)
  @Property({ type: 'text' })
  nameAr!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  nameLatin!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  capacity!: string;

  @Field(() => Boolean)
  @Property({ type: 'boolean' })
  chair!: boolean;

  @Field(() => String)
  @Property({ type: 'date' })
  joinedOn!: string;
}
