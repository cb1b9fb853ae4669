import type { Refusals } from './refusal.js';

/** Names, hosts, and who answers for what. */
export const names = {
  'name-form': {
    what: {
      en: "the <what> '<name>' may hold only a-z, 0-9 and -, and must begin and end with a letter or digit",
      fr: 'le nom « <name> » (<what>) ne peut contenir que a-z, 0-9 et -, et doit commencer et finir par une lettre ou un chiffre',
    },
    fix: { en: "Call it '<label>'", fr: 'Écrivez « <label> »' },
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
    what: {
      en: "the <what> '<name>' is <length> characters long, <most> are allowed",
      fr: 'le nom « <name> » (<what>) a <length> caractères, <most> sont permis',
    },
    fix: { en: "Call it '<label>'", fr: 'Écrivez « <label> »' },
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
    what: {
      en: "the name '<name>' is too long: the virtual cluster calls it '<translated>' on the host, <length> characters, <most> are allowed",
      fr: 'le nom « <name> » est trop long : le cluster virtuel l’appelle « <translated> » sur l’hôte, <length> caractères, <most> sont permis',
    },
    fix: { en: 'Shorten it by <excess> or more', fr: 'Raccourcissez-le de <excess> ou plus' },
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
    what: {
      en: "'<name>' is declared twice, first in <first>",
      fr: '« <name> » est déclaré deux fois, d’abord dans <first>',
    },
    fix: { en: 'Rename one of them', fr: 'Renommez l’un des deux' },
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
    what: {
      en: "the <what> '<name>' is already taken by <holder>",
      fr: '« <name> » (<what>) est déjà pris par <holder>',
    },
    fix: { en: 'Change one of them', fr: 'Changez l’un des deux' },
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
    what: { en: "'<host>' is not a host name", fr: '« <host> » n’est pas un nom de domaine' },
    fix: {
      en: "Write it in lower case without a scheme, port or path, like 'club.etsmtl.ca'",
      fr: 'Écrivez-le en minuscules, sans https://, port ni chemin, comme « club.etsmtl.ca »',
    },
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
    what: {
      en: "host '<host>' lies in no DNS zone that the platform knows",
      fr: 'le domaine « <host> » n’est dans aucune zone DNS que la plateforme connaît',
    },
    fix: {
      en: 'Use <zones>, or add the zone to system/settings.ts',
      fr: 'Utilisez <zones>, ou ajoutez la zone à system/settings.ts',
    },
    why: {
      en: 'The zone says who makes the DNS record: the platform, or somebody who is asked. Without a record nobody reaches the site, and it gets no certificate.',
      fr: 'La zone dit qui crée l’enregistrement DNS : la plateforme, ou quelqu’un à qui on le demande. Sans lui, personne n’atteint le site, qui n’a pas de certificat.',
    },
    example: { bad: "prod: { host: 'chess.example.com' },", good: "prod: { host: 'chess.etsmtl.ca' }," },
  },
  'owner-missing': {
    what: {
      en: 'it has no owner, or one that is not in apps/clubs.ts',
      fr: 'elle n’a pas de responsable, ou un qui n’est pas dans apps/clubs.ts',
    },
    fix: {
      en: 'Write owner: clubs. and a name that apps/clubs.ts has, or add the club there',
      fr: 'Écrivez owner: clubs. et un nom de apps/clubs.ts, ou ajoutez-y le club',
    },
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
    what: {
      en: "owner.github '<github>' is not a GitHub name",
      fr: 'owner.github « <github> » n’est pas un nom GitHub',
    },
    fix: {
      en: "Write a team of <organisation>, '@<organisation>/chess', or a user, '@ada'",
      fr: 'Écrivez une équipe de <organisation>, « @<organisation>/chess », ou une personne, « @ada »',
    },
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
    what: {
      en: "owner.github '<github>' is of another organisation: GitHub does not let it approve changes here, and does not say so",
      fr: 'owner.github « <github> » est d’une autre organisation : GitHub ne la laisse pas approuver de changements ici, sans le dire',
    },
    fix: {
      en: "Write a team of <organisation>, '@<organisation>/<team>', or a user",
      fr: 'Écrivez une équipe de <organisation>, « @<organisation>/<team> », ou une personne',
    },
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
    what: {
      en: "club '<club>' is declared with owner.github '<github>', another app of it says otherwise",
      fr: 'le club « <club> » a ici owner.github « <github> », une autre de ses applications dit autre chose',
    },
    fix: {
      en: 'Give every app of a club the same owner',
      fr: 'Donnez le même responsable à toutes les applications d’un club',
    },
    why: {
      en: 'A club has one Argo CD project, in which its team has rights. With two owners it would depend on the order of files whose team that is.',
      fr: 'Un club a un seul projet Argo CD, où son équipe a des droits. Avec deux responsables, l’ordre des fichiers déciderait de l’équipe.',
    },
    example: { bad: "owner: { ...clubs.applets, github: '@ada' },", good: 'owner: clubs.applets,' },
  },
  'alerts-on-call': {
    what: {
      en: "owner.alerts '<channel>' is the channel of Cédille's on-call",
      fr: 'owner.alerts « <channel> » est le salon de garde de Cédille',
    },
    fix: { en: "Name the club's own channel", fr: 'Nommez le salon du club' },
    why: {
      en: "That channel hears what cannot wait until the morning. The alerts of a club's app would wake those on call, and the club would not hear them.",
      fr: 'Ce salon reçoit ce qui ne peut pas attendre le matin. Les alertes d’un club y réveilleraient la garde, et le club ne les recevrait pas.',
    },
    example: {
      bad: "chess: { club: 'Chess', github: '@ClubCedille/chess', alerts: 'on-call' },",
      good: "chess: { club: 'Chess', github: '@ClubCedille/chess', alerts: 'chess' },",
    },
  },
} as const satisfies Refusals;
