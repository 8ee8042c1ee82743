import type { ChangeGroup } from './change.ts';
import { ARTISAN_ID, BODY_CLASS, NAME_AR, NAME_LATIN, TERRITORY } from './blanks.ts';
import { day, FLAG, freshKey, id, number, oneOf, VERSION } from './values.ts';

const COMMITTEE = {
  committeeId: id({ ar: 'اللجنة', fr: 'du comité', en: 'the committee' }),
  expectedVersion: VERSION,
};
/** Whoever is in a committee and no artisan, by name. */
const BY_NAME = {
  capacity: oneOf('AMIN', 'ASSOCIATION', 'CHAMBER', 'ADMINISTRATION'),
  nameAr: NAME_AR,
  nameLatin: NAME_LATIN,
};

export const COMMITTEES: ChangeGroup = {
  id: 'committees',
  title: { ar: 'اللجان التحضيرية', fr: 'Comités préparatoires', en: 'Preparatory committees' },
  changes: [
    {
      id: 'plan-committee',
      need: 'capture',
      title: { ar: 'برمجة لجنة تحضيرية', fr: 'Prévoir un comité', en: 'Plan a committee' },
      description: {
        ar: 'لجنة لصنف في إقليم أو جهة أو على الصعيد الوطني.',
        fr: 'Pour une catégorie, dans une province, une région ou la nation.',
        en: 'For a class, in a province, a region or the nation.',
      },
      shownBy: ['body-classes', 'regions'],
      variables: () => ({
        input: {
          idempotencyKey: freshKey(),
          territory: TERRITORY,
          bodyClass: BODY_CLASS,
          plannedOn: day({ ar: 'اليوم المبرمج لتشكيلها', fr: 'jour prévu de sa constitution', en: 'day planned' }),
        },
      }),
    },
    {
      id: 'form-committee',
      need: 'capture',
      title: { ar: 'تشكيل لجنة', fr: 'Constituer un comité', en: 'Constitute a committee' },
      description: {
        ar: 'أعضاؤها، ولها رئيس واحد.',
        fr: 'Ses membres, dont un président et un seul.',
        en: 'Its members, exactly one of them the chair.',
      },
      shownBy: ['committees', 'artisans'],
      variables: () => ({
        input: {
          ...COMMITTEE,
          formedOn: day({ ar: 'يوم تشكيلها', fr: 'jour de sa constitution', en: 'day on which it was formed' }),
          members: [
            { capacity: oneOf('ARTISAN'), artisanId: ARTISAN_ID, chair: FLAG },
            { ...BY_NAME, chair: FLAG },
          ],
        },
      }),
    },
    {
      id: 'add-committee-member',
      need: 'capture',
      title: { ar: 'إضافة عضو إلى لجنة', fr: 'Ajouter un membre', en: 'Add a member' },
      description: {
        ar: 'أمين حرفة مثلا، في لجنة مشكَّلة.',
        fr: 'Un amine, par exemple, à un comité constitué.',
        en: 'An amin, say, to a committee that is formed.',
      },
      shownBy: ['committees'],
      variables: () => ({
        input: { ...COMMITTEE, member: BY_NAME },
      }),
    },
    {
      id: 'draft-statutes',
      need: 'capture',
      title: { ar: 'إعداد مشروع النظام الأساسي', fr: 'Arrêter le projet de statuts', en: 'Draft the statutes' },
      description: {
        ar: 'بنصاب نصف أعضاء اللجنة.',
        fr: 'Avec le quorum : la moitié des membres du comité.',
        en: 'With a quorum of half of the committee.',
      },
      shownBy: ['committees'],
      variables: () => ({
        input: {
          ...COMMITTEE,
          present: number({ ar: 'عدد الأعضاء الحاضرين', fr: 'nombre de membres présents', en: 'members present' }),
          draftedOn: day({ ar: 'يوم الإعداد', fr: 'jour où il fut arrêté', en: 'day on which they were drafted' }),
        },
      }),
    },
  ],
};
