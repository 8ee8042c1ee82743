import type { ChangeGroup } from './change.ts';
import { dayFrom, freshKey, idOf, VERSION_READ } from './values.ts';

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
          province: 'MA-FES',
          kind: 'DOCUMENTS',
          artisanId: idOf('artisan'),
          description: 'شهادة التأهيل غير مقروءة / Attestation illisible',
          dueOn: dayFrom(30),
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
          issueId: idOf('issue'),
          expectedVersion: VERSION_READ,
          resolution: 'أُدلي بشهادة جديدة / Nouvelle attestation produite',
        },
      }),
    },
  ],
};
