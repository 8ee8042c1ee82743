import { dayFrom } from '../support/commands.ts';

/** What an officer of Fès-Meknès fills into each ready change, besides the ids and versions that were read before. */
export const SAMPLES: Readonly<Record<string, object>> = {
  'register-artisan': {
    province: 'MA-FES',
    profession: 'LEA-01',
    kind: 'ARTISAN',
    nameAr: 'سعيد بناني',
    nameLatin: 'Said Bennani',
    sex: 'MALE',
    birthDate: '1984-05-06',
    nationalId: 'CD402002',
    qualification: 'PRACTICE',
  },
  'correct-artisan': { nameAr: 'السعيد بناني', nameLatin: 'Saïd Bennani', phone: '+212600000000' },
  'move-artisan': { province: 'MA-MEK' },
  'change-profession': { profession: 'LEA-02' },
  'delete-artisan': { ground: 'ON_REQUEST', reason: 'Cessation d’activité / التوقف عن مزاولة النشاط' },
  'offer-hand-over': { province: 'MA-TNG' },
  'open-register-issue': {
    province: 'MA-FES',
    kind: 'DOCUMENTS',
    description: 'شهادة التأهيل غير مقروءة / Attestation illisible',
    dueOn: dayFrom(30),
  },
  'resolve-register-issue': { resolution: 'أُدلي بشهادة جديدة / Nouvelle attestation produite' },
  'plan-campaign': {
    territory: 'MA-03',
    wave: 2,
    nameAr: 'حملة التحسيس والتعبئة، المرحلة الثانية',
    nameFr: 'Campagne de sensibilisation, deuxième phase',
    plannedFrom: dayFrom(7),
    plannedTo: dayFrom(97),
  },
  'plan-session': {
    province: 'MA-FES',
    bodyClass: 'LEATHER',
    kind: 'MEETING',
    plannedOn: dayFrom(21),
    venueAr: 'غرفة الصناعة التقليدية بفاس',
    venueFr: 'Chambre d’artisanat, Fès',
  },
  'hold-session': {
    heldOn: dayFrom(0),
    attendance: [
      { profession: 'LEA-01', women: 9, men: 24 },
      { profession: 'LEA-02', women: 3, men: 11 },
    ],
  },
  'plan-committee': { territory: 'MA-FES', bodyClass: 'LEATHER', plannedOn: dayFrom(30) },
  'form-committee': { formedOn: dayFrom(0) },
  'add-committee-member': { member: { capacity: 'AMIN', nameAr: 'إدريس الفاسي', nameLatin: 'Driss El Fassi' } },
  'draft-statutes': { present: 5, draftedOn: dayFrom(0) },
  'plan-body': { territory: 'MA-FES', bodyClass: 'LEATHER' },
  'call-assembly': {
    calledOn: dayFrom(0),
    scheduledOn: dayFrom(21),
    convened: 42,
    venueAr: 'دار الصانع بفاس',
    venueFr: 'Maison de l’artisan, Fès',
  },
  'record-minutes': { present: 30, statutesAdopted: true },
  'call-election': { kind: 'BOARD', calledOn: dayFrom(0) },
  'add-candidacy': { office: 'PRESIDENT' },
  'close-election': { heldOn: dayFrom(0), blank: 0 },
  'call-meeting': {
    territory: 'MA-03',
    scheduledOn: dayFrom(14),
    nameAr: 'الاجتماع الجهوي للتتبع',
    nameFr: 'Réunion régionale de suivi',
    venueAr: 'غرفة الصناعة التقليدية بفاس',
    venueFr: 'Chambre d’artisanat, Fès',
    agenda: [
      { nameAr: 'حصيلة التحسيس والتعبئة', nameFr: 'Bilan de la sensibilisation' },
      { nameAr: 'اللجان التحضيرية', nameFr: 'Comités préparatoires' },
    ],
  },
  'hold-meeting': {
    heldOn: dayFrom(0),
    attendance: [
      { kind: 'REGIONAL_DIRECTORATE', attendees: 4, organiser: true },
      { kind: 'CHAMBER', attendees: 6 },
      { kind: 'AMIN', attendees: 9 },
    ],
  },
  'record-decision': {
    textAr: 'تشكيل اللجان التحضيرية لصنف الجلد',
    textFr: 'Constituer les comités préparatoires du cuir',
    owner: 'المديرية الجهوية / Direction régionale',
    dueOn: dayFrom(60),
  },
  'plan-phase': {
    territory: 'MA-03',
    wave: 2,
    kind: 'AWARENESS',
    plannedFrom: dayFrom(7),
    plannedTo: dayFrom(97),
  },
  'start-phase': { effectiveOn: dayFrom(0) },
  'change-rule': {
    code: 'ELIGIBLE_REGISTRANTS',
    level: 'PROVINCIAL',
    value: 25,
    validFrom: dayFrom(0),
    source: 'دورية / Circulaire n° 7',
  },
  'merge-artisans': { reason: 'نفس الشخص / Même personne' },
};

/** A committee of three artisans and two others. */
export const membersOf = (artisanIds: readonly (string | undefined)[]): object[] => [
  ...artisanIds.slice(0, 3).map((artisanId, index) => ({ capacity: 'ARTISAN', artisanId, chair: index === 0 })),
  { capacity: 'CHAMBER', nameAr: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui' },
  { capacity: 'ADMINISTRATION', nameAr: 'كريم التازي', nameLatin: 'Karim Tazi' },
];
