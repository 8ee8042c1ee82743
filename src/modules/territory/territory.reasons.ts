import { reasons } from '../../platform/errors/reason.ts';

const SOURCE = 'HCP, census 2024; ISO 3166-2:MA';

export const TERRITORY = reasons({
  NO_SUCH_TERRITORY: {
    ar: '"{code}" ليس مجالا ترابيا. استعمل رمزا مثل MA أو MA-03 أو 03 أو MA-FES أو 03.231.',
    fr: '« {code} » n’est pas un territoire. Employez un code tel que MA, MA-03 ou 03, MA-FES ou 03.231.',
    en: '"{code}" is no territory. Use a code such as MA, MA-03 or 03, MA-FES or 03.231.',
    source: SOURCE,
  },
  NO_PROVINCE: {
    ar: '"{code}" ليس إقليما ولا عمالة. استعمل رمزا مثل MA-FES أو 03.231.',
    fr: '« {code} » n’est ni une province ni une préfecture. Employez un code tel que MA-FES ou 03.231.',
    en: '"{code}" is neither a province nor a prefecture. Use a code such as MA-FES or 03.231.',
    source: SOURCE,
  },
  NOT_A_REGION: {
    ar: 'هذا يخص جهة كاملة أو المملكة: استعمل رمزا مثل MA-03 أو MA.',
    fr: 'Ceci concerne une région entière ou la nation : employez un code tel que MA-03 ou MA.',
    en: 'This is for a whole region or for the nation: use a code such as MA-03 or MA.',
    source: 'hiraf',
  },
  PROVINCE_ELSEWHERE: {
    ar: 'هذا الإقليم ليس من الجهة المعنية.',
    fr: 'Cette province n’est pas de la région concernée.',
    en: 'This province is not in the region concerned.',
    source: 'hiraf',
  },
});
