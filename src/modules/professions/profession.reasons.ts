import { reasons } from '../../platform/errors/reason.ts';

export const NOMENCLATURE = reasons({
  NO_SUCH_CODE: {
    ar: '"{code}" ليس من الرموز المعروفة وعددها {count}، مثل {examples}.',
    fr: '« {code} » n’est pas un des {count} codes, tels {examples}.',
    en: '"{code}" is not one of the {count} codes, such as {examples}.',
    source: 'Decree 2.21.991, annex; decree 2.21.437, art. 27',
  },
});
