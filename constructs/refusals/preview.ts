import type { Refusals } from './refusal.js';

/** Previews of pull requests. */
export const preview = {
  'preview-domain': {
    what: {
      en: 'the platform has no domain for previews',
      fr: 'la plateforme n’a pas de domaine pour les aperçus',
    },
    fix: {
      en: 'Set previewDomain in system/settings.ts',
      fr: 'Donnez previewDomain dans system/settings.ts',
    },
  },
  'preview-record': {
    what: { en: "nobody makes the record '<host>'", fr: 'personne ne crée l’enregistrement « <host> »' },
    fix: {
      en: 'Set previewDomain in system/settings.ts to a domain below one that the platform manages',
      fr: 'Donnez dans system/settings.ts un previewDomain sous un domaine que la plateforme gère',
    },
  },
  'preview-repository-unknown': {
    what: {
      en: "cannot derive the GitHub repository from image '<image>'",
      fr: 'l’image « <image> » ne dit pas quel est le dépôt GitHub',
    },
    fix: {
      en: "Write preview: { repository: 'organisation/name' }",
      fr: "Écrivez preview: { repository: 'organisation/nom' }",
    },
  },
  'preview-image-same': {
    what: {
      en: "image '<image>' is the same for every commit",
      fr: 'l’image « <image> » est la même pour chaque commit',
    },
    fix: { en: "Write '<name>:{sha}'", fr: 'Écrivez « <name>:{sha} »' },
  },
  'preview-refused': {
    what: {
      en: 'an app with <parts> cannot be previewed',
      fr: 'une application avec <parts> ne peut pas avoir d’aperçu',
    },
    fix: {
      en: 'Remove preview: what nobody reviewed gets neither secrets nor data',
      fr: 'Enlevez preview : ce que personne n’a relu ne reçoit ni secret ni donnée',
    },
  },
} as const satisfies Refusals;
