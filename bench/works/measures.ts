/** The measures that the works on figures ask for. */
const MEASURES = ['registered', 'eligible', 'members', 'represented', 'women'] as const;
type Measure = (typeof MEASURES)[number];

export type Values = Readonly<Record<Measure, { readonly value: number | null }>>;
export type Plain = Readonly<Record<Measure, number>>;

export const HIRAF_MEASURES = MEASURES.map((name) => `${name} { value }`).join(' ');
export const PLAIN_MEASURES = MEASURES.join(' ');

export const valuesOf = (values: Values): (number | null)[] => MEASURES.map((measure) => values[measure].value);
export const plainOf = (values: Plain): number[] => MEASURES.map((measure) => values[measure]);
