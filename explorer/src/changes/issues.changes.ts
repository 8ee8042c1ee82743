import type { ChangeGroup } from './change.ts';
import { ARTISAN_ID, PROVINCE } from './blanks.ts';
import { day, freshKey, id, oneOf, text, VERSION } from './values.ts';

export const ISSUES: ChangeGroup = {
  id: 'issues',
  title: { ar: 'إشكالات السجل', fr: 'Problèmes du registre', en: 'Register issues' },
  changes: [
    {
      id: 'open-register-issue',
      need: 'capture',
      title: { ar: 'فتح إشكال', fr: 'Signaler un problème', en: 'Open an issue' },
      description: {
        ar: 'ما ينبغي تصحيحه في قيد، ومتى.',
        fr: 'Ce qui ne va pas dans une fiche, et pour quand.',
        en: 'What is wrong with an entry, and by when to put it right.',
      },
      shownBy: ['artisans'],
      variables: () => ({
        input: {
          idempotencyKey: freshKey(),
          province: PROVINCE,
          kind: oneOf('CARD', 'DELAY', 'DOCUMENTS', 'IDENTITY', 'PLACE', 'PROFESSION', 'OTHER'),
          artisanId: ARTISAN_ID,
          description: text({ ar: 'ما ينبغي تصحيحه', fr: 'ce qui ne va pas', en: 'what is wrong' }),
          dueOn: day({ ar: 'أجل الحل', fr: 'échéance', en: 'by when to resolve it' }),
        },
      }),
    },
    {
      id: 'resolve-register-issue',
      need: 'capture',
      title: { ar: 'حل إشكال', fr: 'Résoudre un problème', en: 'Resolve an issue' },
      description: {
        ar: 'يُغلق الإشكال مع ذكر حله.',
        fr: 'Le problème est clos, et l’on dit comment.',
        en: 'The issue is closed, and how is told.',
      },
      shownBy: ['register-issues'],
      variables: () => ({
        input: {
          issueId: id({ ar: 'الإشكال', fr: 'du problème', en: 'the issue' }),
          expectedVersion: VERSION,
          resolution: text({ ar: 'كيف حُل', fr: 'comment il fut résolu', en: 'how it was resolved' }),
        },
      }),
    },
  ],
};
