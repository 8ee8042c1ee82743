/** A province of each of the twelve regions, in their order. */
export const PROVINCES = [
  ...['MA-TNG', 'MA-OUJ', 'MA-FES', 'MA-RAB', 'MA-BEM', 'MA-CAS'],
  ...['MA-MAR', 'MA-ERR', 'MA-AGD', 'MA-GUE', 'MA-LAA', 'MA-OUD'],
];
const PROFESSIONS = ['VEH-01', 'HAI-01', 'BLD-01', 'TEX-18', 'WOO-01'];
const LETTERS = 26;

const letters = (index: number): string =>
  String.fromCharCode(65 + (Math.floor(index / LETTERS) % LETTERS), 65 + (index % LETTERS));

/** The fields of an application, as hiraf takes them. */
export const inputOf = (run: string, index: number): object => ({
  idempotencyKey: `bench-${run}-${String(index)}`,
  province: PROVINCES[index % PROVINCES.length],
  profession: PROFESSIONS[index % PROFESSIONS.length],
  kind: 'ARTISAN',
  nameAr: `صانع ${String(index)}`,
  nameLatin: `Artisan ${String(index)}`,
  sex: index % 2 === 0 ? 'FEMALE' : 'MALE',
  birthDate: '1984-05-06',
  nationalId: `${letters(index)}${String(1_000_000 + index).slice(-7)}`,
  qualification: 'PRACTICE',
});

export const MUTATION =
  'mutation($input: RegisterArtisanInput!) { registerArtisan(input: $input) { id version registerState } }';
