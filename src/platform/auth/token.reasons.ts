import { reasons } from '../errors/reason.ts';

const JWT = 'RFC 7519';
const BEARER = 'RFC 6750';
const HIRAF = 'hiraf';

/** Why a token is refused. */
export const TOKEN = reasons({
  NOT_BEARER: {
    ar: 'الترويسة Authorization ليست على الشكل "Bearer <token>".',
    fr: 'L’en-tête Authorization n’est pas de la forme « Bearer <token> ».',
    en: 'The Authorization header is not "Bearer <token>".',
    source: BEARER,
  },
  TOKEN_UNREADABLE: {
    ar: 'ليس هذا رمز JSON Web Token يمكن قراءته.',
    fr: 'Le jeton n’est pas un JSON Web Token lisible.',
    en: 'The token is not a JSON Web Token that can be read here.',
    source: JWT,
  },
  TOKEN_ALGORITHM: {
    ar: 'لم يوقَّع الرمز بإحدى الخوارزميات: {algorithms}.',
    fr: 'Le jeton n’est pas signé par l’un de ces algorithmes : {algorithms}.',
    en: 'The token is not signed by one of {algorithms}.',
    source: JWT,
  },
  TOKEN_KEY_UNKNOWN: {
    ar: 'المفتاح الذي وُقّع به الرمز غير معروف هنا.',
    fr: 'Le jeton est signé par une clé inconnue ici.',
    en: 'The token is signed by a key that is not known here.',
    source: JWT,
  },
  TOKEN_KEY_UNNAMED: {
    ar: 'لا يذكر الرمز مفتاحه ("kid")، وقد يكون واحدا من عدة مفاتيح.',
    fr: 'Le jeton ne nomme pas sa clé (« kid »), et plusieurs clés peuvent être la sienne.',
    en: 'The token does not name its key ("kid"), and several keys could be the one.',
    source: JWT,
  },
  TOKEN_SIGNATURE: {
    ar: 'توقيع الرمز غير صحيح.',
    fr: 'La signature du jeton n’est pas valable.',
    en: 'The signature of the token is not valid.',
    source: JWT,
  },
  TOKEN_EXPIRED: {
    ar: 'انتهت صلاحية الرمز. اطلب رمزا جديدا.',
    fr: 'Le jeton a expiré. Demandez-en un nouveau.',
    en: 'The token has expired. Get a new one.',
    source: JWT,
  },
  TOKEN_CLAIM: {
    ar: 'البيان "{claim}" في الرمز غائب أو غير صحيح؛ المطلوب: {expected}.',
    fr: 'La mention « {claim} » du jeton manque ou n’est pas valable ; il faut : {expected}.',
    en: 'The claim "{claim}" of the token is missing or not valid; it must be {expected}.',
    source: JWT,
  },
  TOKEN_FROM_FUTURE: {
    ar: 'تاريخ إصدار الرمز ("iat") في المستقبل. راجع ساعة الجهة التي أصدرته.',
    fr: 'Le jeton est émis dans le futur (« iat »). Vérifiez l’horloge de l’émetteur.',
    en: 'The token was issued in the future ("iat"). Check the clock of its issuer.',
    source: JWT,
  },
  TOKEN_LIVES_TOO_LONG: {
    ar: 'مدة صلاحية الرمز {life} دقيقة، والحد الأقصى {limit} دقيقة من "iat" إلى "exp".',
    fr: 'Le jeton vaut {life} minutes ; de « iat » à « exp », {limit} au plus sont admises.',
    en: 'The token lives for {life} minutes; {limit} are the most, from "iat" to "exp".',
    source: HIRAF,
  },
  TOKEN_NEEDS_REGION: {
    ar: 'لا يذكر الرمز أي جهة ("region")، والدور {role} يحتاج إليها.',
    fr: 'Le jeton ne nomme pas de région (« region ») ; le rôle {role} en demande une.',
    en: 'The token names no region ("region"); the role {role} needs one.',
    source: HIRAF,
  },
  TOKEN_NEEDS_PROVINCE: {
    ar: 'لا يذكر الرمز أي إقليم ("province")، والدور {role} يحتاج إليه.',
    fr: 'Le jeton ne nomme pas de province (« province ») ; le rôle {role} en demande une.',
    en: 'The token names no province ("province"); the role {role} needs one.',
    source: HIRAF,
  },
  TOKEN_PROVINCE_UNKNOWN: {
    ar: 'يذكر الرمز الإقليم "{province}"، ولا وجود له.',
    fr: 'Le jeton nomme la province « {province} », qui n’existe pas.',
    en: 'The token names the province "{province}", which does not exist.',
    source: HIRAF,
  },
  TOKEN_PROVINCE_ELSEWHERE: {
    ar: 'يذكر الرمز الجهة {region} والإقليم {province} الذي ليس منها.',
    fr: 'Le jeton nomme la région {region} et la province {province}, qui n’en fait pas partie.',
    en: 'The token names the region {region} and the province {province}, which is not of it.',
    source: HIRAF,
  },
  TOKEN_TOO_MUCH: {
    ar: 'يذكر الرمز البيان "{claim}"، ولا يجوز ذلك مع الدور {role}.',
    fr: 'Le jeton porte la mention « {claim} », que le rôle {role} ne peut avoir.',
    en: 'The token has the claim "{claim}", which the role {role} must not have.',
    source: HIRAF,
  },
  KEYS_UNAVAILABLE: {
    ar: 'تعذر تحميل مفاتيح الرموز الآن، فلا يمكن التحقق من هذا الرمز. أعد المحاولة بعد {seconds} ثوان.',
    fr: 'Les clés des jetons ne peuvent être chargées en ce moment ; ce jeton n’a pu être vérifié. Réessayez dans {seconds} secondes.',
    en: 'The keys of tokens cannot be loaded at the moment, so that this token was not checked. Try again in {seconds} seconds.',
    source: HIRAF,
  },
});

/** What a claim must be, in words. */
export const EXPECTED = {
  sub: {
    ar: 'من 1 إلى 128 حرفا من حروف ASCII الظاهرة، مثل officer-17',
    fr: '1 à 128 caractères ASCII visibles, tel officer-17',
    en: '1 to 128 visible ASCII characters, such as officer-17',
  },
  iat: {
    ar: 'لحظة الإصدار بالثواني منذ 1970',
    fr: 'l’instant d’émission, en secondes depuis 1970',
    en: 'the moment of issue in seconds since 1970',
  },
  exp: {
    ar: 'لحظة الانتهاء بالثواني منذ 1970',
    fr: 'l’instant d’expiration, en secondes depuis 1970',
    en: 'the moment of expiry in seconds since 1970',
  },
  nbf: {
    ar: 'لحظة مضت، بالثواني منذ 1970',
    fr: 'un instant passé, en secondes depuis 1970',
    en: 'a moment that has passed, in seconds since 1970',
  },
  region: { ar: 'رمز من MA-01 إلى MA-12', fr: 'un code de MA-01 à MA-12', en: 'a code from MA-01 to MA-12' },
  province: {
    ar: 'رمز مثل MA-FES أو 03.231',
    fr: 'un code tel MA-FES ou 03.231',
    en: 'a code such as MA-FES or 03.231',
  },
  other: {
    ar: 'ما تنتظره هذه الخدمة',
    fr: 'ce que ce service attend',
    en: 'what this service expects',
  },
} as const;
