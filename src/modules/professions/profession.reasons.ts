import { reasons } from '../../platform/errors/reason.ts';

export const NOMENCLATURE = reasons({
  NO_SUCH_CODE: {
    ar: '"{code}" ليس من الرموز المعروفة وعددها {count}، مثل {examples}.',
    fr: '« {code} » n’est pas un des {count} codes, tels {examples}.',
    en: '"{code}" is not one of the {count} codes, such as {examples}.',
    source: 'Decree 2.21.991, annex; decree 2.21.437, art. 27',
  },
  NO_SUCH_WAVE: {
    ar: 'لا مرحلة إطلاق بالرقم {wave}؛ لائحتها في الاستعلام waves.',
    fr: 'Il n’y a pas de vague {wave} ; la requête « waves » en donne la liste.',
    en: 'There is no wave {wave}; the query "waves" lists them.',
    source: 'hiraf',
  },
});
