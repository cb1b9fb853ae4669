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
    why: {
      en: 'Each preview has a host of its own below that domain. Without one it could not be opened.',
      fr: 'Chaque aperçu a sa propre adresse sous ce domaine. Sans lui, on ne pourrait pas l’ouvrir.',
    },
    example: {
      bad: 'export const settings: PlatformProps = { git, environments, zones };',
      good: "export const settings: PlatformProps = { git, environments, zones, previewDomain: 'sandbox.omni.cedille.club' };",
    },
  },
  'preview-record': {
    what: { en: "nobody makes the record '<host>'", fr: 'personne ne crée l’enregistrement « <host> »' },
    fix: {
      en: 'Set previewDomain in system/settings.ts to a domain below one that the platform manages',
      fr: 'Donnez dans system/settings.ts un previewDomain sous un domaine que la plateforme gère',
    },
    why: {
      en: 'The record of all previews of an app is made by the platform itself, which it can only in a zone that it manages. Elsewhere no preview would be found.',
      fr: 'La plateforme crée elle-même l’enregistrement des aperçus d’une application, et ne le peut que dans une zone qu’elle gère. Ailleurs, aucun aperçu ne serait trouvé.',
    },
    example: {
      bad: "previewDomain: 'previews.etsmtl.ca',",
      good: "previewDomain: 'sandbox.omni.cedille.club',",
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
    why: {
      en: "The platform looks for pull requests in the app's repository. Only images on ghcr.io are called after theirs, so that of others it has to be said.",
      fr: 'La plateforme cherche les pull requests dans le dépôt de l’application. Seules les images de ghcr.io portent le nom du leur : pour les autres, il faut le dire.',
    },
    example: {
      bad: `base: { image: 'docker.io/chess/site:1.4.2', port: 8080 },
preview: true,`,
      good: `base: { image: 'docker.io/chess/site:1.4.2', port: 8080 },
preview: { repository: 'chessets/site', image: 'docker.io/chess/site:{sha}' },`,
    },
  },
  'preview-image-same': {
    what: {
      en: "image '<image>' is the same for every commit",
      fr: 'l’image « <image> » est la même pour chaque commit',
    },
    fix: { en: "Write '<name>:{sha}'", fr: 'Écrivez « <name>:{sha} »' },
    why: {
      en: 'A preview shows one commit of a pull request. An image that is the same for all of them would show the same each time.',
      fr: 'Un aperçu montre un commit d’une pull request. Une image commune à tous montrerait chaque fois la même chose.',
    },
    example: {
      bad: "preview: { repository: 'chessets/site', image: 'ghcr.io/chessets/site:latest-pr' },",
      good: "preview: { repository: 'chessets/site', image: 'ghcr.io/chessets/site:{sha}' },",
    },
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
    why: {
      en: 'A preview runs code that nobody has reviewed. It could read the secrets and the data that it gets, and send them away.',
      fr: 'Un aperçu exécute du code que personne n’a relu. Il pourrait lire les secrets et les données qu’il reçoit, et les envoyer ailleurs.',
    },
    example: {
      bad: `base: { image, port: 8080, secrets: { api: { keys: { API_KEY: 'key of the bot' } } } },
preview: true,`,
      good: "base: { image, port: 8080, secrets: { api: { keys: { API_KEY: 'key of the bot' } } } },",
    },
  },
} as const satisfies Refusals;
