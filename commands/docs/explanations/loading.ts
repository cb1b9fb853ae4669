import type { loading as refusals } from '../../../constructs/refusals/loading.js';
import type { Explanations } from './explanation.js';

/** Files that cannot be read or built, and what would disappear with them. */
export const loading: Explanations<typeof refusals> = {
  'import-missing': {
    why: {
      en: 'The file cannot be loaded without what it imports, so that nothing of it could be deployed.',
      fr: 'Le fichier ne peut pas être chargé sans ce qu’il importe : rien n’en serait déployé.',
    },
    example: { bad: "import { clubs } from './club.js';", good: "import { clubs } from './clubs.js';" },
  },
  'syntax-error': {
    why: {
      en: 'A file that is not TypeScript cannot be loaded. dist/ stays as it was until it is.',
      fr: 'Un fichier qui n’est pas du TypeScript ne peut pas être chargé. D’ici là, dist/ reste tel quel.',
    },
    example: { bad: "prod: { host: 'chess.etsmtl.ca },", good: "prod: { host: 'chess.etsmtl.ca' }," },
  },
  'conflict-marker': {
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
    why: {
      en: 'The file ends with an error while it is loaded, so that nobody knows all of what it declares. Writing the rest of it could take parts of it off the cluster.',
      fr: 'Le fichier s’arrête sur une erreur pendant qu’il est chargé, et on ne sait pas tout ce qu’il déclare. Écrire le reste pourrait en retirer des parties du cluster.',
    },
    example: { bad: 'const { chess } = undefined;', good: 'const { chess } = clubs;' },
  },
  'file-not-listed': {
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
    why: {
      en: 'Argo CD removes from the cluster what leaves dist/. A line lost in a merge must not take a site down without anybody having meant it.',
      fr: 'Argo CD retire du cluster ce qui quitte dist/. Une ligne perdue dans une fusion ne doit pas faire disparaître un site sans que personne l’ait voulu.',
    },
    example: { bad: 'npx cdk8s synth', good: 'REMOVE=chess npx cdk8s synth' },
  },
};
