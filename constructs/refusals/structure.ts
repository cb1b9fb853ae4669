import type { Refusals } from './refusal.js';

/** How services, apps and objects stand to each other. */
export const structure = {
  'dependency-missing': {
    what: {
      en: "it depends on '<name>', which is not on the platform",
      fr: 'il dépend de « <name> », qui n’est pas sur la plateforme',
    },
    fix: { en: 'Add the file of <name> to main.ts', fr: 'Ajoutez le fichier de <name> à main.ts' },
  },
  'dependency-off': {
    what: {
      en: "it depends on '<name>', which is switched off",
      fr: 'il dépend de « <name> », qui est désactivé',
    },
    fix: { en: 'Switch that on, or this off as well', fr: 'Activez-le, ou désactivez aussi celui-ci' },
  },
  'dependency-cycle': {
    what: { en: 'dependencies form a cycle: <cycle>', fr: 'les dépendances forment un cycle : <cycle>' },
    fix: { en: 'Remove one of these dependencies', fr: 'Enlevez l’une de ces dépendances' },
  },
  'namespace-order': {
    what: {
      en: "it lands in namespace '<namespace>', which '<maker>' does not make before it",
      fr: 'il va dans le namespace « <namespace> », que « <maker> » ne crée pas avant lui',
    },
    fix: { en: 'Add that to dependsOn', fr: 'Ajoutez-le à dependsOn' },
  },
  'provider-missing': {
    what: {
      en: 'no service provides <kind> (<group>)<where>',
      fr: 'aucun service ne fournit <kind> (<group>)<where>',
    },
    fix: {
      en: 'Name the group in provides of the service that installs it',
      fr: 'Nommez le groupe dans provides du service qui l’installe',
    },
  },
  'provider-order': {
    what: {
      en: "<kind> is provided by '<provider>', which '<unit>' does not depend on",
      fr: '<kind> est fourni par « <provider> », dont « <unit> » ne dépend pas',
    },
    fix: { en: 'Add it to dependsOn', fr: 'Ajoutez-le à dependsOn' },
  },
  'storage-class-unknown': {
    what: {
      en: "no storage class is called '<name>'",
      fr: 'aucune classe de stockage ne s’appelle « <name> »',
    },
    fix: { en: 'Use <known>', fr: 'Utilisez <known>' },
  },
  'chart-not-unit': {
    what: {
      en: 'it is a Chart but no Unit, so nothing would deploy it',
      fr: 'c’est un Chart et pas une Unit : rien ne le déploierait',
    },
    fix: { en: 'Make it a SystemService or a Unit', fr: 'Faites-en un SystemService ou une Unit' },
  },
  'construct-invalid': {
    what: { en: '<message>', fr: '<message>' },
    fix: { en: 'Fix it where it is declared', fr: 'Corrigez-le là où il est déclaré' },
  },
  'object-unwritable': {
    what: { en: 'it cannot be written: <message>', fr: 'il ne peut pas être écrit : <message>' },
    fix: { en: 'Fix the value that it was given', fr: 'Corrigez la valeur qui lui a été donnée' },
  },
  'object-incomplete': {
    what: {
      en: "an object without '<field>' cannot be written",
      fr: 'un objet sans « <field> » ne peut pas être écrit',
    },
    fix: { en: 'Give it <field>', fr: 'Donnez-lui <field>' },
  },
  capacity: {
    what: {
      en: 'with one worker of <count> down there is no room for all: pods ask for <asked>, charts for <charts>, and the others have <there>',
      fr: 'avec un serveur sur <count> en panne, tout ne tient pas : les pods demandent <asked>, les charts <charts>, et les autres ont <there>',
    },
    fix: {
      en: 'Lower resources, replicas or autoscale.max somewhere, or add a worker to system/settings.ts',
      fr: 'Baissez resources, replicas ou autoscale.max quelque part, ou ajoutez un serveur à system/settings.ts',
    },
  },
  'user-twice': {
    what: { en: "the user '<user>' is listed twice", fr: 'la personne « <user> » est citée deux fois' },
    fix: { en: 'Remove one of the lines', fr: 'Enlevez l’une des lignes' },
  },
} as const satisfies Refusals;
