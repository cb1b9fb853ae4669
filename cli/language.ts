import type { Language } from '../constructs/refusals/text.js';

/** The language of the terminal, by its locale: French where it says so, else English. */
export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG = '' } = process.env): Language {
  return (LC_ALL || LC_MESSAGES || LANG).startsWith('fr') ? 'fr' : 'en';
}
