import { reasons } from '../../platform/errors/reason.ts';

const ARTICLE_11 = 'Law 50.17, art. 11; assumed until the model statutes are found';

export const SEAT_REASONS = reasons({
  COUNT_MISSING: {
    ar: 'يلزم عدد أصوات لكل مترشح، مرة واحدة: ينقص أو يتكرر {count}.',
    fr: 'Il faut un compte pour chaque candidat, une fois : {count} manquent ou se répètent.',
    en: 'Each candidate needs a count, once: {count} are missing or repeated.',
    source: ARTICLE_11,
  },
  NO_TURNOUT: {
    ar: 'لم يصوّت أحد؛ سجّل المصوتين أولا.',
    fr: 'Personne n’a voté ; inscrivez d’abord les votants.',
    en: 'No one has voted; record the voters first.',
    source: 'One artisan, one vote',
  },
  TOO_MANY_VOTES: {
    ar: 'الأصوات المعدودة {votes} أكثر مما يمكن أن يدلي به {turnout} مصوتا لـ {seats} مقاعد.',
    fr: '{votes} voix dépassent ce que {turnout} votants peuvent donner à {seats} sièges.',
    en: 'The {votes} votes are more than {turnout} voters can cast for {seats} seats.',
    source: 'One artisan, one vote for each seat',
  },
  TIE: {
    ar: 'تعادل على {places} من المقاعد بين: {names}. اذكر كيف حُسم ومن انتُخب.',
    fr: 'Égalité pour {places} siège(s) entre : {names}. Dites comment elle est levée et qui est élu.',
    en: 'A tie for {places} seat(s) between: {names}. Tell how it was resolved and who is elected.',
    source: ARTICLE_11,
  },
  NOTHING_TO_FILL: {
    ar: 'لا مقعد شاغر لهذا المنصب.',
    fr: 'Aucun siège n’est vacant pour ce poste.',
    en: 'No seat of this office is vacant.',
    source: ARTICLE_11,
  },
  SEAT_VACANT: {
    ar: 'هذا المقعد شاغر.',
    fr: 'Ce siège est vacant.',
    en: 'This seat is vacant.',
    source: ARTICLE_11,
  },
  SEAT_HELD: {
    ar: 'هذا المقعد مشغول.',
    fr: 'Ce siège est occupé.',
    en: 'This seat is held.',
    source: ARTICLE_11,
  },
});
