/** The languages in which the platform speaks. */
export type Language = 'en' | 'fr';

/** The same text in each language. */
export type Text = Readonly<Record<Language, string>>;

/** What a text names: a value, or several of which each will do. */
export type Value = string | number | boolean | readonly string[] | Text;

const or: Text = { en: 'or', fr: 'ou' };
const none: Text = { en: 'none', fr: 'aucun' };

/** "a, b or c". */
function oneOf(items: readonly string[], language: Language): string {
  if (items.length < 2) return items[0] ?? none[language];
  return `${items.slice(0, -1).join(', ')} ${or[language]} ${items.at(-1)}`;
}

/** A text with each `<name>` replaced by the value of that name. */
export function fill(text: Text, values: Readonly<Record<string, Value>>): Text {
  const filled = (language: Language) =>
    text[language].replace(/<([a-z]+)>/gi, (hole, name: string) => {
      const value = values[name];
      if (value === undefined) return hole;
      if (Array.isArray(value)) return oneOf(value, language);
      // What YAML says may be anything, whatever the types promise.
      return isText(value) ? value[language] : String(value);
    });
  return { en: filled('en'), fr: filled('fr') };
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'en' in value;

/** One text after the other. */
export const joined = (...texts: readonly Text[]): Text => ({
  en: texts.map(({ en }) => en).join(' '),
  fr: texts.map(({ fr }) => fr).join(' '),
});

/** The question for what was probably meant. */
export const didYouMean = (near: string): Text => ({
  en: `Did you mean ${near}?`,
  fr: `Vouliez-vous dire ${near} ?`,
});
