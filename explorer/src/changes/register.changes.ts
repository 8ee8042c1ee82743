import type { ChangeGroup } from './change.ts';
import { ARTISAN_ID, NAME_AR, NAME_LATIN, PROFESSION, PROVINCE, REASON } from './blanks.ts';
import { day, freshKey, id, oneOf, text, VERSION } from './values.ts';

const ARTISAN = { artisanId: ARTISAN_ID, expectedVersion: VERSION };

export const REGISTER: ChangeGroup = {
  id: 'register',
  title: { ar: 'السجل', fr: 'Registre', en: 'Register' },
  changes: [
    {
      id: 'register-artisan',
      need: 'capture',
      title: { ar: 'تسجيل صانع', fr: 'Inscrire un artisan', en: 'Register an artisan' },
      description: {
        ar: 'إيداع طلب التسجيل؛ يبقى الطلب في انتظار القبول.',
        fr: 'Déposer une demande d’inscription, qui attend d’être acceptée.',
        en: 'File an application, which then waits to be accepted.',
      },
      shownBy: ['regions', 'professions'],
      variables: () => ({
        input: {
          idempotencyKey: freshKey(),
          province: PROVINCE,
          profession: PROFESSION,
          kind: oneOf('ARTISAN', 'MASTER'),
          nameAr: NAME_AR,
          nameLatin: NAME_LATIN,
          sex: oneOf('FEMALE', 'MALE'),
          birthDate: day({ ar: 'تاريخ الازدياد', fr: 'jour de naissance', en: 'day of birth' }),
          nationalId: text({ ar: 'رقم البطاقة الوطنية', fr: 'numéro de la CNIE', en: 'national identity number' }),
          qualification: oneOf('DIPLOMA', 'PRACTICE'),
        },
      }),
    },
    {
      id: 'accept-registration',
      need: 'capture',
      title: { ar: 'قبول طلب التسجيل', fr: 'Accepter une inscription', en: 'Accept a registration' },
      description: {
        ar: 'يصير صاحب الطلب مسجلا برقم تعريفي حرفي.',
        fr: 'Le demandeur est inscrit et reçoit son numéro d’identité.',
        en: 'The applicant is registered and gets a register number.',
      },
      shownBy: ['applications'],
      variables: () => ({ input: ARTISAN }),
    },
    {
      id: 'correct-artisan',
      need: 'capture',
      title: { ar: 'تصحيح قيد', fr: 'Corriger une fiche', en: 'Correct an entry' },
      description: {
        ar: 'تصحيح الاسم أو رقم الهاتف؛ احذف ما هو صحيح.',
        fr: 'Rectifier un nom ou un téléphone ; enlevez ce qui est juste.',
        en: 'Put a name or a telephone right; leave out what is right already.',
      },
      shownBy: ['artisans'],
      variables: () => ({
        input: {
          ...ARTISAN,
          nameAr: NAME_AR,
          nameLatin: NAME_LATIN,
          phone: text({ ar: 'رقم الهاتف', fr: 'numéro de téléphone', en: 'telephone number' }),
        },
      }),
    },
    {
      id: 'move-artisan',
      need: 'capture',
      title: { ar: 'نقل صانع إلى إقليم آخر', fr: 'Déplacer un artisan', en: 'Move an artisan' },
      description: {
        ar: 'إلى إقليم آخر من الجهة نفسها؛ تنتهي عضويته.',
        fr: 'Vers une autre province de la région ; son adhésion prend fin.',
        en: 'To another province of the region; a membership ends.',
      },
      shownBy: ['artisans', 'regions'],
      variables: () => ({ input: { ...ARTISAN, province: PROVINCE } }),
    },
    {
      id: 'change-profession',
      need: 'capture',
      title: { ar: 'تغيير الحرفة', fr: 'Changer de métier', en: 'Change a profession' },
      description: {
        ar: 'الحرفة الرئيسية؛ تنتهي العضوية إذا تغيّر صنف الهيئة.',
        fr: 'Le métier principal ; l’adhésion prend fin si la catégorie change.',
        en: 'The main profession; a membership ends where the class is another.',
      },
      shownBy: ['artisans', 'professions'],
      variables: () => ({ input: { ...ARTISAN, profession: PROFESSION } }),
    },
    {
      id: 'suspend-artisan',
      need: 'capture',
      title: { ar: 'توقيف تسجيل', fr: 'Suspendre une inscription', en: 'Suspend a registration' },
      description: {
        ar: 'من مسجل إلى موقوف، ويمكن التراجع عنه.',
        fr: 'D’inscrit à suspendu ; cela se lève.',
        en: 'From registered to suspended; it can be lifted.',
      },
      shownBy: ['artisans'],
      variables: () => ({ input: ARTISAN }),
    },
    {
      id: 'delete-artisan',
      need: 'capture',
      title: { ar: 'حذف من السجل', fr: 'Radier un artisan', en: 'Strike an artisan off' },
      description: {
        ar: 'نهائي، بسببه: تلقائيا أو بطلب من المعني بالأمر.',
        fr: 'Sans retour, avec son motif : d’office ou à sa demande.',
        en: 'For good, with its ground: ex officio or on request.',
      },
      shownBy: ['artisans'],
      variables: () => ({
        input: { ...ARTISAN, ground: oneOf('EX_OFFICIO', 'ON_REQUEST'), reason: REASON },
      }),
    },
    {
      id: 'offer-hand-over',
      need: 'capture',
      title: { ar: 'عرض صانع على جهة أخرى', fr: 'Proposer à une autre région', en: 'Offer to another region' },
      description: {
        ar: 'يبقى الصانع في جهته إلى أن تقبله الجهة الأخرى.',
        fr: 'La personne reste où elle est jusqu’à ce que l’autre région accepte.',
        en: 'The person stays until the other region accepts.',
      },
      shownBy: ['artisans', 'regions'],
      variables: () => ({ input: { ...ARTISAN, province: PROVINCE } }),
    },
    {
      id: 'accept-hand-over',
      need: 'capture',
      title: { ar: 'قبول صانع من جهة أخرى', fr: 'Accueillir d’une autre région', en: 'Take from another region' },
      description: {
        ar: 'تقبل الجهة المستقبِلة العرض فينتقل الصانع إليها.',
        fr: 'La région qui reçoit accepte : la personne y passe d’un seul pas.',
        en: 'The receiving region accepts, and the person moves in one step.',
      },
      shownBy: ['hand-overs'],
      variables: () => ({
        input: {
          handOverId: id({ ar: 'عرض الانتقال', fr: 'du transfert', en: 'the hand-over' }),
          expectedVersion: VERSION,
        },
      }),
    },
  ],
};
