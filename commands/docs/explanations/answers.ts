import type { answers as refusals } from '../../../constructs/refusals/answers.js';
import type { Explanations } from './explanation.js';

/** Answers to `npm run new`. */
export const answers: Explanations<typeof refusals> = {
  'answer-empty': {
    why: {
      en: 'The files that are written need this answer, and nothing in them could stand in for it.',
      fr: 'Les fichiers à écrire ont besoin de cette réponse, et rien ne peut en tenir lieu.',
    },
    example: { bad: "npm run new -- app chess --club ''", good: "npm run new -- app chess --club 'Chess'" },
  },
  'answer-line': {
    why: {
      en: 'The answer is written into a TypeScript file, in quotes or in a comment. A line break, a backquote or */ would end these too early, and the file would not be TypeScript any more.',
      fr: 'La réponse est écrite dans un fichier TypeScript, entre guillemets ou dans un commentaire. Un saut de ligne, un accent grave isolé ou */ les finirait trop tôt, et le fichier ne serait plus du TypeScript.',
    },
    example: {
      bad: "npm run new -- app chess --description 'the site */ of the chess club'",
      good: "npm run new -- app chess --description 'the site of the chess club'",
    },
  },
  'answer-form': {
    why: {
      en: 'What is written from such an answer would be refused by synth, or lead nowhere, only later and further away.',
      fr: 'Ce qu’on en écrirait serait refusé par synth, ou ne mènerait nulle part, mais plus tard et plus loin.',
    },
    example: {
      bad: 'npm run new -- service grafana --chart-version latest',
      good: 'npm run new -- service grafana --chart-version 7.3.12',
    },
  },
  'kind-unknown': {
    why: {
      en: 'Each kind of app has its own questions and its own file. Of another kind nothing is known that could be written.',
      fr: 'Chaque genre d’application a ses questions et son fichier. D’un autre genre, on ne sait pas quoi écrire.',
    },
    example: { bad: 'npm run new -- app chess --kind website', good: 'npm run new -- app chess --kind web' },
  },
  'name-begins-with-digit': {
    why: {
      en: "The app's Service has this name, and Kubernetes takes no Service whose name begins with a digit.",
      fr: 'Le Service de l’application porte ce nom, et Kubernetes refuse un Service dont le nom commence par un chiffre.',
    },
    example: { bad: 'npm run new -- app 2024-hackathon', good: 'npm run new -- app hackathon-2024' },
  },
  'name-used': {
    why: {
      en: 'The name is that of the file, of the folders in dist/ and of the Application. Two of one name would overwrite each other.',
      fr: 'Ce nom est celui du fichier, des dossiers de dist/ et de l’Application. Deux du même nom s’écraseraient.',
    },
    example: { bad: 'npm run new -- app hello', good: 'npm run new -- app hello-chess' },
  },
  'club-name-empty': {
    why: {
      en: "The name of the club's Argo CD project is made of the letters and digits of the club's name. Without any, the project would have no name.",
      fr: 'Le nom du projet Argo CD du club est fait des lettres et des chiffres du nom du club. Sans eux, le projet n’aurait pas de nom.',
    },
    example: {
      bad: "npm run new -- app chess --club '!!!'",
      good: "npm run new -- app chess --club 'Chess'",
    },
  },
  'owner-of-club': {
    why: {
      en: 'A club has one line in apps/clubs.ts, and all its apps the same owner: who approves and who hears alerts must not depend on the app that was written last.',
      fr: 'Un club a une seule ligne dans apps/clubs.ts, et toutes ses applications le même responsable : qui approuve et qui reçoit les alertes ne doit pas dépendre de la dernière application écrite.',
    },
    example: {
      bad: "npm run new -- app chess --club 'ApplETS' --github @ada",
      good: "npm run new -- app chess --club 'ApplETS'",
    },
  },
  'host-used': {
    why: {
      en: 'Two apps would claim one address, and the proxy would send its visitors to one of them, nobody knows which.',
      fr: 'Deux applications demanderaient la même adresse, et le proxy enverrait les visiteurs à l’une d’elles, sans qu’on sache laquelle.',
    },
    example: {
      bad: 'npm run new -- app chess --host dronolab.etsmtl.ca',
      good: 'npm run new -- app chess --host chess.etsmtl.ca',
    },
  },
  'host-of-prod': {
    why: {
      en: 'Both environments would claim the same address: visitors could land in what is still being tried out.',
      fr: 'Les deux environnements demanderaient la même adresse : des visiteurs pourraient arriver sur ce qui est encore à l’essai.',
    },
    example: {
      bad: 'npm run new -- app chess --host chess.etsmtl.ca --staging-host chess.etsmtl.ca',
      good: 'npm run new -- app chess --host chess.etsmtl.ca --staging-host chess.staging.cedille.club',
    },
  },
  'chart-pinned': {
    why: {
      en: 'A chart has one version on the platform, which updates raise in system/Chart.yaml. A second one would never be updated.',
      fr: 'Un chart a une seule version sur la plateforme, que les mises à jour changent dans system/Chart.yaml. Une seconde ne serait jamais mise à jour.',
    },
    example: {
      bad: 'npm run new -- service graphs --chart grafana --chart-version 6.0.0',
      good: 'npm run new -- service graphs --chart grafana',
    },
  },
};
