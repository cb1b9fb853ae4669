import type { Refusals } from './refusal.js';

/** One program of an app. */
export const program = {
  'image-missing': {
    what: { en: 'it has no image', fr: 'il n’y a pas d’image' },
    fix: {
      en: "Give a container image with its version, like image: 'ghcr.io/club/site:1.2.3'",
      fr: "Donnez une image de conteneur avec sa version, comme image: 'ghcr.io/club/site:1.2.3'",
    },
  },
  'image-form': {
    what: { en: "'<image>' is not an image reference", fr: '« <image> » n’est pas une référence d’image' },
    fix: {
      en: "Write it like 'ghcr.io/club/site:1.2.3'",
      fr: 'Écrivez-la comme « ghcr.io/club/site:1.2.3 »',
    },
  },
  'image-unpinned': {
    what: { en: "image '<image>' has no version", fr: 'l’image « <image> » n’a pas de version' },
    fix: {
      en: "Pin a version: '<name>:1.2.3' or '<name>@sha256:…'",
      fr: 'Fixez une version : « <name>:1.2.3 » ou « <name>@sha256:… »',
    },
  },
  'image-floating': {
    what: { en: "image '<image>' floats on '<tag>'", fr: 'l’image « <image> » suit « <tag> », qui change' },
    fix: {
      en: "Pin a version: '<name>:1.2.3' or '<name>@sha256:…'",
      fr: 'Fixez une version : « <name>:1.2.3 » ou « <name>@sha256:… »',
    },
  },
  'port-range': {
    what: { en: 'port <port> is out of range', fr: 'le port <port> est hors limites' },
    fix: { en: 'Give a port from 1 to 65535', fr: 'Donnez un port de 1 à 65535' },
  },
  'replicas-range': {
    what: { en: '<field> <count> is out of range', fr: '<field> <count> est hors limites' },
    fix: {
      en: 'Give a whole number from 1 to <most>; to take the app off, remove the layer or set enabled: false',
      fr: 'Donnez un entier de 1 à <most> ; pour retirer l’application, enlevez l’environnement ou écrivez enabled: false',
    },
  },
  'replicas-volume': {
    what: {
      en: '<count> replicas cannot share a volume that one pod at a time can mount',
      fr: '<count> pods ne peuvent pas partager un volume qu’un seul pod peut monter à la fois',
    },
    fix: { en: 'Remove replicas, or the volume', fr: 'Enlevez replicas, ou le volume' },
  },
  'release-volume': {
    what: {
      en: "release '<release>' runs two versions at once, and one pod at a time can mount a volume of its own",
      fr: 'release « <release> » fait tourner deux versions à la fois, et un seul pod à la fois peut monter son volume',
    },
    fix: { en: 'Remove release, or the volume', fr: 'Enlevez release, ou le volume' },
  },
  'release-unseen': {
    what: {
      en: "<part> has release '<release>', and nothing comes to it from outside by which that could be judged",
      fr: '<part> a release « <release> », et rien ne lui vient de l’extérieur qui permettrait d’en juger',
    },
    fix: {
      en: 'Remove release, or give it a port and <way>',
      fr: 'Enlevez release, ou donnez un port et <way>',
    },
  },
  'probe-form': {
    what: { en: "probe '<probe>' is not a path", fr: 'probe « <probe> » n’est pas un chemin' },
    fix: { en: "Write it like '/healthz'", fr: 'Écrivez-le comme « /healthz »' },
  },
  'path-form': {
    what: {
      en: "'<path>' is not a path below the host",
      fr: '« <path> » n’est pas un chemin sous le domaine',
    },
    fix: { en: "Write it like '/api'", fr: 'Écrivez-le comme « /api »' },
  },
  'schedule-form': {
    what: { en: "'<schedule>' is not a schedule", fr: '« <schedule> » n’est pas un horaire' },
    fix: {
      en: "Write it as cron does, like '0 3 * * *'",
      fr: 'Écrivez-le comme cron, par exemple « 0 3 * * * »',
    },
  },
  'quantity-form': {
    what: {
      en: "'<text>' is not a quantity of <measure>",
      fr: '« <text> » n’est pas une quantité (<measure>)',
    },
    fix: { en: "Write it like '<example>'", fr: 'Écrivez-la comme « <example> »' },
  },
  'quantity-range': {
    what: { en: "<measure> '<text>' is out of range", fr: '« <text> » (<measure>) est hors limites' },
    fix: {
      en: "Give <least> to <most>, for example '<example>'",
      fr: 'Donnez de <least> à <most>, par exemple « <example> »',
    },
  },
  'request-above-limit': {
    what: {
      en: "the <measure> request '<request>' is more than its limit '<limit>'",
      fr: 'la demande « <request> » (<measure>) dépasse la limite « <limit> »',
    },
    fix: { en: 'Raise the limit or lower the request', fr: 'Augmentez la limite ou baissez la demande' },
  },
  'slo-range': {
    what: { en: 'slo.availability <given> is out of range', fr: 'slo.availability <given> est hors limites' },
    fix: {
      en: 'Give percent from 50 to less than 100, like 99.5: an objective of 100 leaves no budget',
      fr: 'Donnez un pourcentage de 50 à moins de 100, comme 99.5 : un objectif de 100 ne laisse aucune marge',
    },
  },
  'slo-without-host': {
    what: { en: 'it has an objective and no host', fr: 'elle a un objectif et pas de domaine' },
    fix: {
      en: 'Remove slo: failures are counted where the public comes in, and nobody comes in here',
      fr: 'Enlevez slo : les erreurs se comptent là où le public entre, et personne n’entre ici',
    },
  },
  'watch-slow-range': {
    what: { en: 'watch.slow <given> is out of range', fr: 'watch.slow <given> est hors limites' },
    fix: {
      en: 'Give seconds from 0.1 to 10, after which a probe gives up',
      fr: 'Donnez de 0,1 à 10 secondes : au-delà, la sonde abandonne',
    },
  },
  'watch-errors-range': {
    what: { en: 'watch.errors <given> is out of range', fr: 'watch.errors <given> est hors limites' },
    fix: { en: 'Give percent, like 5', fr: 'Donnez un pourcentage, comme 5' },
  },
  'watch-path-form': {
    what: { en: "watch.path '<path>' is not a path", fr: 'watch.path « <path> » n’est pas un chemin' },
    fix: { en: "Write it like '/healthz'", fr: 'Écrivez-le comme « /healthz »' },
  },
} as const satisfies Refusals;
