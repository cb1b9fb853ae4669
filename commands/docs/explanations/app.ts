import type { app as refusals } from '../../../constructs/refusals/app.js';
import type { Explanations } from './explanation.js';

/** An app as a whole: its environments, its hosts, and how its parts refer to each other. */
export const app: Explanations<typeof refusals> = {
  'environment-missing': {
    why: {
      en: 'An app runs in the environments that it names. Without one, nothing of it would be deployed, and nobody would be told.',
      fr: 'Une application tourne dans les environnements qu’elle nomme. Sans eux, rien n’en serait déployé, et personne n’en saurait rien.',
    },
    example: {
      bad: "new ClubApp(platform, 'chess', { owner: clubs.chess, base });",
      good: "new ClubApp(platform, 'chess', { owner: clubs.chess, base, prod: { host: 'chess.etsmtl.ca' } });",
    },
  },
  'environment-cluster': {
    why: {
      en: 'Argo CD would be told to deploy to a cluster that it does not know, and all apps of that environment would fail.',
      fr: 'Argo CD devrait déployer sur un cluster qu’il ne connaît pas, et toutes les applications de cet environnement échoueraient.',
    },
    example: {
      bad: "environments: { prod: 'production', staging: 'staging', sandbox: 'sandbox' },",
      good: "environments: { prod: 'prod', staging: 'staging', sandbox: 'sandbox' },",
    },
  },
  'part-name-taken': {
    why: {
      en: 'The app itself, its services, jobs and databases share a namespace and are called by their names there: one would overwrite the other.',
      fr: 'L’application, ses services, ses tâches et ses bases de données partagent un namespace, où ils portent leur nom : l’un écraserait l’autre.',
    },
    example: {
      bad: `services: { mail: { image: 'ghcr.io/chess/mail:1.0.0', port: 5000 } },
jobs: { mail: { image: 'ghcr.io/chess/mail:1.0.0', schedule: '0 3 * * *' } },`,
      good: `services: { mail: { image: 'ghcr.io/chess/mail:1.0.0', port: 5000 } },
jobs: { newsletter: { image: 'ghcr.io/chess/mail:1.0.0', schedule: '0 3 * * *' } },`,
    },
  },
  'service-unknown': {
    why: {
      en: 'A call opens the network from one program of the app to the port of another. Where there is no such program or no port, there is nothing to open, and the call would fail when it is made.',
      fr: 'Un appel ouvre le réseau d’un programme de l’application vers le port d’un autre. Sans ce programme ou sans port, il n’y a rien à ouvrir, et l’appel échouerait le moment venu.',
    },
    example: {
      bad: `services: { mail: { image: 'ghcr.io/chess/mail:1.0.0', port: 5000 } },
calls: ['mial'],`,
      good: `services: { mail: { image: 'ghcr.io/chess/mail:1.0.0', port: 5000 } },
calls: ['mail'],`,
    },
  },
  'database-unknown': {
    why: {
      en: 'The variables would hold the address and the password of a database that nobody makes, and the program would not start.',
      fr: 'Les variables auraient l’adresse et le mot de passe d’une base de données que personne ne crée, et le programme ne démarrerait pas.',
    },
    example: {
      bad: `databases: { db: { engine: 'postgres', version: '17.2', storage: '5Gi', personalData: false } },
uses: { database: { url: 'DATABASE_URL' } },`,
      good: `databases: { db: { engine: 'postgres', version: '17.2', storage: '5Gi', personalData: false } },
uses: { db: { url: 'DATABASE_URL' } },`,
    },
  },
  'volume-unknown': {
    why: {
      en: 'The pod would wait for ever for a volume that nobody makes.',
      fr: 'Le pod attendrait sans fin un volume que personne ne crée.',
    },
    example: {
      bad: "volumes: { data: { mount: '/html', of: 'ches' } },",
      good: "volumes: { data: { mount: '/html', of: 'chess' } },",
    },
  },
  'host-without-port': {
    why: {
      en: 'Requests to the host are sent to a port of the program. Without one there is nowhere to send them to.',
      fr: 'Les requêtes vers le domaine vont à un port du programme. Sans port, elles n’ont nulle part où aller.',
    },
    example: {
      bad: `base: { image: 'ghcr.io/chess/site:1.4.2' },
prod: { host: 'chess.etsmtl.ca' },`,
      good: `base: { image: 'ghcr.io/chess/site:1.4.2', port: 8080 },
prod: { host: 'chess.etsmtl.ca' },`,
    },
  },
  'host-missing': {
    why: {
      en: 'It listens on a port and nobody outside could reach it. That is either meant, and then said, or a host that was forgotten.',
      fr: 'Elle écoute sur un port et personne de l’extérieur ne pourrait l’atteindre. Ou bien c’est voulu, et cela se dit, ou bien un domaine a été oublié.',
    },
    example: {
      bad: `base: { image: 'ghcr.io/chess/site:1.4.2', port: 8080 },
prod: {},`,
      good: `base: { image: 'ghcr.io/chess/site:1.4.2', port: 8080 },
prod: { host: 'chess.etsmtl.ca' },`,
    },
  },
  'registry-login': {
    why: {
      en: 'Vault keeps the logins of private registries by these names. By another one the login is not found, and the image cannot be fetched.',
      fr: 'Vault garde les accès aux registres privés sous ces noms. Sous un autre, l’accès est introuvable et l’image ne peut pas être téléchargée.',
    },
    example: { bad: "registry: 'ghcr.io',", good: "registry: 'docker-chess'," },
  },
  'route-unknown': {
    why: {
      en: 'A route says which Service and port a host leads to. A host without one would lead nowhere.',
      fr: 'Une route dit vers quel Service et quel port mène un domaine. Un domaine sans route ne mènerait nulle part.',
    },
    example: {
      bad: `routes: { web: { service: 'outline', port: 80 } },
hosts: { site: 'wiki.etsmtl.ca' },`,
      good: `routes: { web: { service: 'outline', port: 80 } },
hosts: { web: 'wiki.etsmtl.ca' },`,
    },
  },
  'repository-missing': {
    why: {
      en: 'A Grav site fetches its pages and themes from a repository on GitHub, and saves there what is changed on the site. Without one it would be empty, and changes would be kept nowhere else.',
      fr: 'Un site Grav prend ses pages et ses thèmes d’un dépôt GitHub, et y enregistre ce qui change sur le site. Sans dépôt, il serait vide, et les changements ne seraient gardés nulle part ailleurs.',
    },
    example: {
      bad: "new GravSite(platform, 'acets', { owner: clubs.acets, prod });",
      good: "new GravSite(platform, 'acets', { owner: clubs.acets, repository: 'ClubCedille/acets.etsmtl.ca', prod });",
    },
  },
  'repository-form': {
    why: {
      en: 'The address on GitHub is made from the organisation and the name. From anything else comes an address that does not exist.',
      fr: 'L’adresse sur GitHub est faite de l’organisation et du nom. Toute autre forme donne une adresse qui n’existe pas.',
    },
    example: {
      bad: "repository: 'https://github.com/ClubCedille/acets.etsmtl.ca',",
      good: "repository: 'ClubCedille/acets.etsmtl.ca',",
    },
  },
};
