import type { Refusals } from './refusal.js';

/** Names, hosts, and who answers for what. */
export const names = {
  'name-form': {
    what: {
      en: "the <what> '<name>' may hold only a-z, 0-9 and -, and must begin and end with a letter or digit",
      fr: 'le nom « <name> » (<what>) ne peut contenir que a-z, 0-9 et -, et doit commencer et finir par une lettre ou un chiffre',
    },
    fix: { en: "Call it '<label>'", fr: 'Écrivez « <label> »' },
  },
  'name-length': {
    what: {
      en: "the <what> '<name>' is <length> characters long, <most> are allowed",
      fr: 'le nom « <name> » (<what>) a <length> caractères, <most> sont permis',
    },
    fix: { en: "Call it '<label>'", fr: 'Écrivez « <label> »' },
  },
  'app-name-length': {
    what: {
      en: "the name '<name>' is too long: the virtual cluster calls it '<translated>' on the host, <length> characters, <most> are allowed",
      fr: 'le nom « <name> » est trop long : le cluster virtuel l’appelle « <translated> » sur l’hôte, <length> caractères, <most> sont permis',
    },
    fix: { en: 'Shorten it by <excess> or more', fr: 'Raccourcissez-le de <excess> ou plus' },
  },
  'name-taken': {
    what: {
      en: "'<name>' is declared twice, first in <first>",
      fr: '« <name> » est déclaré deux fois, d’abord dans <first>',
    },
    fix: { en: 'Rename one of them', fr: 'Renommez l’un des deux' },
  },
  'claim-taken': {
    what: {
      en: "the <what> '<name>' is already taken by <holder>",
      fr: '« <name> » (<what>) est déjà pris par <holder>',
    },
    fix: { en: 'Change one of them', fr: 'Changez l’un des deux' },
  },
  'host-form': {
    what: { en: "'<host>' is not a host name", fr: '« <host> » n’est pas un nom de domaine' },
    fix: {
      en: "Write it in lower case without a scheme, port or path, like 'club.etsmtl.ca'",
      fr: 'Écrivez-le en minuscules, sans https://, port ni chemin, comme « club.etsmtl.ca »',
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
  },
  'alerts-on-call': {
    what: {
      en: "owner.alerts '<channel>' is the channel of Cédille's on-call",
      fr: 'owner.alerts « <channel> » est le salon de garde de Cédille',
    },
    fix: { en: "Name the club's own channel", fr: 'Nommez le salon du club' },
  },
} as const satisfies Refusals;
