import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'A name in the languages of the API.' })
export class LocalizedName {
  @Field(() => String, { description: 'Arabic, the official form where there is one.' })
  ar!: string;

  @Field(() => String, { description: 'The name in French.' })
  fr!: string;

  @Field(() => String, { description: 'English; a translation of the project.' })
  en!: string;
}

/** The columns of a localized name, as one value of a row. */
export const localizedNameOf = (row: { nameAr: string; nameFr: string; nameEn: string }): LocalizedName => ({
  ar: row.nameAr,
  fr: row.nameFr,
  en: row.nameEn,
});

/** The SQL that answers a `LocalizedName` from the name columns of the table `t`. */
export const LOCALIZED_NAME_SQL = `json_build_object('ar', t.name_ar, 'fr', t.name_fr, 'en', t.name_en)`;
