import type { Refusals } from './refusal.js';

/** Volumes, secrets and files. */
export const data = {
  'mount-form': {
    what: {
      en: "mount '<mount>' is not an absolute path",
      fr: 'mount « <mount> » n’est pas un chemin absolu',
    },
    fix: { en: "Write it like '/data'", fr: 'Écrivez-le comme « /data »' },
  },
  'personal-data-unsaid': {
    what: {
      en: 'it does not say whether personal data may be in it',
      fr: 'il n’est pas dit si des données personnelles peuvent s’y trouver',
    },
    fix: {
      en: "Add personalData: false, or the reason why there are: personalData: 'names of the members, …'",
      fr: "Ajoutez personalData: false, ou la raison s’il y en a : personalData: 'noms des membres, …'",
    },
  },
  'secret-without-keys': {
    what: { en: "the secret '<name>' has no keys", fr: 'le secret « <name> » n’a pas de clés' },
    fix: { en: "Add keys: { KEY: 'what it is' }", fr: "Ajoutez keys: { CLE: 'ce que c’est' }" },
  },
  'secret-key-form': {
    what: { en: "'<key>' is not a name of a key", fr: '« <key> » n’est pas un nom de clé' },
    fix: { en: 'Use letters, digits and _', fr: 'Utilisez des lettres, des chiffres et _' },
  },
  'secret-generated-keys': {
    what: {
      en: "the secret '<name>' is generated and has <count> keys",
      fr: 'le secret « <name> » est généré et a <count> clés',
    },
    fix: { en: 'Make it one secret for each key', fr: 'Faites un secret par clé' },
  },
  'secret-rotation-form': {
    what: {
      en: "the secret '<name>' is to be rotated after '<rotate>', which is not a number of hours",
      fr: 'le secret « <name> » doit changer après « <rotate> », qui n’est pas un nombre d’heures',
    },
    fix: { en: "Write it like '720h'", fr: 'Écrivez-le comme « 720h »' },
  },
  'secret-rotation-given': {
    what: {
      en: "the secret '<name>' is to be rotated, and Vault does not generate it",
      fr: 'le secret « <name> » doit changer, et Vault ne le génère pas',
    },
    fix: { en: 'Add generate: true, or remove rotate', fr: 'Ajoutez generate: true, ou enlevez rotate' },
  },
  'files-size': {
    what: {
      en: 'the files of <name> have <size> bytes, a ConfigMap holds <most>',
      fr: 'les fichiers de <name> ont <size> octets, une ConfigMap en contient <most>',
    },
    fix: {
      en: 'Make them smaller, or build them into an image',
      fr: 'Réduisez-les, ou mettez-les dans une image',
    },
  },
} as const satisfies Refusals;
