import type { Refusals } from './refusal.js';

/** One program of an app. */
export const program = {
  'image-missing': {
    what: { en: 'it has no image', fr: 'il n’y a pas d’image' },
    fix: {
      en: "Give a container image with its version, like image: 'ghcr.io/club/site:1.2.3'",
      fr: "Donnez une image de conteneur avec sa version, comme image: 'ghcr.io/club/site:1.2.3'",
    },
    why: {
      en: 'The image is the program itself. Without one there is nothing to run.',
      fr: 'L’image est le programme lui-même. Sans elle, il n’y a rien à exécuter.',
    },
    example: {
      bad: 'base: { port: 8080 },',
      good: "base: { image: 'ghcr.io/chess/site:1.4.2', port: 8080 },",
    },
  },
  'image-form': {
    what: { en: "'<image>' is not an image reference", fr: '« <image> » n’est pas une référence d’image' },
    fix: {
      en: "Write it like 'ghcr.io/club/site:1.2.3'",
      fr: 'Écrivez-la comme « ghcr.io/club/site:1.2.3 »',
    },
    why: {
      en: 'The node could not fetch it, and the pod would never start.',
      fr: 'Le nœud ne pourrait pas la télécharger, et le pod ne démarrerait jamais.',
    },
    example: { bad: "image: 'https://ghcr.io/chess/site',", good: "image: 'ghcr.io/chess/site:1.4.2'," },
  },
  'image-unpinned': {
    what: { en: "image '<image>' has no version", fr: 'l’image « <image> » n’a pas de version' },
    fix: {
      en: "Pin a version: '<name>:1.2.3' or '<name>@sha256:…'",
      fr: 'Fixez une version : « <name>:1.2.3 » ou « <name>@sha256:… »',
    },
    why: {
      en: 'An image without a version means latest: another program could run tomorrow without a change here, and nothing would say which one runs or how to go back.',
      fr: 'Une image sans version veut dire latest : demain, un autre programme pourrait tourner sans changement ici, et rien ne dirait lequel tourne ni comment revenir en arrière.',
    },
    example: { bad: "image: 'ghcr.io/chess/site',", good: "image: 'ghcr.io/chess/site:1.4.2'," },
  },
  'image-floating': {
    what: { en: "image '<image>' floats on '<tag>'", fr: 'l’image « <image> » suit « <tag> », qui change' },
    fix: {
      en: "Pin a version: '<name>:1.2.3' or '<name>@sha256:…'",
      fr: 'Fixez une version : « <name>:1.2.3 » ou « <name>@sha256:… »',
    },
    why: {
      en: 'What this tag means changes without a change here. Two pods could run two versions, and there would be none to go back to.',
      fr: 'Ce que veut dire cette étiquette change sans changement ici. Deux pods pourraient avoir deux versions, et il n’y en aurait aucune à laquelle revenir.',
    },
    example: { bad: "image: 'ghcr.io/chess/site:latest',", good: "image: 'ghcr.io/chess/site:1.4.2'," },
  },
  'port-range': {
    what: { en: 'port <port> is out of range', fr: 'le port <port> est hors limites' },
    fix: { en: 'Give a port from 1 to 65535', fr: 'Donnez un port de 1 à 65535' },
    why: {
      en: 'TCP has ports 1 to 65535 only, and Kubernetes refuses an object that names another.',
      fr: 'TCP n’a que les ports 1 à 65535, et Kubernetes refuse un objet qui en nomme un autre.',
    },
    example: { bad: 'port: 80800,', good: 'port: 8080,' },
  },
  'replicas-range': {
    what: { en: '<field> <count> is out of range', fr: '<field> <count> est hors limites' },
    fix: {
      en: 'Give a whole number from 1 to <most>; to take the app off, remove the layer or set enabled: false',
      fr: 'Donnez un entier de 1 à <most> ; pour retirer l’application, enlevez l’environnement ou écrivez enabled: false',
    },
    why: {
      en: 'Each pod reserves CPU and memory of servers that all clubs share: more than these do not fit. Zero would take the site down without saying that this is meant.',
      fr: 'Chaque pod réserve du CPU et de la mémoire de serveurs que tous les clubs partagent : davantage n’y entre pas. Zéro fermerait le site sans dire que c’est voulu.',
    },
    example: { bad: 'prod: { replicas: 0 },', good: 'enabled: false,' },
  },
  'replicas-volume': {
    what: {
      en: '<count> replicas cannot share a volume that one pod at a time can mount',
      fr: '<count> pods ne peuvent pas partager un volume qu’un seul pod peut monter à la fois',
    },
    fix: { en: 'Remove replicas, or the volume', fr: 'Enlevez replicas, ou le volume' },
    why: {
      en: 'A volume can be mounted by one pod at a time. The second one would wait for it for ever.',
      fr: 'Un volume ne peut être monté que par un pod à la fois. Le deuxième l’attendrait sans fin.',
    },
    example: {
      bad: `volumes: { data: { mount: '/data', size: '5Gi', personalData: false } },
replicas: 2,`,
      good: "volumes: { data: { mount: '/data', size: '5Gi', personalData: false } },",
    },
  },
  'release-volume': {
    what: {
      en: "release '<release>' runs two versions at once, and one pod at a time can mount a volume of its own",
      fr: 'release « <release> » fait tourner deux versions à la fois, et un seul pod à la fois peut monter son volume',
    },
    fix: { en: 'Remove release, or the volume', fr: 'Enlevez release, ou le volume' },
    why: {
      en: 'While a release is judged, the old and the new version both run, and one volume is not for both. The new one would never start.',
      fr: 'Pendant qu’une version est jugée, l’ancienne et la nouvelle tournent, et un volume ne peut pas servir aux deux. La nouvelle ne démarrerait jamais.',
    },
    example: {
      bad: `volumes: { data: { mount: '/data', size: '5Gi', personalData: false } },
release: 'canary',`,
      good: "volumes: { data: { mount: '/data', size: '5Gi', personalData: false } },",
    },
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
    why: {
      en: 'A release is judged by the failures that the proxies count where the public comes in. Where nobody does, a bad version would look like a good one.',
      fr: 'Une version est jugée par les erreurs que les proxys comptent là où le public entre. Si personne n’entre, une mauvaise version paraîtrait bonne.',
    },
    example: {
      bad: "base: { image, internal: true, release: 'canary' },",
      good: `base: { image, port: 8080, release: 'canary' },
prod: { host: 'chess.etsmtl.ca' },`,
    },
  },
  'probe-form': {
    what: { en: "probe '<probe>' is not a path", fr: 'probe « <probe> » n’est pas un chemin' },
    fix: { en: "Write it like '/healthz'", fr: 'Écrivez-le comme « /healthz »' },
    why: {
      en: "Kubernetes asks the program for this path by HTTP, or only opens its port for 'tcp'. Any other word would make a request that never succeeds, and the pod would get no visitors.",
      fr: 'Kubernetes demande ce chemin au programme par HTTP, ou ouvre seulement son port avec « tcp ». Tout autre mot ferait une requête qui ne réussit jamais, et le pod ne recevrait aucun visiteur.',
    },
    example: { bad: "probe: 'healthz',", good: "probe: '/healthz'," },
  },
  'path-form': {
    what: {
      en: "'<path>' is not a path below the host",
      fr: '« <path> » n’est pas un chemin sous le domaine',
    },
    fix: { en: "Write it like '/api'", fr: 'Écrivez-le comme « /api »' },
    why: {
      en: "The paths of a service divide the app's host. Each begins with /, and / alone is the app's own.",
      fr: 'Les chemins d’un service partagent le domaine de l’application. Chacun commence par /, et / seul est à l’application elle-même.',
    },
    example: {
      bad: "services: { api: { image, port: 5000, paths: ['/'] } },",
      good: "services: { api: { image, port: 5000, paths: ['/api'] } },",
    },
  },
  'schedule-form': {
    what: { en: "'<schedule>' is not a schedule", fr: '« <schedule> » n’est pas un horaire' },
    fix: {
      en: "Write it as cron does, like '0 3 * * *'",
      fr: 'Écrivez-le comme cron, par exemple « 0 3 * * * »',
    },
    why: {
      en: 'A schedule has five fields: minute, hour, day, month, weekday. Kubernetes refuses a CronJob whose schedule it cannot read, and the job would never run.',
      fr: 'Un horaire a cinq champs : minute, heure, jour, mois, jour de la semaine. Kubernetes refuse un CronJob dont il ne peut pas lire l’horaire, et la tâche ne tournerait jamais.',
    },
    example: {
      bad: "jobs: { report: { image, schedule: 'every night' } },",
      good: "jobs: { report: { image, schedule: '0 3 * * *' } },",
    },
  },
  'quantity-form': {
    what: {
      en: "'<text>' is not a quantity of <measure>",
      fr: '« <text> » n’est pas une quantité (<measure>)',
    },
    fix: { en: "Write it like '<example>'", fr: 'Écrivez-la comme « <example> »' },
    why: {
      en: 'Kubernetes takes a number with one of its own units, such as Mi or Gi, and refuses the whole object otherwise.',
      fr: 'Kubernetes prend un nombre avec une de ses unités, comme Mi ou Gi, et refuse sinon l’objet entier.',
    },
    example: {
      bad: "volumes: { data: { mount: '/data', size: '5 GB', personalData: false } },",
      good: "volumes: { data: { mount: '/data', size: '5Gi', personalData: false } },",
    },
  },
  'quantity-range': {
    what: { en: "<measure> '<text>' is out of range", fr: '« <text> » (<measure>) est hors limites' },
    fix: {
      en: "Give <least> to <most>, for example '<example>'",
      fr: 'Donnez de <least> à <most>, par exemple « <example> »',
    },
    why: {
      en: 'Without a unit, memory is counted in bytes: 512 would be 512 bytes, and the program would be ended at once. What no server has would never be found.',
      fr: 'Sans unité, la mémoire se compte en octets : 512 serait 512 octets, et le programme serait arrêté aussitôt. Ce qu’aucun serveur n’a ne serait jamais trouvé.',
    },
    example: { bad: "resources: { memory: '512' },", good: "resources: { memory: '512Mi' }," },
  },
  'request-above-limit': {
    what: {
      en: "the <measure> request '<request>' is more than its limit '<limit>'",
      fr: 'la demande « <request> » (<measure>) dépasse la limite « <limit> »',
    },
    fix: { en: 'Raise the limit or lower the request', fr: 'Augmentez la limite ou baissez la demande' },
    why: {
      en: 'A request is kept free for the program, a limit is what it may use at most. Kubernetes refuses a pod that asks for more than it may use.',
      fr: 'La demande est réservée au programme, la limite est ce qu’il peut utiliser au plus. Kubernetes refuse un pod qui demande plus que sa limite.',
    },
    example: {
      bad: "resources: { cpu: { request: '2', limit: '500m' } },",
      good: "resources: { cpu: { request: '100m', limit: '500m' } },",
    },
  },
  'slo-range': {
    what: { en: 'slo.availability <given> is out of range', fr: 'slo.availability <given> est hors limites' },
    fix: {
      en: 'Give percent from 50 to less than 100, like 99.5: an objective of 100 leaves no budget',
      fr: 'Donnez un pourcentage de 50 à moins de 100, comme 99.5 : un objectif de 100 ne laisse aucune marge',
    },
    why: {
      en: 'What is left of 100 may fail. With nothing left, the first failed request would be an alert; below 50, none ever would.',
      fr: 'Ce qui manque à 100 peut échouer. S’il ne reste rien, la première erreur serait une alerte ; sous 50, il n’y en aurait jamais.',
    },
    example: { bad: 'slo: { availability: 100 },', good: 'slo: { availability: 99.5 },' },
  },
  'slo-without-host': {
    what: { en: 'it has an objective and no host', fr: 'elle a un objectif et pas de domaine' },
    fix: {
      en: 'Remove slo: failures are counted where the public comes in, and nobody comes in here',
      fr: 'Enlevez slo : les erreurs se comptent là où le public entre, et personne n’entre ici',
    },
    why: {
      en: 'An objective is a share of the requests that the proxies count. Without a host there are none, and it would always look kept.',
      fr: 'Un objectif est une part des requêtes que comptent les proxys. Sans domaine il n’y en a pas, et il paraîtrait toujours tenu.',
    },
    example: {
      bad: 'base: { image, port: 8080, internal: true, slo: { availability: 99.5 } },',
      good: 'base: { image, port: 8080, internal: true },',
    },
  },
  'watch-slow-range': {
    what: { en: 'watch.slow <given> is out of range', fr: 'watch.slow <given> est hors limites' },
    fix: {
      en: 'Give seconds from 0.1 to 10, after which a probe gives up',
      fr: 'Donnez de 0,1 à 10 secondes : au-delà, la sonde abandonne',
    },
    why: {
      en: 'The probe gives up after 10 seconds, so that it never sees an answer that takes longer, and the alert would never come.',
      fr: 'La sonde abandonne après 10 secondes : elle ne voit jamais de réponse plus lente, et l’alerte ne viendrait jamais.',
    },
    example: { bad: 'watch: { slow: 30 },', good: 'watch: { slow: 5 },' },
  },
  'watch-errors-range': {
    what: { en: 'watch.errors <given> is out of range', fr: 'watch.errors <given> est hors limites' },
    fix: { en: 'Give percent, like 5', fr: 'Donnez un pourcentage, comme 5' },
    why: {
      en: 'It is a share of all requests in percent. Above 100 the alert would never come, and at 0 it would never end.',
      fr: 'C’est une part de toutes les requêtes, en pourcentage. Au-delà de 100, l’alerte ne viendrait jamais ; à 0, elle ne finirait jamais.',
    },
    example: { bad: 'watch: { errors: 500 },', good: 'watch: { errors: 5 },' },
  },
  'watch-path-form': {
    what: { en: "watch.path '<path>' is not a path", fr: 'watch.path « <path> » n’est pas un chemin' },
    fix: { en: "Write it like '/healthz'", fr: 'Écrivez-le comme « /healthz »' },
    why: {
      en: 'The path is put behind the host and asked every minute. Without / at its beginning that is another host, and the alert would never end.',
      fr: 'Le chemin est ajouté au domaine et demandé chaque minute. Sans / au début, c’est un autre domaine, et l’alerte ne finirait jamais.',
    },
    example: { bad: "watch: { path: 'healthz' },", good: "watch: { path: '/healthz' }," },
  },
} as const satisfies Refusals;
