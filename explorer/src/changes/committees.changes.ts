import type { ChangeGroup } from './change.ts';
import { dayFrom, freshKey, idOf, VERSION_READ } from './values.ts';

const committee = () => ({ committeeId: idOf('committee'), expectedVersion: VERSION_READ });

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
        input: { idempotencyKey: freshKey(), territory: 'MA-FES', bodyClass: 'LEATHER', plannedOn: dayFrom(30) },
      }),
    },
    {
      id: 'constitute-committee',
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
          ...committee(),
          formedOn: dayFrom(0),
          members: [
            { capacity: 'ARTISAN', artisanId: idOf('artisan'), chair: true },
            { capacity: 'ARTISAN', artisanId: idOf('second artisan') },
            { capacity: 'ARTISAN', artisanId: idOf('third artisan') },
            { capacity: 'CHAMBER', nameAr: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui' },
            { capacity: 'ADMINISTRATION', nameAr: 'كريم التازي', nameLatin: 'Karim Tazi' },
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
        input: { ...committee(), member: { capacity: 'AMIN', nameAr: 'إدريس الفاسي', nameLatin: 'Driss El Fassi' } },
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
      variables: () => ({ input: { ...committee(), present: 5, draftedOn: dayFrom(0) } }),
    },
  ],
};
