import { graphql, type Contestant, type Request } from './work.ts';

/** A province of each of the twelve regions, in their order. */
export const PROVINCES = [
  ...['MA-TNG', 'MA-OUJ', 'MA-FES', 'MA-RAB', 'MA-BEM', 'MA-CAS'],
  ...['MA-MAR', 'MA-ERR', 'MA-AGD', 'MA-GUE', 'MA-LAA', 'MA-OUD'],
];
const PROFESSIONS = ['VEH-01', 'HAI-01', 'BLD-01', 'TEX-18', 'WOO-01'];
const LETTERS = 26;

const letters = (index: number): string =>
  String.fromCharCode(65 + (Math.floor(index / LETTERS) % LETTERS), 65 + (index % LETTERS));

const arabicLetters = (index: number): string =>
  String(index).replaceAll(/\d/g, (digit) => 'ابتثجحخدذر'.charAt(Number(digit)));

/** The fields of an application, as hiraf takes them. */
export const inputOf = (run: string, index: number) => ({
  idempotencyKey: `bench-${run}-${String(index)}`,
  province: PROVINCES[index % PROVINCES.length],
  profession: PROFESSIONS[index % PROFESSIONS.length],
  kind: 'ARTISAN',
  nameAr: `صانع ${arabicLetters(index)}`,
  nameLatin: `Artisan ${letters(index)}`,
  sex: index % 2 === 0 ? 'FEMALE' : 'MALE',
  birthDate: '1984-05-06',
  nationalId: `${letters(index)}${String(1_000_000 + index).slice(-7)}`,
  qualification: 'PRACTICE',
});

export const MUTATION = `mutation($input: RegisterArtisanInput!) {
  registerArtisan(input: $input) { artisan { id version registerState } userErrors { code path message } replayed }
}`;

/** The same for servers whose mutation answers the row. */
const MUTATION_OF_ROW =
  'mutation($input: RegisterArtisanInput!) { registerArtisan(input: $input) { id version registerState } }';

const CREATE = `mutation($artisan: ArtisanInput!) {
  createArtisan(input: { artisan: $artisan }) { artisan { id registerState } }
}`;

/** Everything that PostGraphile's own mutation has to be told, for it knows nothing of the columns. */
function rowOf({ idempotencyKey: _, province, profession, ...input }: ReturnType<typeof inputOf>, numbers: Numbers) {
  const [regionId, provinceId] = numbers.get(province ?? '') ?? [];
  const [professionId] = numbers.get(profession ?? '') ?? [];
  return {
    ...{ ...input, regionId, provinceId, professionId, practising: true, registerState: 'APPLIED' },
    ...{ ageBand: 'FROM_35_TO_44', appliedOn: '2026-01-05', searchAr: input.nameAr, searchArReversed: input.nameAr },
    ...{ searchLatin: input.nameLatin, searchLatinReversed: input.nameLatin },
  };
}

/** The numbers of provinces, with their region, and of professions, by code. */
export type Numbers = ReadonlyMap<string, readonly number[]>;

/** How a contestant is asked to register somebody. */
export function registrationFor(contestant: Contestant, input: ReturnType<typeof inputOf>, numbers: Numbers): Request {
  if (contestant === 'floor') return { method: 'POST', path: '/register', body: JSON.stringify(input) };
  if (contestant === 'postgraphile') return graphql(CREATE, { artisan: rowOf(input, numbers) });
  return graphql(contestant === 'hiraf' ? MUTATION : MUTATION_OF_ROW, { input });
}
