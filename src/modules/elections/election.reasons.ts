import { reasons } from '../../platform/errors/reason.ts';

const ARTICLE_11 = 'Law 50.17, art. 11; assumed until the model statutes are found';

export const ELECTION_REASONS = reasons({
  NOT_ELECTING: {
    ar: 'لا انتخاب من هذا النوع لهيئة في الحالة {state}.',
    fr: 'Une corporation dans l’état {state} ne tient pas cette élection.',
    en: 'A body in the state {state} does not hold such an election.',
    source: ARTICLE_11,
  },
  ELECTION_PENDING: {
    ar: 'يوجد انتخاب مفتوح من هذا النوع لهذه الهيئة.',
    fr: 'Une telle élection est déjà ouverte pour cette corporation.',
    en: 'Such an election is open for this body already.',
    source: ARTICLE_11,
  },
  NO_DELEGATES_ABOVE: {
    ar: 'الهيئة الوطنية لا ترسل مندوبين.',
    fr: 'La corporation nationale n’envoie pas de délégués.',
    en: 'The national body sends no delegates.',
    source: ARTICLE_11,
  },
  NO_ELECTOR: {
    ar: 'لا يحق لهذا الشخص التصويت ولا الترشح في هذه الهيئة.',
    fr: 'Cette personne ne peut voter ni se présenter pour cette corporation.',
    en: 'This person may neither vote nor stand for this body.',
    source: ARTICLE_11,
  },
  STANDS_ALREADY: {
    ar: 'هذا الشخص مترشح في هذا الانتخاب.',
    fr: 'Cette personne est déjà candidate à cette élection.',
    en: 'This person stands in this election already.',
    source: ARTICLE_11,
  },
  WITHDRAWN: {
    ar: 'انسحب هذا المترشح في {day}.',
    fr: 'Cette candidature fut retirée le {day}.',
    en: 'This candidate withdrew on {day}.',
    source: 'hiraf',
  },
  ONE_DELEGATION: {
    ar: 'هذا الشخص مندوب الهيئة من قبل.',
    fr: 'Cette personne est déjà déléguée de la corporation.',
    en: 'This person is a delegate of the body already.',
    source: 'One delegation per person',
  },
  ONE_SEAT: {
    ar: 'لهذا الشخص مقعد في المكتب.',
    fr: 'Cette personne tient déjà un siège du bureau.',
    en: 'This person holds a seat of the board already.',
    source: 'One seat per person',
  },
  OFFICE_NEEDED: {
    ar: 'في انتخاب المكتب يُذكر المنصب، ولا يُذكر في انتخاب المندوبين.',
    fr: 'On nomme le poste pour un bureau, et aucun pour des délégués.',
    en: 'An office is named for a board, and none for delegates.',
    source: ARTICLE_11,
  },
  VOTED_ALREADY: {
    ar: 'صوّت هذا الشخص.',
    fr: 'Cette personne a déjà voté.',
    en: 'This person has voted already.',
    source: 'One artisan, one vote',
  },
});
