import type { Refusals } from './refusal.js';

/** Whether what people write has the fields and types that it may have. */
export const shape = {
  'field-unknown': {
    what: { en: "there is no field '<name>'", fr: 'il n’y a pas de champ « <name> »' },
    fix: {
      en: 'Nothing reads it: remove it, or use <known>',
      fr: 'Rien ne le lit : enlevez-le, ou utilisez <known>',
    },
  },
  'field-missing': {
    what: { en: "'<name>' is missing", fr: 'il manque « <name> »' },
    fix: { en: 'Add <name>: <example>', fr: 'Ajoutez <name> : <example>' },
  },
  'field-type': {
    what: { en: '<given> is not <wanted>', fr: '<given> n’est pas <wanted>' },
    fix: { en: 'Write it like <example>', fr: 'Écrivez-le comme <example>' },
  },
  'field-value': {
    what: { en: '<given> is not a value of <name>', fr: '<given> n’est pas une valeur de <name>' },
    fix: { en: 'Use <allowed>', fr: 'Utilisez <allowed>' },
  },
  'value-not-data': {
    what: { en: 'it cannot be written as YAML', fr: 'cela ne peut pas s’écrire en YAML' },
    fix: {
      en: 'Give text, a finite number, true or false, or lists and objects of these',
      fr: 'Donnez du texte, un nombre fini, true ou false, ou des listes et des objets de cela',
    },
  },
  'number-quoted': {
    what: {
      en: "<name> '<given>' is text, not a number",
      fr: '<name> « <given> » est du texte, pas un nombre',
    },
    fix: { en: 'Leave out the quotes: <name>: <given>', fr: 'Enlevez les guillemets : <name>: <given>' },
  },
  'text-unquoted': {
    what: { en: '<name> <given> must be text', fr: '<name> <given> doit être du texte' },
    fix: {
      en: "Put it into quotes: <name>: '<given>'",
      fr: "Mettez-le entre guillemets : <name>: '<given>'",
    },
  },
} as const satisfies Refusals;
