import type { ChangeGroup } from './change.ts';
import { dayFrom, freshKey, idOf, VERSION_READ } from './values.ts';

export const CENTRE: ChangeGroup = {
  id: 'centre',
  title: { ar: 'المركز', fr: 'Le centre', en: 'The centre' },
  changes: [
    {
      id: 'change-rule',
      need: 'centre',
      title: { ar: 'تغيير عتبة', fr: 'Changer un seuil', en: 'Change a threshold' },
      description: {
        ar: 'ابتداء من يوم محدد، مع ذكر المصدر.',
        fr: 'À partir d’un jour donné, source à l’appui.',
        en: 'From a day on, with its source.',
      },
      shownBy: ['rules'],
      variables: () => ({
        input: {
          idempotencyKey: freshKey(),
          code: 'ELIGIBLE_REGISTRANTS',
          level: 'PROVINCIAL',
          value: 25,
          validFrom: dayFrom(0),
          source: 'دورية / Circulaire n° …',
        },
      }),
    },
    {
      id: 'confirm-duplicate',
      need: 'centre',
      title: { ar: 'تأكيد تكرار', fr: 'Confirmer un doublon', en: 'Confirm a duplicate' },
      description: {
        ar: 'رقم وطني واحد في عدة قيود: تُوقف كلها إلى أن يُحسم الأمر، وتراه جهاتها.',
        fr: 'Une CNIE, plusieurs fiches : toutes attendent la décision, et leurs régions le voient.',
        en: 'One identity number in several entries: all wait for a decision, and their regions see it.',
      },
      shownBy: ['register-issues'],
      variables: () => ({
        input: { issueId: idOf('issue'), expectedVersion: VERSION_READ },
      }),
    },
    {
      id: 'merge-artisans',
      need: 'centre',
      title: { ar: 'دمج قيدين لشخص واحد', fr: 'Fusionner deux fiches', en: 'Merge two entries' },
      description: {
        ar: 'رقم وطني واحد في قيدين: يبقى أحدهما ويُحذف الآخر.',
        fr: 'Une CNIE, deux fiches : l’une reste, l’autre est radiée.',
        en: 'One identity number in two entries: one stays, the other goes.',
      },
      shownBy: ['register-issues'],
      variables: () => ({
        input: {
          artisanId: idOf('merged artisan'),
          expectedVersion: VERSION_READ,
          keptId: idOf('kept artisan'),
          keptVersion: VERSION_READ,
          reason: 'نفس الشخص / Même personne',
        },
      }),
    },
  ],
};

export const WHAT_IF: ChangeGroup = {
  id: 'what-if',
  title: { ar: 'ماذا لو؟', fr: 'Et si ?', en: 'What if?' },
  changes: [
    {
      id: 'simulate',
      need: 'records',
      title: { ar: 'تجربة عتبات أخرى', fr: 'Essayer d’autres seuils', en: 'Try other thresholds' },
      description: {
        ar: 'أي هيئات تصير جاهزة بعتبات أخرى أو بضم إقليمين؟ لا يُكتب شيء.',
        fr: 'Quelles corporations seraient prêtes avec d’autres seuils, ou deux provinces réunies ? N’écrit rien.',
        en: 'Which bodies would be ready under other thresholds, or with two provinces as one? Writes nothing.',
      },
      shownBy: ['rules', 'regions'],
      variables: () => ({
        input: {
          level: 'PROVINCIAL',
          bodyClass: 'VEHICLE_REPAIR',
          territory: 'MA-03',
          thresholds: [{ code: 'ELIGIBLE_REGISTRANTS', value: 20 }],
          mergedProvinces: [['MA-HAJ', 'MA-IFR']],
        },
      }),
    },
  ],
};
