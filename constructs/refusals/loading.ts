import type { Refusals } from './refusal.js';

/** Files that cannot be read or built, and what would disappear with them. */
export const loading = {
  'import-missing': {
    what: {
      en: "<importer> imports '<path>', which does not exist",
      fr: '<importer> importe « <path> », qui n’existe pas',
    },
    fix: { en: 'Fix the import, or remove it', fr: 'Corrigez l’import, ou enlevez-le' },
  },
  'syntax-error': {
    what: { en: 'it is not TypeScript: <why>', fr: 'ce n’est pas du TypeScript : <why>' },
    fix: {
      en: 'Look there, and on the line before, for a quote, a comma or a bracket too few or too many',
      fr: 'Cherchez là, et à la ligne d’avant, un guillemet, une virgule ou une parenthèse en trop ou en moins',
    },
  },
  'conflict-marker': {
    what: { en: "a merge has left '<marker>' there", fr: 'une fusion a laissé « <marker> » là' },
    fix: {
      en: 'Resolve the conflict: keep what is meant of both sides, without the marker lines',
      fr: 'Réglez le conflit : gardez ce qu’il faut des deux côtés, sans les lignes de marques',
    },
  },
  'build-error': {
    what: { en: 'it throws "<message>"', fr: 'il lève l’erreur « <message> »' },
    fix: {
      en: 'Fix the line named, or the value it was given',
      fr: 'Corrigez cette ligne, ou la valeur qu’elle a reçue',
    },
  },
  'file-not-listed': {
    what: {
      en: 'nothing imports it, so that nothing of it is deployed',
      fr: 'rien ne l’importe : rien n’en est déployé',
    },
    fix: {
      en: "Add import('./<path>'), to main.ts, or remove the file",
      fr: "Ajoutez import('./<path>'), à main.ts, ou enlevez le fichier",
    },
  },
  'file-declares-nothing': {
    what: {
      en: 'main.ts loads it, and it exports nothing, so that nothing of it is deployed',
      fr: 'main.ts le charge, et il n’exporte rien : rien n’en est déployé',
    },
    fix: {
      en: 'Write export before const, or take its line out of main.ts',
      fr: 'Écrivez export devant const, ou enlevez sa ligne de main.ts',
    },
  },
  'declaration-not-exported': {
    what: {
      en: "'<name>' is declared and not exported, so that it is not deployed",
      fr: '« <name> » est déclaré et pas exporté : il n’est pas déployé',
    },
    fix: {
      en: 'Write export before const <name>, or remove it',
      fr: 'Écrivez export devant const <name>, ou enlevez-le',
    },
  },
  'removal-unconfirmed': {
    what: {
      en: 'this takes <count> files of <name> out of dist/, and so takes it off its cluster',
      fr: 'ceci enlève <count> fichiers de <name> de dist/, et donc le retire de son cluster',
    },
    fix: {
      en: 'Write enabled: false in its file to take it off for now; if it is to go for good, run REMOVE=<name> npx cdk8s synth',
      fr: 'Écrivez enabled: false dans son fichier pour le retirer un temps ; pour de bon, lancez REMOVE=<name> npx cdk8s synth',
    },
  },
} as const satisfies Refusals;
