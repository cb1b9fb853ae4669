import type { program as refusals } from '../../../constructs/refusals/program.js';
import type { Explanations } from './explanation.js';

/** One program of an app. */
export const program: Explanations<typeof refusals> = {
  'image-missing': {
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
    why: {
      en: 'The node could not fetch it, and the pod would never start.',
      fr: 'Le nœud ne pourrait pas la télécharger, et le pod ne démarrerait jamais.',
    },
    example: { bad: "image: 'https://ghcr.io/chess/site',", good: "image: 'ghcr.io/chess/site:1.4.2'," },
  },
  'image-unpinned': {
    why: {
      en: 'An image without a version means latest: another program could run tomorrow without a change here, and nothing would say which one runs or how to go back.',
      fr: 'Une image sans version veut dire latest : demain, un autre programme pourrait tourner sans changement ici, et rien ne dirait lequel tourne ni comment revenir en arrière.',
    },
    example: { bad: "image: 'ghcr.io/chess/site',", good: "image: 'ghcr.io/chess/site:1.4.2'," },
  },
  'image-floating': {
    why: {
      en: 'What this tag means changes without a change here. Two pods could run two versions, and there would be none to go back to.',
      fr: 'Ce que veut dire cette étiquette change sans changement ici. Deux pods pourraient avoir deux versions, et il n’y en aurait aucune à laquelle revenir.',
    },
    example: { bad: "image: 'ghcr.io/chess/site:latest',", good: "image: 'ghcr.io/chess/site:1.4.2'," },
  },
  'port-range': {
    why: {
      en: 'TCP has ports 1 to 65535 only, and Kubernetes refuses an object that names another.',
      fr: 'TCP n’a que les ports 1 à 65535, et Kubernetes refuse un objet qui en nomme un autre.',
    },
    example: { bad: 'port: 80800,', good: 'port: 8080,' },
  },
  'replicas-range': {
    why: {
      en: 'Each pod reserves CPU and memory of servers that all clubs share: more than these do not fit. Zero would take the site down without saying that this is meant.',
      fr: 'Chaque pod réserve du CPU et de la mémoire de serveurs que tous les clubs partagent : davantage n’y entre pas. Zéro fermerait le site sans dire que c’est voulu.',
    },
    example: { bad: 'prod: { replicas: 0 },', good: 'enabled: false,' },
  },
  'replicas-volume': {
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
    why: {
      en: "Kubernetes asks the program for this path by HTTP, or only opens its port for 'tcp'. Any other word would make a request that never succeeds, and the pod would get no visitors.",
      fr: 'Kubernetes demande ce chemin au programme par HTTP, ou ouvre seulement son port avec « tcp ». Tout autre mot ferait une requête qui ne réussit jamais, et le pod ne recevrait aucun visiteur.',
    },
    example: { bad: "probe: 'healthz',", good: "probe: '/healthz'," },
  },
  'path-form': {
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
    why: {
      en: 'Without a unit, memory is counted in bytes: 512 would be 512 bytes, and the program would be ended at once. What no server has would never be found.',
      fr: 'Sans unité, la mémoire se compte en octets : 512 serait 512 octets, et le programme serait arrêté aussitôt. Ce qu’aucun serveur n’a ne serait jamais trouvé.',
    },
    example: { bad: "resources: { memory: '512' },", good: "resources: { memory: '512Mi' }," },
  },
  'request-above-limit': {
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
    why: {
      en: 'What is left of 100 may fail. With nothing left, the first failed request would be an alert; below 50, none ever would.',
      fr: 'Ce qui manque à 100 peut échouer. S’il ne reste rien, la première erreur serait une alerte ; sous 50, il n’y en aurait jamais.',
    },
    example: { bad: 'slo: { availability: 100 },', good: 'slo: { availability: 99.5 },' },
  },
  'slo-without-host': {
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
    why: {
      en: 'The probe gives up after 10 seconds, so that it never sees an answer that takes longer, and the alert would never come.',
      fr: 'La sonde abandonne après 10 secondes : elle ne voit jamais de réponse plus lente, et l’alerte ne viendrait jamais.',
    },
    example: { bad: 'watch: { slow: 30 },', good: 'watch: { slow: 5 },' },
  },
  'watch-errors-range': {
    why: {
      en: 'It is a share of all requests in percent. Above 100 the alert would never come, and at 0 it would never end.',
      fr: 'C’est une part de toutes les requêtes, en pourcentage. Au-delà de 100, l’alerte ne viendrait jamais ; à 0, elle ne finirait jamais.',
    },
    example: { bad: 'watch: { errors: 500 },', good: 'watch: { errors: 5 },' },
  },
  'watch-path-form': {
    why: {
      en: 'The path is put behind the host and asked every minute. Without / at its beginning that is another host, and the alert would never end.',
      fr: 'Le chemin est ajouté au domaine et demandé chaque minute. Sans / au début, c’est un autre domaine, et l’alerte ne finirait jamais.',
    },
    example: { bad: "watch: { path: 'healthz' },", good: "watch: { path: '/healthz' }," },
  },
};
