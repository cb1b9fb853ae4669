import type { Refusals } from './refusal.js';

/** Answers to `npm run new`. */
export const answers = {
  'answer-empty': {
    what: { en: 'it is empty', fr: 'la réponse est vide' },
    fix: { en: 'Answer it', fr: 'Répondez' },
    why: {
      en: 'The files that are written need this answer, and nothing in them could stand in for it.',
      fr: 'Les fichiers à écrire ont besoin de cette réponse, et rien ne peut en tenir lieu.',
    },
    example: { bad: "npm run new -- app chess --club ''", good: "npm run new -- app chess --club 'Chess'" },
  },
  'answer-line': {
    what: {
      en: 'it is not a plain line of up to <most> characters',
      fr: 'ce n’est pas une simple ligne d’au plus <most> caractères',
    },
    fix: {
      en: 'Leave out line breaks, backquotes, backslashes and */',
      fr: 'Retirez sauts de ligne, accents graves isolés, barres obliques inverses et */',
    },
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
    what: { en: "'<given>' is not <wanted>", fr: '« <given> » n’est pas <wanted>' },
    fix: { en: "Write it like '<example>'", fr: 'Écrivez par exemple « <example> »' },
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
    what: { en: "there is no kind '<given>'", fr: 'le genre « <given> » n’existe pas' },
    fix: { en: 'Use <known>', fr: 'Utilisez <known>' },
    why: {
      en: 'Each kind of app has its own questions and its own file. Of another kind nothing is known that could be written.',
      fr: 'Chaque genre d’application a ses questions et son fichier. D’un autre genre, on ne sait pas quoi écrire.',
    },
    example: { bad: 'npm run new -- app chess --kind website', good: 'npm run new -- app chess --kind web' },
  },
  'name-begins-with-digit': {
    what: { en: "the name '<name>' begins with a digit", fr: 'le nom « <name> » commence par un chiffre' },
    fix: {
      en: 'Begin it with a letter: Services have to',
      fr: 'Commencez par une lettre : un Service le doit',
    },
    why: {
      en: "The app's Service has this name, and Kubernetes takes no Service whose name begins with a digit.",
      fr: 'Le Service de l’application porte ce nom, et Kubernetes refuse un Service dont le nom commence par un chiffre.',
    },
    example: { bad: 'npm run new -- app 2024-hackathon', good: 'npm run new -- app hackathon-2024' },
  },
  'name-used': {
    what: { en: "the name '<name>' is taken by <holder>", fr: 'le nom « <name> » est pris par <holder>' },
    fix: { en: "Choose another, such as '<name>-site'", fr: 'Choisissez-en un autre, comme « <name>-site »' },
    why: {
      en: 'The name is that of the file, of the folders in dist/ and of the Application. Two of one name would overwrite each other.',
      fr: 'Ce nom est celui du fichier, des dossiers de dist/ et de l’Application. Deux du même nom s’écraseraient.',
    },
    example: { bad: 'npm run new -- app hello', good: 'npm run new -- app hello-chess' },
  },
  'club-name-empty': {
    what: {
      en: "the club's name '<club>' holds no letter",
      fr: 'le nom du club « <club> » n’a pas de lettre',
    },
    fix: {
      en: "Write it as people know it, like 'Raconteurs'",
      fr: 'Écrivez-le comme on le connaît, par exemple « Raconteurs »',
    },
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
    what: {
      en: "the club <club> has <field> '<known>' in apps/clubs.ts, not '<given>'",
      fr: 'le club <club> a <field> « <known> » dans apps/clubs.ts, et non « <given> »',
    },
    fix: { en: 'Leave --<field> out', fr: 'Retirez --<field>' },
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
    what: { en: "the host '<host>' is taken by <holder>", fr: 'l’adresse « <host> » est prise par <holder>' },
    fix: { en: 'Choose another', fr: 'Choisissez-en une autre' },
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
    what: {
      en: "staging has the host '<host>' of prod",
      fr: 'l’adresse d’essai « <host> » est celle de la production',
    },
    fix: {
      en: "Choose another, such as 'staging.<host>'",
      fr: 'Choisissez-en une autre, comme « staging.<host> »',
    },
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
    what: {
      en: "the chart '<chart>' is pinned to <version> in system/Chart.yaml",
      fr: 'le chart « <chart> » est fixé à <version> dans system/Chart.yaml',
    },
    fix: { en: 'Leave --chart-version out', fr: 'Retirez --chart-version' },
    why: {
      en: 'A chart has one version on the platform, which updates raise in system/Chart.yaml. A second one would never be updated.',
      fr: 'Un chart a une seule version sur la plateforme, que les mises à jour changent dans system/Chart.yaml. Une seconde ne serait jamais mise à jour.',
    },
    example: {
      bad: 'npm run new -- service graphs --chart grafana --chart-version 6.0.0',
      good: 'npm run new -- service graphs --chart grafana',
    },
  },
} as const satisfies Refusals;
