import type { Refusals } from './refusal.js';

/** Answers to `npm run new`. */
export const answers = {
  'answer-empty': {
    what: { en: 'it is empty', fr: 'la réponse est vide' },
    fix: { en: 'Answer it', fr: 'Répondez' },
  },
  'answer-line': {
    what: {
      en: 'it is not a plain line of up to <most> characters',
      fr: 'ce n’est pas une simple ligne d’au plus <most> caractères',
    },
    fix: {
      en: 'Leave out line breaks, backquotes, backslashes and */',
      fr: 'Retirez sauts de ligne, accents graves isolés, barres obliques inverses et */',
    },
  },
  'answer-form': {
    what: { en: "'<given>' is not <wanted>", fr: '« <given> » n’est pas <wanted>' },
    fix: { en: "Write it like '<example>'", fr: 'Écrivez par exemple « <example> »' },
  },
  'kind-unknown': {
    what: { en: "there is no kind '<given>'", fr: 'le genre « <given> » n’existe pas' },
    fix: { en: 'Use <known>', fr: 'Utilisez <known>' },
  },
  'name-begins-with-digit': {
    what: { en: "the name '<name>' begins with a digit", fr: 'le nom « <name> » commence par un chiffre' },
    fix: {
      en: 'Begin it with a letter: Services have to',
      fr: 'Commencez par une lettre : un Service le doit',
    },
  },
  'name-used': {
    what: { en: "the name '<name>' is taken by <holder>", fr: 'le nom « <name> » est pris par <holder>' },
    fix: { en: "Choose another, such as '<name>-site'", fr: 'Choisissez-en un autre, comme « <name>-site »' },
  },
  'club-name-empty': {
    what: {
      en: "the club's name '<club>' holds no letter",
      fr: 'le nom du club « <club> » n’a pas de lettre',
    },
    fix: {
      en: "Write it as people know it, like 'Raconteurs'",
      fr: 'Écrivez-le comme on le connaît, par exemple « Raconteurs »',
    },
  },
  'owner-of-club': {
    what: {
      en: "the club <club> has <field> '<known>' in apps/clubs.ts, not '<given>'",
      fr: 'le club <club> a <field> « <known> » dans apps/clubs.ts, et non « <given> »',
    },
    fix: { en: 'Leave --<field> out', fr: 'Retirez --<field>' },
  },
  'host-used': {
    what: { en: "the host '<host>' is taken by <holder>", fr: 'l’adresse « <host> » est prise par <holder>' },
    fix: { en: 'Choose another', fr: 'Choisissez-en une autre' },
  },
  'host-of-prod': {
    what: {
      en: "staging has the host '<host>' of prod",
      fr: 'l’adresse d’essai « <host> » est celle de la production',
    },
    fix: {
      en: "Choose another, such as 'staging.<host>'",
      fr: 'Choisissez-en une autre, comme « staging.<host> »',
    },
  },
  'chart-pinned': {
    what: {
      en: "the chart '<chart>' is pinned to <version> in system/Chart.yaml",
      fr: 'le chart « <chart> » est fixé à <version> dans system/Chart.yaml',
    },
    fix: { en: 'Leave --chart-version out', fr: 'Retirez --chart-version' },
  },
} as const satisfies Refusals;
