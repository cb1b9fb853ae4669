import type { preview as refusals } from '../../../constructs/refusals/preview.js';
import type { Explanations } from './explanation.js';

/** Previews of pull requests. */
export const preview: Explanations<typeof refusals> = {
  'preview-domain': {
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
};
