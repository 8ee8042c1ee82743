import type { ChangeGroup } from './change.ts';
import { ANOTHER_ARTISAN_ID, ARTISAN_ID, BODY_ID } from './blanks.ts';
import { day, freshKey, id, number, oneOf, text, VERSION } from './values.ts';

const ELECTION_ID = id({ ar: 'الانتخاب', fr: 'de l’élection', en: 'the election' });
const VOTES = number({ ar: 'عدد أصواته', fr: 'nombre de ses voix', en: 'votes for it' });

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
        input: {
          bodyId: BODY_ID,
          idempotencyKey: freshKey(),
          kind: oneOf('BOARD', 'DELEGATES'),
          calledOn: day({ ar: 'يوم الدعوة', fr: 'jour de la convocation', en: 'day of the call' }),
        },
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
          electionId: ELECTION_ID,
          artisanId: ARTISAN_ID,
          idempotencyKey: freshKey(),
          office: text({
            ar: 'رمز المنصب؛ احذف هذا السطر للمندوبين',
            fr: 'code du poste ; ôtez cette ligne pour des délégués',
            en: 'code of the office; remove this line for delegates',
          }),
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
      variables: () => ({
        input: {
          electionId: ELECTION_ID,
          expectedVersion: VERSION,
          artisanIds: [ARTISAN_ID, ANOTHER_ARTISAN_ID],
        },
      }),
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
          electionId: ELECTION_ID,
          expectedVersion: VERSION,
          heldOn: day({ ar: 'يوم الاقتراع', fr: 'jour du scrutin', en: 'day of the vote' }),
          blank: number({ ar: 'عدد الأوراق الملغاة', fr: 'nombre de bulletins blancs', en: 'blank votes' }),
          counts: [
            { candidacyId: id({ ar: 'الترشيح', fr: 'de la candidature', en: 'the candidacy' }), votes: VOTES },
            {
              candidacyId: id({ ar: 'ترشيح آخر', fr: 'd’une autre candidature', en: 'another candidacy' }),
              votes: VOTES,
            },
          ],
        },
      }),
    },
  ],
};
