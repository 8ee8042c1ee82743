import { id, text } from './values.ts';

/** Ids that several changes take. */
export const ARTISAN_ID = id({ ar: 'الصانع', fr: 'de l’artisan', en: 'the artisan' });
export const ANOTHER_ARTISAN_ID = id({ ar: 'صانع آخر', fr: 'd’un autre artisan', en: 'another artisan' });
export const BODY_ID = id({ ar: 'الهيئة', fr: 'de la corporation', en: 'the body' });

/** Codes that the ready questions show. */
export const PROVINCE = text({ ar: 'رمز الإقليم', fr: 'code de la province', en: 'code of the province' });
export const REGION_OR_NATION = text({
  ar: 'رمز الجهة، أو MA للوطن',
  fr: 'code de la région, ou MA pour la nation',
  en: 'code of the region, or MA for the nation',
});
export const TERRITORY = text({
  ar: 'رمز الإقليم أو الجهة، أو MA للوطن',
  fr: 'code de la province ou de la région, ou MA pour la nation',
  en: 'code of the province or the region, or MA for the nation',
});
export const PROFESSION = text({ ar: 'رمز الحرفة', fr: 'code du métier', en: 'code of the profession' });
export const BODY_CLASS = text({ ar: 'رمز الصنف', fr: 'code de la catégorie', en: 'code of the class' });

/** Names and places. */
export const NAME_AR = text({ ar: 'الاسم بالعربية', fr: 'nom en arabe', en: 'name in Arabic' });
export const NAME_LATIN = text({
  ar: 'الاسم بالحروف اللاتينية',
  fr: 'nom en lettres latines',
  en: 'name in Latin letters',
});
export const TITLE_AR = text({ ar: 'العنوان بالعربية', fr: 'intitulé en arabe', en: 'title in Arabic' });
export const TITLE_FR = text({ ar: 'العنوان بالفرنسية', fr: 'intitulé en français', en: 'title in French' });
export const VENUE_AR = text({ ar: 'المكان بالعربية', fr: 'lieu en arabe', en: 'place in Arabic' });
export const VENUE_FR = text({ ar: 'المكان بالفرنسية', fr: 'lieu en français', en: 'place in French' });
export const REASON = text({ ar: 'السبب', fr: 'motif', en: 'reason' });
