import type { ChangeGroup } from './change.ts';
import { dayFrom, freshKey, idOf, VERSION_READ } from './values.ts';

const election = () => ({ electionId: idOf('election'), expectedVersion: VERSION_READ });

export const ELECTIONS: ChangeGroup = {
  id: 'elections',
  title: { ar: 'الانتخابات', fr: 'Élections', en: 'Elections' },
  changes: [
    {
      id: 'call-election',
      need: 'capture',
      title: { ar: 'الدعوة إلى انتخاب', fr: 'Convoquer une élection', en: 'Call an election' },
      description: {
        ar: 'انتخاب المكتب، أو المندوبين بعد التأسيس.',
        fr: 'Du bureau ou, après la constitution, des délégués.',
        en: 'Of the board or, from the foundation on, of delegates.',
      },
      shownBy: ['readiness'],
      variables: () => ({
        input: { bodyId: idOf('body'), idempotencyKey: freshKey(), kind: 'BOARD', calledOn: dayFrom(0) },
      }),
    },
    {
      id: 'add-candidacy',
      need: 'capture',
      title: { ar: 'تقديم مترشح', fr: 'Inscrire une candidature', en: 'Put a candidate forward' },
      description: {
        ar: 'بمنصبه في انتخاب المكتب، وبدون منصب للمندوبين.',
        fr: 'Avec son poste pour un bureau, sans poste pour des délégués.',
        en: 'With an office for a board, without one for delegates.',
      },
      shownBy: ['assemblies', 'artisans'],
      variables: () => ({
        input: {
          electionId: idOf('election'),
          artisanId: idOf('artisan'),
          idempotencyKey: freshKey(),
          office: 'PRESIDENT',
        },
      }),
    },
    {
      id: 'record-voters',
      need: 'capture',
      title: { ar: 'تسجيل المصوتين', fr: 'Inscrire les votants', en: 'Record the voters' },
      description: {
        ar: 'من صوّت، لا لمن صوّت؛ مرة واحدة لكل شخص.',
        fr: 'Qui a voté, jamais pour qui ; chacun une fois.',
        en: 'Who has voted, never for whom; each once.',
      },
      shownBy: ['assemblies', 'artisans'],
      variables: () => ({ input: { ...election(), artisanIds: [idOf('artisan'), idOf('another artisan')] } }),
    },
    {
      id: 'close-election',
      need: 'capture',
      title: { ar: 'فرز الأصوات', fr: 'Dépouiller et clore', en: 'Count and close' },
      description: {
        ar: 'أصوات كل مترشح؛ ويتولى المنتخَبون مقاعدهم.',
        fr: 'Les voix de chacun ; les élus prennent leur siège.',
        en: 'The votes of each candidate; those elected are seated.',
      },
      shownBy: ['assemblies'],
      variables: () => ({
        input: {
          ...election(),
          heldOn: dayFrom(0),
          blank: 0,
          counts: [
            { candidacyId: idOf('candidacy'), votes: 30 },
            { candidacyId: idOf('another candidacy'), votes: 12 },
          ],
        },
      }),
    },
  ],
};
