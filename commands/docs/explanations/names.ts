import type { names as refusals } from '../../../constructs/refusals/names.js';
import type { Explanations } from './explanation.js';

/** Names, hosts, and who answers for what. */
export const names: Explanations<typeof refusals> = {
  'name-form': {
    why: {
      en: 'Names become those of namespaces and Services, and parts of DNS names. Kubernetes refuses others.',
      fr: 'Les noms deviennent ceux de namespaces et de Services, et des parties de noms DNS. Kubernetes refuse les autres.',
    },
    example: {
      bad: "new ClubApp(platform, 'Chess_Site', props);",
      good: "new ClubApp(platform, 'chess-site', props);",
    },
  },
  'name-length': {
    why: {
      en: 'A part of a DNS name has at most 63 characters, and Kubernetes refuses longer ones.',
      fr: 'Une partie d’un nom DNS a au plus 63 caractères, et Kubernetes refuse les noms plus longs.',
    },
    example: {
      bad: "new ClubApp(platform, 'the-site-of-the-chess-club-of-the-ecole-de-technologie-superieure', props);",
      good: "new ClubApp(platform, 'chess', props);",
    },
  },
  'app-name-length': {
    why: {
      en: "A virtual cluster puts the app's name, its namespace and its own name together for the host, where 63 characters are allowed. The Service would never be made there.",
      fr: 'Un cluster virtuel assemble pour l’hôte le nom de l’application, celui du namespace et le sien, où 63 caractères sont permis. Le Service n’y serait jamais créé.',
    },
    example: {
      bad: "new ClubApp(platform, 'site-of-the-chess-club-and-friends', props);",
      good: "new ClubApp(platform, 'chess', props);",
    },
  },
  'name-taken': {
    why: {
      en: 'Both would be written into the same folders of dist/, and one would overwrite the other.',
      fr: 'Les deux seraient écrits dans les mêmes dossiers de dist/, et l’un écraserait l’autre.',
    },
    example: {
      bad: `new ClubApp(platform, 'chess', props);
new ClubApp(platform, 'chess', others);`,
      good: `new ClubApp(platform, 'chess', props);
new ClubApp(platform, 'chess-wiki', others);`,
    },
  },
  'claim-taken': {
    why: {
      en: 'It can belong to one only. Of a host that two claim, visitors would reach one of them, nobody knows which.',
      fr: 'Il ne peut être qu’à un seul. D’un domaine que deux demandent, les visiteurs atteindraient l’un, sans qu’on sache lequel.',
    },
    example: {
      bad: `prod: { host: 'chess.etsmtl.ca' }, // in apps/chess.ts
prod: { host: 'chess.etsmtl.ca' }, // in apps/chess-wiki.ts`,
      good: `prod: { host: 'chess.etsmtl.ca' }, // in apps/chess.ts
prod: { host: 'wiki.chess.etsmtl.ca' }, // in apps/chess-wiki.ts`,
    },
  },
  'host-form': {
    why: {
      en: 'The host goes into the Ingress, the certificate and DNS, which take a plain name in lower case and refuse an address.',
      fr: 'Le domaine va dans l’Ingress, le certificat et le DNS, qui prennent un nom simple en minuscules et refusent une adresse.',
    },
    example: {
      bad: "prod: { host: 'https://Chess.etsmtl.ca/' },",
      good: "prod: { host: 'chess.etsmtl.ca' },",
    },
  },
  'host-zone': {
    why: {
      en: 'The zone says who makes the DNS record: the platform, or somebody who is asked. Without a record nobody reaches the site, and it gets no certificate.',
      fr: 'La zone dit qui crée l’enregistrement DNS : la plateforme, ou quelqu’un à qui on le demande. Sans lui, personne n’atteint le site, qui n’a pas de certificat.',
    },
    example: { bad: "prod: { host: 'chess.example.com' },", good: "prod: { host: 'chess.etsmtl.ca' }," },
  },
  'owner-missing': {
    why: {
      en: "The owner approves changes and hears the alerts. An app without one would be nobody's when it fails.",
      fr: 'Le responsable approuve les changements et reçoit les alertes. Sans lui, l’application ne serait à personne quand elle tombe.',
    },
    example: {
      bad: "new ClubApp(platform, 'chess', { base, prod });",
      good: "new ClubApp(platform, 'chess', { owner: clubs.chess, base, prod });",
    },
  },
  'owner-github': {
    why: {
      en: "GitHub is told by this name who approves changes of the app's file. It passes over what is no name, without a word.",
      fr: 'Ce nom dit à GitHub qui approuve les changements du fichier de l’application. Ce qui n’est pas un nom, il l’ignore sans le dire.',
    },
    example: {
      bad: "chess: { club: 'Chess', github: 'the chess team', alerts: 'chess' },",
      good: "chess: { club: 'Chess', github: '@ClubCedille/chess', alerts: 'chess' },",
    },
  },
  'owner-organisation': {
    why: {
      en: "GitHub asks only people and teams of the organisation that the repository is in. The club's changes would wait for an approval that nobody is asked for.",
      fr: 'GitHub ne demande qu’à des personnes et aux équipes de l’organisation du dépôt. Les changements du club attendraient une approbation que personne ne leur donnerait.',
    },
    example: {
      bad: "chess: { club: 'Chess', github: '@chessets/web', alerts: 'chess' },",
      good: "chess: { club: 'Chess', github: '@ClubCedille/chess', alerts: 'chess' },",
    },
  },
  'owner-differs': {
    why: {
      en: 'A club has one Argo CD project, in which its team has rights. With two owners it would depend on the order of files whose team that is.',
      fr: 'Un club a un seul projet Argo CD, où son équipe a des droits. Avec deux responsables, l’ordre des fichiers déciderait de l’équipe.',
    },
    example: { bad: "owner: { ...clubs.applets, github: '@ada' },", good: 'owner: clubs.applets,' },
  },
  'alerts-on-call': {
    why: {
      en: "That channel hears what cannot wait until the morning. The alerts of a club's app would wake those on call, and the club would not hear them.",
      fr: 'Ce salon reçoit ce qui ne peut pas attendre le matin. Les alertes d’un club y réveilleraient la garde, et le club ne les recevrait pas.',
    },
    example: {
      bad: "chess: { club: 'Chess', github: '@ClubCedille/chess', alerts: 'on-call' },",
      good: "chess: { club: 'Chess', github: '@ClubCedille/chess', alerts: 'chess' },",
    },
  },
};
