export const ProvinceKind = { PREFECTURE: 'PREFECTURE', PROVINCE: 'PROVINCE' } as const;
export type ProvinceKind = keyof typeof ProvinceKind;

export const InstitutionKind = {
  CHAMBER: 'CHAMBER',
  REGIONAL_DIRECTORATE: 'REGIONAL_DIRECTORATE',
  PROVINCIAL_DIRECTORATE: 'PROVINCIAL_DIRECTORATE',
  STATE_SECRETARIAT: 'STATE_SECRETARIAT',
} as const;
export type InstitutionKind = keyof typeof InstitutionKind;
