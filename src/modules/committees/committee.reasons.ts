import { reasons } from '../../platform/errors/reason.ts';

const ARTICLE_11 = 'Law 50.17, art. 11; assumed until the model statutes are found';

export const COMMITTEE_REASONS = reasons({
  COMMITTEE_EXISTS: {
    ar: 'توجد لجنة تحضيرية قائمة لهذا الصنف في هذا المجال.',
    fr: 'Un comité préparatoire existe déjà pour cette catégorie en ce territoire.',
    en: 'A preparatory committee stands for this class and territory already.',
    source: ARTICLE_11,
  },
  ONE_CHAIR: {
    ar: 'يلزم رئيس واحد للجنة.',
    fr: 'Il faut un président du comité, et un seul.',
    en: 'A committee has exactly one chair.',
    source: ARTICLE_11,
  },
  MEMBER_NAMED: {
    ar: 'اذكر اسم من ليس صانعا بالعربية وبالحروف اللاتينية؛ والصانع يُعرف بمعرّفه.',
    fr: 'Nommez en arabe et en lettres latines qui n’est pas artisan ; un artisan est désigné par son id.',
    en: 'Name whoever is no artisan in Arabic and in Latin letters; an artisan is given by id.',
    source: ARTICLE_11,
  },
  MEMBER_NOT_ELIGIBLE: {
    ar: 'هذا الصانع ليس مسجلا في مهنة من الصنف داخل هذا المجال.',
    fr: 'Cet artisan n’est pas inscrit dans un métier de la catégorie en ce territoire.',
    en: 'This artisan is not registered in a profession of the class in this territory.',
    source: ARTICLE_11,
  },
  MEMBER_REPEATED: {
    ar: 'هذا الشخص عضو في اللجنة من قبل.',
    fr: 'Cette personne siège déjà au comité.',
    en: 'This person sits in the committee already.',
    source: ARTICLE_11,
  },
  COMMITTEE_QUORUM: {
    ar: 'حضر {present} من {members}، والنصاب {required}.',
    fr: '{present} sur {members} étaient présents ; le quorum est de {required}.',
    en: 'The quorum is {required}; {present} of {members} members were present.',
    source: 'Assumed: half of the members',
  },
  MANDATE_RUNS: {
    ar: 'لم تنته مدة اللجنة بعد ({day}).',
    fr: 'Le mandat du comité court encore ({day}).',
    en: 'The mandate of the committee still runs ({day}).',
    source: ARTICLE_11,
  },
});
