import { reasons } from './reason.ts';

const API = 'hiraf';

/** Reasons that any command may give. */
export const COMMON = reasons({
  NO_TOKEN: {
    ar: 'هذا يتطلب رمز دخول. أرسله في الترويسة "Authorization: Bearer <token>".',
    fr: 'Ceci demande un jeton. Envoyez-le ainsi : « Authorization: Bearer <token> ».',
    en: 'This needs a token. Send it as "Authorization: Bearer <token>".',
    source: API,
  },
  NO_GRANT: {
    ar: 'هذا يتطلب الإذن "{grant}"، ولا يملكه الدور {role} في أي مكان.',
    fr: 'Ceci demande l’habilitation « {grant} », que le rôle {role} n’a nulle part.',
    en: 'This needs the grant "{grant}", which the role {role} has nowhere.',
    source: API,
  },
  OUT_OF_REACH: {
    ar: 'هذا خارج مجال صلاحياتك.',
    fr: 'Ceci est hors de portée de vos habilitations.',
    en: 'This is out of the reach of your grants.',
    source: API,
  },
  NOT_FOUND: {
    ar: 'لا يوجد شيء بهذا المعرّف في مجالك.',
    fr: 'Introuvable : rien ne porte cet identifiant, ou vous ne pouvez pas le lire.',
    en: 'Not found: there is nothing with this id, or you may not read it.',
    source: API,
  },
  CENTRAL_ONLY: {
    ar: 'هذا من اختصاص الإدارة المركزية.',
    fr: 'Ceci revient à l’administration centrale.',
    en: 'This is for a central officer.',
    source: API,
  },
  STALE_VERSION: {
    ar: 'تغيّر هذا منذ أن قرأته: النسخة الحالية {version} وأنت تنتظر {expected}. اقرأه ثم أعد المحاولة.',
    fr: 'Ceci a changé depuis votre lecture : la version est {version}, vous attendiez {expected}. Relisez, puis recommencez.',
    en: 'This has changed since you read it: its version is {version}, you expected {expected}. Read it again, then retry.',
    source: API,
  },
  WRONG_STATE: {
    ar: 'الحالة {state} لا تسمح بهذا؛ الحالات المسموح بها: {allowed}.',
    fr: 'L’état {state} ne le permet pas ; il faut : {allowed}.',
    en: 'The state {state} does not allow this; it needs {allowed}.',
    source: API,
  },
  EMPTY_TEXT: {
    ar: 'هذا النص فارغ.',
    fr: 'Ce texte est vide.',
    en: 'This text is empty.',
    source: API,
  },
  TEXT_TOO_LONG: {
    ar: 'هذا النص أطول من {limit} حرفا.',
    fr: 'Ce texte dépasse {limit} caractères.',
    en: 'This text is longer than {limit} characters.',
    source: API,
  },
  DAY_IN_FUTURE: {
    ar: 'لا يمكن أن يكون هذا اليوم في المستقبل.',
    fr: 'Ce jour ne peut être à venir.',
    en: 'This day cannot be in the future.',
    source: API,
  },
  DAY_BEFORE: {
    ar: 'لا يمكن أن يسبق هذا اليوم {earliest}.',
    fr: 'Ce jour ne peut précéder le {earliest}.',
    en: 'This day cannot be before {earliest}.',
    source: API,
  },
  NOT_POSITIVE: {
    ar: 'يجب أن يكون هذا العدد موجبا.',
    fr: 'Ce nombre doit être positif.',
    en: 'This number must be positive.',
    source: API,
  },
  TOO_MANY: {
    ar: 'العدد أكبر من {limit}.',
    fr: 'Il y en a plus de {limit}.',
    en: 'There are more than {limit} of these.',
    source: API,
  },
  KEY_REUSED: {
    ar: 'استُعمل هذا المفتاح من قبل لطلب آخر. خذ مفتاحا جديدا لكل عملية.',
    fr: 'Cette clé a déjà servi à une autre demande. Prenez une clé nouvelle pour chaque acte.',
    en: 'This key was used before for another request. Take a new key for each act.',
    source: API,
  },
  KEY_MALFORMED: {
    ar: 'يتكون المفتاح من 8 إلى 128 من الحروف اللاتينية والأرقام والرموز . _ : -',
    fr: 'Une clé a de 8 à 128 lettres latines, chiffres et signes . _ : -',
    en: 'A key has 8 to 128 Latin letters, digits and these signs: ". _ : -".',
    source: API,
  },
  REPEATED: {
    ar: 'هذا يكرر شيئا يجب أن يكون وحيدا.',
    fr: 'Ceci répète ce qui doit être unique.',
    en: 'This would repeat something that must be unique.',
    source: API,
  },
  BAD_CHARACTER: {
    ar: 'في النص حرف لا يمكن حفظه.',
    fr: 'Un texte contient un caractère qui ne peut être gardé, tel NUL.',
    en: 'A text holds a character that cannot be stored, such as NUL.',
    source: API,
  },
  MORE_REASONS: {
    ar: 'وهناك {count} خطأ آخر.',
    fr: 'Il y a encore {count} autres erreurs.',
    en: 'There are {count} more faults.',
    source: API,
  },
  UNAVAILABLE: {
    ar: 'قاعدة المعطيات غير متاحة الآن. أعد المحاولة بعد لحظات.',
    fr: 'La base de données est indisponible pour le moment. Réessayez dans quelques instants.',
    en: 'The database is not available at the moment. Try again shortly.',
    source: API,
  },
  UNAVAILABLE_KEYED: {
    ar: 'قاعدة المعطيات غير متاحة الآن. أعد المحاولة بالمفتاح نفسه: لن يُكتب شيء مرتين.',
    fr: 'La base de données est indisponible pour le moment. Réessayez avec la même clé : rien ne sera écrit deux fois.',
    en: 'The database is not available at the moment. Try again with the same key: nothing is written twice.',
    source: API,
  },
  TOO_BUSY: {
    ar: 'الخادم مشغول الآن. أعد المحاولة بعد {seconds} ثانية.',
    fr: 'Le serveur est trop occupé. Réessayez dans {seconds} s.',
    en: 'The server is too busy. Try again in {seconds} s.',
    source: API,
  },
  BUDGET_EXHAUSTED: {
    ar: 'استنفدت ميزانيتك لهذه الدقيقة ({perMinute} نقطة). أعد المحاولة بعد {seconds} ثانية.',
    fr: 'Votre budget de cette minute ({perMinute} points) est épuisé. Réessayez dans {seconds} s.',
    en: 'Your budget for this minute ({perMinute} points) is spent. Try again in {seconds} s.',
    source: API,
  },
  GROUP_BUDGET_EXHAUSTED: {
    ar: 'استنفدت مجموعتك ميزانيتها المشتركة لهذه الدقيقة ({perMinute} نقطة). أعد المحاولة بعد {seconds} ثانية.',
    fr: 'Le budget commun de votre groupe pour cette minute ({perMinute} points) est épuisé. Réessayez dans {seconds} s.',
    en: 'The budget that your group shares for this minute ({perMinute} points) is spent. Try again in {seconds} s.',
    source: API,
  },
  TOO_MANY_AT_ONCE: {
    ar: 'لديك عمليات كثيرة في وقت واحد. انتظر جواب بعضها ثم أعد المحاولة.',
    fr: 'Trop d’opérations à la fois. Attendez la réponse de quelques-unes, puis réessayez.',
    en: 'You run too many operations at once. Wait for the answers of some, then try again.',
    source: API,
  },
});
