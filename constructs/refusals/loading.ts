import type { Refusals } from './refusal.js';

/** Files that cannot be read or built, and what would disappear with them. */
export const loading = {
  'import-missing': {
    what: {
      en: "<importer> imports '<path>', which does not exist",
      fr: '<importer> importe « <path> », qui n’existe pas',
    },
    fix: { en: 'Fix the import, or remove it', fr: 'Corrigez l’import, ou enlevez-le' },
    why: {
      en: 'The file cannot be loaded without what it imports, so that nothing of it could be deployed.',
      fr: 'Le fichier ne peut pas être chargé sans ce qu’il importe : rien n’en serait déployé.',
    },
    example: { bad: "import { clubs } from './club.js';", good: "import { clubs } from './clubs.js';" },
  },
  'syntax-error': {
    what: { en: 'it is not TypeScript: <why>', fr: 'ce n’est pas du TypeScript : <why>' },
    fix: {
      en: 'Look there, and on the line before, for a quote, a comma or a bracket too few or too many',
      fr: 'Cherchez là, et à la ligne d’avant, un guillemet, une virgule ou une parenthèse en trop ou en moins',
    },
    why: {
      en: 'A file that is not TypeScript cannot be loaded. dist/ stays as it was until it is.',
      fr: 'Un fichier qui n’est pas du TypeScript ne peut pas être chargé. D’ici là, dist/ reste tel quel.',
    },
    example: { bad: "prod: { host: 'chess.etsmtl.ca },", good: "prod: { host: 'chess.etsmtl.ca' }," },
  },
  'conflict-marker': {
    what: { en: "a merge has left '<marker>' there", fr: 'une fusion a laissé « <marker> » là' },
    fix: {
      en: 'Resolve the conflict: keep what is meant of both sides, without the marker lines',
      fr: 'Réglez le conflit : gardez ce qu’il faut des deux côtés, sans les lignes de marques',
    },
    why: {
      en: 'Git leaves these lines where two changes meet and only a person can choose. Until then nobody knows which side is meant.',
      fr: 'Git laisse ces lignes où deux changements se rencontrent et où seule une personne peut choisir. D’ici là, on ne sait pas quel côté est le bon.',
    },
    example: {
      // Escapes, not lines: synth looks for markers in this file too.
      bad: '<<<<<<< HEAD\nreplicas: 2,\n=======\nreplicas: 3,\n>>>>>>> more-pods',
      good: 'replicas: 3,',
    },
  },
  'build-error': {
    what: { en: 'it throws "<message>"', fr: 'il lève l’erreur « <message> »' },
    fix: {
      en: 'Fix the line named, or the value it was given',
      fr: 'Corrigez cette ligne, ou la valeur qu’elle a reçue',
    },
    why: {
      en: 'The file ends with an error while it is loaded, so that nobody knows all of what it declares. Writing the rest of it could take parts of it off the cluster.',
      fr: 'Le fichier s’arrête sur une erreur pendant qu’il est chargé, et on ne sait pas tout ce qu’il déclare. Écrire le reste pourrait en retirer des parties du cluster.',
    },
    example: { bad: 'const { chess } = undefined;', good: 'const { chess } = clubs;' },
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
    why: {
      en: 'main.ts is the table of contents: what it does not import, directly or through another file, is not built. Whoever wrote the file would wait for it in vain.',
      fr: 'main.ts est la table des matières : ce qu’il n’importe pas, directement ou par un autre fichier, n’est pas construit. Qui a écrit le fichier l’attendrait en vain.',
    },
    example: {
      bad: `import('./apps/acets.js'),
// apps/chess.ts exists`,
      good: `import('./apps/acets.js'),
import('./apps/chess.js'),`,
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
    why: {
      en: 'The platform builds what a file exports. Of a file without exports nothing would be deployed, and nobody would be told.',
      fr: 'La plateforme construit ce qu’un fichier exporte. D’un fichier sans export, rien ne serait déployé, et personne n’en saurait rien.',
    },
    example: {
      bad: "const chess = (platform: Platform) => new ClubApp(platform, 'chess', props);",
      good: "export const chess = (platform: Platform) => new ClubApp(platform, 'chess', props);",
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
    why: {
      en: 'The platform builds what a file exports. This one is left out, although the file is loaded and looks right.',
      fr: 'La plateforme construit ce qu’un fichier exporte. Celui-ci est laissé de côté, bien que le fichier soit chargé et paraisse juste.',
    },
    example: {
      bad: `export const site = (platform: Platform) => new ClubApp(platform, 'chess', props);
const wiki = (platform: Platform) => new ClubApp(platform, 'chess-wiki', others);`,
      good: `export const site = (platform: Platform) => new ClubApp(platform, 'chess', props);
export const wiki = (platform: Platform) => new ClubApp(platform, 'chess-wiki', others);`,
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
    why: {
      en: 'Argo CD removes from the cluster what leaves dist/. A line lost in a merge must not take a site down without anybody having meant it.',
      fr: 'Argo CD retire du cluster ce qui quitte dist/. Une ligne perdue dans une fusion ne doit pas faire disparaître un site sans que personne l’ait voulu.',
    },
    example: { bad: 'npx cdk8s synth', good: 'REMOVE=chess npx cdk8s synth' },
  },
} as const satisfies Refusals;
