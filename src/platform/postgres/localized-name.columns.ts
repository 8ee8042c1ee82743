import { p } from '@mikro-orm/postgresql';

/** A name in the languages of the API: Arabic and French first, English for partners. */
export const localizedName = {
  nameAr: p.text(),
  nameFr: p.text(),
  nameEn: p.text(),
};
