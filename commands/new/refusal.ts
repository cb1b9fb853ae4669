import type { Language } from './answers.js';
import { fields } from './issue-form.js';

/** The comment on an issue whose answers will not do, in French and English. */
export const refusal = (lines: (language: Language) => readonly string[]): string =>
  [
    "Le site n'a pas pu être créé. Corrigez ces réponses dans la demande ; une personne de Cédille remettra l'étiquette.",
    '',
    ...lines('fr'),
    '',
    'The site could not be made. Mend these answers in the issue; someone of Cédille will set the label again.',
    '',
    ...lines('en'),
    '',
  ].join('\n');

/** The form's label of an answer in both languages, or the flag where the form does not ask for it. */
export const labelOf = (key: string): string =>
  Object.entries(fields).find(([, field]) => field === key)?.[0] ?? key;

/** What people wrote, without power in a comment: no mention, no link, no markup. */
export const asText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .slice(0, 500)
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
    .replace(/[\\`*_{}[\]()#!|~]/g, '\\$&')
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//');
