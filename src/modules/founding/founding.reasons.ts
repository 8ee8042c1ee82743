import { reasons } from '../../platform/errors/reason.ts';

const ARTICLE_11 = 'Law 50.17, art. 11; assumed until the model statutes are found';

export const FOUNDING = reasons({
  BODY_EXISTS: {
    ar: 'توجد هيئة لهذا الصنف في هذا المجال.',
    fr: 'Une corporation existe déjà pour cette catégorie en ce territoire.',
    en: 'A body stands for this class and territory already.',
    source: 'Law 50.17, art. 11 to 13: one body for each class and territory',
  },
  NO_COMMITTEE: {
    ar: 'لا توجد لجنة تحضيرية في الحالة {needed}.',
    fr: 'Aucun comité préparatoire n’est dans l’état {needed}.',
    en: 'No preparatory committee stands in the state {needed}.',
    source: ARTICLE_11,
  },
  NOTICE_TOO_SHORT: {
    ar: 'بين الدعوة والجمع {actual} يوما، ويلزم {required}.',
    fr: 'La convocation précède l’assemblée de {actual} jours ; il en faut {required}.',
    en: 'The call precedes the assembly by {actual} days; {required} are needed.',
    source: 'Rule ASSEMBLY_NOTICE_DAYS',
  },
  ASSEMBLY_PENDING: {
    ar: 'دُعي إلى جمع عام لهذه الهيئة ولم ينعقد بعد.',
    fr: 'Une assemblée est déjà convoquée pour cette corporation.',
    en: 'An assembly is called for this body already.',
    source: ARTICLE_11,
  },
  CONVENED_MISMATCH: {
    ar: 'تُدعى {due} من المندوبين، لا {given}.',
    fr: 'Ce sont {due} délégués qu’il faut convoquer, non {given}.',
    en: 'There are {due} delegates to convene, not {given}.',
    source: ARTICLE_11,
  },
  MORE_THAN_CONVENED: {
    ar: 'لا يحضر أكثر من {convened} مدعوا.',
    fr: 'Il ne peut y avoir plus de présents que les {convened} convoqués.',
    en: 'No more can be present than the {convened} who were convened.',
    source: ARTICLE_11,
  },
  NO_QUORUM: {
    ar: 'حضر {present} والنصاب {required}: لا تُعتمد الأنظمة الأساسية.',
    fr: '{present} présents pour un quorum de {required} : les statuts ne peuvent être adoptés.',
    en: 'The quorum is {required} and {present} were present: no statutes can be adopted.',
    source: 'Rules ASSEMBLY_QUORUM and ASSEMBLY_SECOND_QUORUM',
  },
  NOT_READY: {
    ar: 'شرط غير مستوف: {rule} (المطلوب {required}، والموجود {actual}). المصدر: {source}.',
    fr: 'Condition non remplie : {rule} (il faut {required}, il y a {actual}). Source : {source}.',
    en: 'A condition is not met: {rule} (needs {required}, has {actual}). Source: {source}.',
    source: 'The dated rules: query rules',
  },
  NO_PRESIDENT: {
    ar: 'لا رئيس للمكتب: يُنتخب الرئيس قبل التأسيس.',
    fr: 'Le bureau n’a pas de président : il s’élit avant la fondation.',
    en: 'The board has no president: one is elected before the foundation.',
    source: 'Law 50.17, art. 11: a president and a board are elected before a body is founded',
  },
  NOT_OF_A_PROVINCE: {
    ar: 'هذا من اختصاص المديرية الجهوية أو الإدارة المركزية.',
    fr: 'Ceci revient à la direction régionale ou à l’administration centrale.',
    en: 'This is for an officer of the region or of the centre.',
    source: ARTICLE_11,
  },
  PROVINCIAL_ONLY: {
    ar: 'الانخراط يكون في الهيئات الإقليمية.',
    fr: 'On n’adhère qu’aux corporations provinciales.',
    en: 'Only provincial bodies have members.',
    source: ARTICLE_11,
  },
  NOT_ELIGIBLE: {
    ar: 'يلزم أن يكون مسجلا وممارسا لمهنة من الصنف في إقليم الهيئة.',
    fr: 'Il faut être inscrit et exercer un métier de la catégorie dans la province.',
    en: 'A member is registered and practises a profession of the class in the province.',
    source: 'Domain invariant: registered, practising, profession of the class, same province',
  },
  MEMBER_ELSEWHERE: {
    ar: 'هذا الصانع عضو في هيئة.',
    fr: 'Cet artisan est déjà membre d’une corporation.',
    en: 'This artisan is a member of a body already.',
    source: ARTICLE_11,
  },
  NO_MEMBER: {
    ar: 'هذا الصانع ليس عضوا في هذه الهيئة.',
    fr: 'Cet artisan n’est pas membre de cette corporation.',
    en: 'This artisan is no member of this body.',
    source: ARTICLE_11,
  },
});
