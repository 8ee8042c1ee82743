import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/** A name in two languages. */
@ObjectType()
export class LocalizedName {
  @Field(() => String)
  ar!: string;

  @Field(() => String)
  fr!: string;
}

/** What reference data has in common: a number, and names in two columns that are one field. */
@ObjectType()
abstract class Named {
  @PrimaryKey({ type: 'smallint' })
  id!: number;

  @Property({ type: 'text' })
  nameAr!: string;

  @Property({ type: 'text' })
  nameFr!: string;

  @Field(() => LocalizedName)
  get name(): LocalizedName {
    return { ar: this.nameAr, fr: this.nameFr };
  }
}

@Entity({ tableName: 'region' })
@ObjectType()
export class Region extends Named {
  @Field(() => String)
  @Property({ type: 'text', fieldName: 'iso' })
  code!: string;
}

@Entity({ tableName: 'province' })
@ObjectType()
export class Province extends Named {
  @Field(() => String)
  @Property({ type: 'text', fieldName: 'iso' })
  code!: string;

  @Property({ type: 'smallint' })
  regionId!: number;
}

@Entity({ tableName: 'profession' })
@ObjectType()
export class Profession extends Named {
  @Field(() => String)
  @Property({ type: 'text' })
  code!: string;
}

@Entity({ tableName: 'body_class' })
@ObjectType()
export class BodyClass extends Named {
  @Field(() => String)
  @Property({ type: 'text' })
  code!: string;
}
