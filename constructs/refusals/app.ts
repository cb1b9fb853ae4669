import type { Refusals } from './refusal.js';

/** An app as a whole: its environments, its hosts, and how its parts refer to each other. */
export const app = {
  'environment-missing': {
    what: { en: "'<app>' has no environment", fr: '« <app> » n’a pas d’environnement' },
    fix: {
      en: "Add one, for example prod: { host: '<app>.etsmtl.ca' }",
      fr: "Ajoutez-en un, par exemple prod: { host: '<app>.etsmtl.ca' }",
    },
  },
  'environment-cluster': {
    what: {
      en: "environment '<environment>' lives on cluster '<cluster>', which does not exist",
      fr: 'l’environnement « <environment> » est sur le cluster « <cluster> », qui n’existe pas',
    },
    fix: {
      en: "Use <clusters> in the platform's environments, or add the virtual cluster before its apps in main.ts",
      fr: 'Utilisez <clusters> dans les environnements de la plateforme, ou ajoutez le cluster virtuel avant ses applications dans main.ts',
    },
  },
  'part-name-taken': {
    what: {
      en: "two parts of the app are called '<name>'",
      fr: 'deux parties de l’application s’appellent « <name> »',
    },
    fix: { en: 'Rename one of them', fr: 'Renommez l’une des deux' },
  },
  'service-unknown': {
    what: {
      en: "<part> calls '<name>', which is not a service of the app with a port",
      fr: '<part> appelle « <name> », qui n’est pas un service de l’application avec un port',
    },
    fix: { en: 'The app has <known>', fr: 'L’application a : <known>' },
  },
  'database-unknown': {
    what: {
      en: "<part> uses the database '<name>', which the app does not have",
      fr: '<part> utilise la base de données « <name> », que l’application n’a pas',
    },
    fix: { en: 'The app has <known>', fr: 'L’application a : <known>' },
  },
  'volume-unknown': {
    what: {
      en: "<part> mounts the volume '<name>', which no service of the app has",
      fr: '<part> monte le volume « <name> », qu’aucun service de l’application n’a',
    },
    fix: { en: 'The app has <known>', fr: 'L’application a : <known>' },
  },
  'host-without-port': {
    what: { en: 'it has a host and no port', fr: 'elle a un domaine et pas de port' },
    fix: {
      en: 'Give the port that the program listens on',
      fr: 'Donnez le port sur lequel le programme écoute',
    },
  },
  'host-missing': {
    what: { en: 'it has no host, and is not internal', fr: 'elle n’a pas de domaine, et n’est pas interne' },
    fix: {
      en: "Add host: '…' to the <environment> layer, or internal: true to the base",
      fr: "Ajoutez host: '…' à <environment>, ou internal: true à la base",
    },
  },
  'registry-login': {
    what: {
      en: "registry '<login>' is not a login that Vault keeps",
      fr: 'registry « <login> » n’est pas un accès que Vault garde',
    },
    fix: {
      en: "Write it like 'docker' or 'docker-crabe'",
      fr: 'Écrivez-le comme « docker » ou « docker-crabe »',
    },
  },
  'route-unknown': {
    what: {
      en: "it has a host for '<name>', which is not a route",
      fr: 'elle a un domaine pour « <name> », qui n’est pas une route',
    },
    fix: { en: 'Add <name> to routes', fr: 'Ajoutez <name> à routes' },
  },
  'repository-missing': {
    what: { en: 'it has no repository', fr: 'elle n’a pas de dépôt' },
    fix: {
      en: "Write it like 'ClubCedille/acets.etsmtl.ca'",
      fr: 'Écrivez-le comme « ClubCedille/acets.etsmtl.ca »',
    },
  },
  'repository-form': {
    what: {
      en: "repository '<repository>' is not a repository on GitHub",
      fr: 'le dépôt « <repository> » n’est pas un dépôt GitHub',
    },
    fix: {
      en: "Write it like 'ClubCedille/acets.etsmtl.ca'",
      fr: 'Écrivez-le comme « ClubCedille/acets.etsmtl.ca »',
    },
  },
} as const satisfies Refusals;
