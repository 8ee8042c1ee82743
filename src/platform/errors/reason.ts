/** The languages in which hiraf gives its reasons; Arabic and French are those of its users. */
export const LANGUAGES = ['ar', 'fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Why something is refused, in each language with `{name}` for a value, and the article or rule it rests on. */
export interface ErrorReason extends Readonly<Record<Language, string>> {
  /** Stable, so that a front-end can act on it. */
  readonly code: string;
  readonly source: string;
}

type Texts = Omit<ErrorReason, 'code'>;

/** A list of reasons, each with its own name for a code. */
export const reasons = <Names extends string>(
  texts: Readonly<Record<Names, Texts>>,
): Readonly<Record<Names, ErrorReason>> =>
  Object.fromEntries(Object.entries<Texts>(texts).map(([code, text]) => [code, { code, ...text }])) as Record<
    Names,
    ErrorReason
  >;

/** The values of a reason; a name may differ by language. */
export type Values = Readonly<Record<string, string | number | Readonly<Record<Language, string>>>>;

// What a client has sent may be as long as a request, and be repeated for each of a thousand fields.
const MOST_LETTERS = 200;

/** A text for a message, cut where it is long. */
export const shortened = (text: string, most = MOST_LETTERS): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;

/** The text of a reason in a language, with its values in place; long ones are cut. */
export const formatReason = (
  reason: Readonly<Record<Language, string>>,
  language: Language,
  values: Values = {},
): string =>
  reason[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'object' ? value[language] : shortened(String(value));
  });
