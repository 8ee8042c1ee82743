import { reasons } from '../../platform/errors/reason.ts';

export const ROADMAP = reasons({
  NOT_A_REGION: {
    ar: 'المرحلة لجهة كاملة أو للمملكة.',
    fr: 'Une phase est d’une région entière ou de la nation.',
    en: 'A phase is of a whole region or of the nation.',
    source: 'hiraf',
  },
  NO_SUCH_WAVE: {
    ar: 'لا مرحلة إطلاق بالرقم {wave}.',
    fr: 'Il n’y a pas de vague {wave}.',
    en: 'There is no wave {wave}.',
    source: 'Query waves',
  },
  ELSEWHERE: {
    ar: 'الإقليم ليس من جهة المرحلة.',
    fr: 'Cette province n’est pas de la région de la phase.',
    en: 'This province is not of the region of the phase.',
    source: 'hiraf',
  },
  REACHED: {
    ar: 'تحقق هذا في {day}.',
    fr: 'Ceci fut atteint le {day}.',
    en: 'This was reached on {day}.',
    source: 'hiraf',
  },
});
