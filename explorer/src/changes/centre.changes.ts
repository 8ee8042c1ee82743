import type { ChangeGroup } from './change.ts';
import { REASON } from './blanks.ts';
import { day, freshKey, id, number, oneOf, text, VERSION } from './values.ts';

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
          code: text({ ar: 'رمز العتبة', fr: 'code du seuil', en: 'code of the threshold' }),
          level: oneOf('PROVINCIAL', 'REGIONAL', 'NATIONAL'),
          value: number({ ar: 'القيمة الجديدة', fr: 'nouvelle valeur', en: 'new value' }),
          validFrom: day({ ar: 'أول يوم للعمل بها', fr: 'premier jour d’effet', en: 'first day on which it holds' }),
          source: text({ ar: 'القرار أو الدورية', fr: 'arrêté ou circulaire', en: 'order or circular' }),
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
        input: { issueId: id({ ar: 'الإشكال', fr: 'du problème', en: 'the issue' }), expectedVersion: VERSION },
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
          artisanId: id({ ar: 'القيد الذي يُحذف', fr: 'de la fiche à radier', en: 'the entry that goes' }),
          expectedVersion: VERSION,
          keptId: id({ ar: 'القيد الذي يبقى', fr: 'de la fiche qui reste', en: 'the entry that stays' }),
          keptVersion: VERSION,
          reason: REASON,
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
      // Nothing is written, so that this one may bring values to try.
      variables: ({ region, neighbours }) => ({
        input: {
          level: 'PROVINCIAL',
          bodyClass: 'VEHICLE_REPAIR',
          territory: region,
          thresholds: [{ code: 'ELIGIBLE_REGISTRANTS', value: 20 }],
          mergedProvinces: [neighbours],
        },
      }),
    },
  ],
};
