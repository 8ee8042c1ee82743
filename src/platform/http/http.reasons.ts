import type { Language } from '../errors/reason.ts';

/** Why a request is refused before GraphQL is reached: the status, a stable code, and the text in each language. */
export interface HttpReason extends Readonly<Record<Language, string>> {
  readonly status: number;
  readonly code: string;
}

const SAMPLE = '{"query":"{ nation { code } }"}';

export const HTTP = {
  NOT_HTTP: {
    status: 400,
    code: 'BAD_REQUEST',
    ar: 'ليس هذا طلب HTTP/1.1 سليما.',
    fr: 'Ce n’est pas une requête HTTP/1.1 valable.',
    en: 'This is not a valid HTTP/1.1 request.',
  },
  BAD_HOST: {
    status: 400,
    code: 'BAD_REQUEST',
    ar: 'الترويسة Host غائبة أو غير سليمة. أرسل اسم الخادم فيها، مثل "Host: api.example.ma".',
    fr: 'L’en-tête Host manque ou n’est pas valable. Mettez-y le nom du serveur, comme « Host: api.example.ma ».',
    en: 'The header Host is missing or not valid. Send the name of the server in it, such as "Host: api.example.ma".',
  },
  BAD_URL: {
    status: 400,
    code: 'BAD_REQUEST',
    ar: 'العنوان ليس UTF-8 بترميز النسبة المئوية (RFC 3986). رمّز كل حرف ببايتاته، مثل %D8%B5 للحرف ص.',
    fr: 'L’URL n’est pas de l’UTF-8 encodé en pourcents (RFC 3986). Encodez chaque octet, comme %C3%A9 pour é.',
    en: 'The URL is not percent-encoded UTF-8 (RFC 3986). Encode each byte, such as %C3%A9 for é.',
  },
  BODY_EMPTY: {
    status: 400,
    code: 'BAD_REQUEST',
    ar: `متن الطلب فارغ. أرسل JSON، مثل ${SAMPLE}.`,
    fr: `Le corps de la requête est vide. Envoyez du JSON, comme ${SAMPLE}.`,
    en: `The body of the request is empty. Send JSON, such as ${SAMPLE}.`,
  },
  BODY_NOT_JSON: {
    status: 400,
    code: 'BAD_REQUEST',
    ar: `متن الطلب ليس JSON سليما. أرسل مثلا ${SAMPLE}.`,
    fr: `Le corps de la requête n’est pas du JSON valable. Envoyez par exemple ${SAMPLE}.`,
    en: `The body of the request is not valid JSON. Send for example ${SAMPLE}.`,
  },
  BODY_NOT_UTF8: {
    status: 400,
    code: 'BAD_REQUEST',
    ar: 'متن الطلب ليس UTF-8 سليما. رمّزه كله بالترميز UTF-8.',
    fr: 'Le corps de la requête n’est pas de l’UTF-8 valable. Encodez-le entièrement en UTF-8.',
    en: 'The body of the request is not valid UTF-8. Encode all of it as UTF-8.',
  },
  BODY_CUT: {
    status: 400,
    code: 'BAD_REQUEST',
    ar: 'طول متن الطلب ليس ما تقوله الترويسة Content-Length.',
    fr: 'Le corps de la requête n’a pas la longueur que dit l’en-tête Content-Length.',
    en: 'The body of the request is not as long as the header Content-Length says.',
  },
  SCHEMA_NEEDS_TOKEN: {
    status: 401,
    code: 'UNAUTHENTICATED',
    ar: 'يُعطى المخطط لمن له رمز دخول. أرسله في الترويسة "Authorization: Bearer <token>".',
    fr: 'Le schéma se donne avec un jeton. Envoyez-le ainsi : « Authorization: Bearer <token> ».',
    en: 'The schema is given to viewers with a token. Send it as "Authorization: Bearer <token>".',
  },
  ORIGIN_NOT_ALLOWED: {
    status: 403,
    code: 'ORIGIN_NOT_ALLOWED',
    ar: 'لا يُسمح لصفحات هذا الموقع باستعمال الواجهة من المتصفح. يضيفه مشغّل الخادم إلى CORS_ORIGINS.',
    fr: 'Les pages de cette origine ne peuvent pas appeler l’API depuis un navigateur. L’exploitant l’ajoute à CORS_ORIGINS.',
    en: 'Pages of this origin may not call the API from a browser. The operator adds it to CORS_ORIGINS.',
  },
  NOT_FOUND: {
    status: 404,
    code: 'NOT_FOUND',
    ar: 'لا يوجد شيء هنا. الواجهة البرمجية في /graphql، وصفحة الاستكشاف في /.',
    fr: 'Il n’y a rien ici. L’API est à /graphql, l’explorateur à /.',
    en: 'There is nothing here. The API is at /graphql, the explorer at /.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    ar: 'لا تُستعمل هذه الطريقة هنا. الطرق المقبولة: {allowed}.',
    fr: 'Cette méthode n’a pas cours ici. Méthodes admises : {allowed}.',
    en: 'This method is not allowed here. Use {allowed}.',
  },
  REQUEST_TIMEOUT: {
    status: 408,
    code: 'REQUEST_TIMEOUT',
    ar: 'لم يصل الطلب كاملا في الوقت المحدد. أعد إرساله.',
    fr: 'La requête n’est pas arrivée en entier dans le temps imparti. Renvoyez-la.',
    en: 'The request did not arrive as a whole in the time allowed. Send it again.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
    ar: 'متن الطلب أكبر من {limit} بايت. أرسل أقل دفعة واحدة.',
    fr: 'Le corps de la requête dépasse {limit} octets. Envoyez moins à la fois.',
    en: 'The body of the request is larger than {limit} bytes. Send less at once.',
  },
  URL_TOO_LONG: {
    status: 414,
    code: 'URI_TOO_LONG',
    ar: 'العنوان أطول مما ينبغي. أرسل السؤال بالطريقة POST.',
    fr: 'L’URL est trop longue. Envoyez la question par POST.',
    en: 'The URL is too long. Send the question by POST.',
  },
  NOT_JSON_TYPE: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    ar: 'نوع متن الطلب غير مقبول. أرسله بالترويسة "Content-Type: application/json".',
    fr: 'Ce type de corps n’est pas admis. Envoyez « Content-Type: application/json ».',
    en: 'This type of body is not accepted. Send "Content-Type: application/json".',
  },
  CHARSET_NOT_UTF8: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    ar: 'ترميز الحروف المعلن في Content-Type ليس UTF-8. أرسل متن الطلب بالترميز UTF-8.',
    fr: 'Le charset que dit Content-Type n’est pas UTF-8. Envoyez le corps en UTF-8.',
    en: 'The charset in Content-Type is not UTF-8. Send the body as UTF-8.',
  },
  BODY_COMPRESSED: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    ar: 'لا تُقبل متون مضغوطة. أرسل متن الطلب دون ضغط ودون الترويسة Content-Encoding.',
    fr: 'Un corps comprimé n’est pas admis. Envoyez-le tel quel, sans l’en-tête Content-Encoding.',
    en: 'A compressed body is not accepted. Send it as it is, without the header Content-Encoding.',
  },
  EXPECTATION_FAILED: {
    status: 417,
    code: 'EXPECTATION_FAILED',
    ar: 'لا يُقبل في الترويسة Expect إلا "100-continue".',
    fr: 'L’en-tête Expect n’admet que « 100-continue ».',
    en: 'The header Expect may only be "100-continue".',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    code: 'REQUEST_HEADER_FIELDS_TOO_LARGE',
    ar: 'العنوان والترويسات أكبر من {limit} بايت مجتمعة. أرسل السؤال بالطريقة POST، وترويسات أقل.',
    fr: 'L’URL et les en-têtes dépassent ensemble {limit} octets. Envoyez la question par POST, et moins d’en-têtes.',
    en: 'The URL and the headers together are larger than {limit} bytes. Send the question by POST, and fewer headers.',
  },
  STARTING: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    ar: 'الخادم في طور الإقلاع. أعد المحاولة بعد لحظات.',
    fr: 'Le serveur démarre. Réessayez dans quelques instants.',
    en: 'The server is starting. Try again shortly.',
  },
} as const satisfies Record<string, HttpReason>;
