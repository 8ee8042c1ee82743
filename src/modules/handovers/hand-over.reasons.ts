import { reasons } from '../../platform/errors/reason.ts';

export const HAND_OVER_REASONS = reasons({
  SAME_REGION: {
    ar: 'هذا الإقليم من الجهة نفسها؛ يكفي نقل القيد إليه.',
    fr: 'Cette province est de la même région ; il suffit d’y déplacer l’inscription.',
    en: 'This province is of the same region, to which the entry is simply moved.',
    source: 'hiraf',
  },
  OTHER_SIDE: {
    ar: 'هذه الخطوة للجهة الأخرى: تَقبل أو ترفض الجهة المستقبِلة، وتسحب الجهة العارضة.',
    fr: 'Ce pas revient à l’autre région : celle qui reçoit accepte ou décline, celle qui propose retire.',
    en: 'This step is the other region’s: the receiving one accepts or declines, the offering one withdraws.',
    source: 'hiraf',
  },
});
