import { reasons } from '../../platform/errors/reason.ts';

export const ROADMAP = reasons({
  REACHED: {
    ar: 'تحقق هذا في {day}.',
    fr: 'Ceci fut atteint le {day}.',
    en: 'This was reached on {day}.',
    source: 'hiraf',
  },
});
