import { reasons } from '../../platform/errors/reason.ts';

const ARTICLE_8 = 'Decree 2.21.437, art. 8';

export const REGISTER = reasons({
  NATIONAL_ID_MALFORMED: {
    ar: 'رقم البطاقة الوطنية حرف أو حرفان لاتينيان ثم من 4 إلى 7 أرقام، مثل BK654321.',
    fr: 'Le numéro de CNIE a une ou deux lettres puis 4 à 7 chiffres, tel BK654321.',
    en: 'A national identity number is one or two letters and 4 to 7 digits, such as BK654321.',
    source: ARTICLE_8,
  },
  COMPANY_ID_MALFORMED: {
    ar: 'التعريف الموحد للمقاولة 15 رقما تقبل القسمة على 97، وليست التسعة الأولى منها أصفارا، مثل 001234567000062.',
    fr: 'L’ICE a 15 chiffres, dont le nombre entier est divisible par 97 et les neuf premiers ne sont pas tous nuls, tel 001234567000062.',
    en: 'A common company identifier (ICE) is 15 digits, divisible by 97 as a whole, the first nine not all zeros, such as 001234567000062.',
    source: 'ICE: 9 digits, 4 for the establishment, 2 for control',
  },
  PHONE_MALFORMED: {
    ar: 'هذا ليس رقم هاتف صحيحا. اكتب رقما مغربيا واحدا مثل 0612345678، أو رقما دوليا مثل +33612345678.',
    fr: 'Ceci n’est pas un numéro de téléphone valable. Donnez un seul numéro, marocain tel 0612345678 ou international tel +33612345678.',
    en: 'This is not a valid telephone number. Give one number, Moroccan such as 0612345678 or international such as +33612345678.',
    source: 'ITU-T E.164',
  },
  PERSON_NEEDS: {
    ar: 'هذا الحقل واجب على الصانع والصانع «لمعلم».',
    fr: 'Un artisan ou maître artisan doit l’indiquer.',
    en: 'An artisan or master artisan must state this.',
    source: ARTICLE_8,
  },
  ORGANISATION_NEEDS: {
    ar: 'هذا الحقل واجب على التعاونية والمقاولة.',
    fr: 'Une coopérative ou entreprise doit l’indiquer.',
    en: 'A cooperative or enterprise must state this.',
    source: ARTICLE_8,
  },
  PERSONS_ONLY: {
    ar: 'هذا الحقل خاص بالأشخاص؛ لا تملأه لتعاونية أو مقاولة.',
    fr: 'Ceci ne vaut que pour les personnes ; omettez-le pour une coopérative ou entreprise.',
    en: 'This is of persons only; leave it out for a cooperative or enterprise.',
    source: ARTICLE_8,
  },
  ORGANISATIONS_ONLY: {
    ar: 'هذا الحقل خاص بالتعاونيات والمقاولات؛ لا تملأه لشخص.',
    fr: 'Ceci ne vaut que pour les coopératives et entreprises ; omettez-le pour une personne.',
    en: 'This is of cooperatives and enterprises only; leave it out for a person.',
    source: ARTICLE_8,
  },
  TOO_YOUNG: {
    ar: 'من ولد في هذا اليوم لم يبلغ {age} سنة يوم الطلب، {appliedOn}.',
    fr: 'Une personne née ce jour avait moins de {age} ans le jour de la demande, le {appliedOn}.',
    en: 'A person born on this day was under {age} on the day of the application, {appliedOn}.',
    source: 'Labour code (law 65.99), art. 143',
  },
  TOO_OLD: {
    ar: 'من ولد في هذا اليوم تجاوز {age} سنة يوم الطلب، {appliedOn}.',
    fr: 'Une personne née ce jour avait plus de {age} ans le jour de la demande, le {appliedOn}.',
    en: 'A person born on this day was over {age} on the day of the application, {appliedOn}.',
    source: 'hiraf',
  },
  ENTRY_DELETED: {
    ar: 'حُذف هذا القيد من السجل؛ يلزم طلب جديد.',
    fr: 'Cette inscription est radiée ; il faut une nouvelle demande.',
    en: 'This entry is deleted from the register; a new application is needed.',
    source: 'Decree 2.21.437, art. 21',
  },
  HOLDS_OFFICE: {
    ar: 'لهذا الشخص مقعد في مكتب أو صفة مندوب؛ يلزم إنهاؤها أولا.',
    fr: 'Cette personne tient un siège ou une délégation, à quitter d’abord.',
    en: 'This person holds a seat or a delegation, which must end first.',
    source: 'Law 50.17, art. 11; assumed until the model statutes are found',
  },
  OTHER_REGION: {
    ar: 'هذا الإقليم من جهة أخرى؛ يلزم عرض إحالة على تلك الجهة.',
    fr: 'Cette province est d’une autre région ; il faut lui proposer un transfert.',
    en: 'This province is of another region, to which a hand-over must be offered.',
    source: 'hiraf',
  },
});
