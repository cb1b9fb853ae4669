import type { data as refusals } from '../../../constructs/refusals/data.js';
import type { Explanations } from './explanation.js';

/** Volumes, secrets and files. */
export const data: Explanations<typeof refusals> = {
  'mount-form': {
    why: {
      en: 'Kubernetes mounts volumes at absolute paths; from where a relative one would count, nobody knows.',
      fr: 'Kubernetes monte les volumes à des chemins absolus ; d’où partirait un chemin relatif, personne ne le sait.',
    },
    example: {
      bad: "volumes: { data: { mount: 'data', size: '5Gi', personalData: false } },",
      good: "volumes: { data: { mount: '/data', size: '5Gi', personalData: false } },",
    },
  },
  'personal-data-unsaid': {
    why: {
      en: "Whoever restores, copies or deletes a volume has to know whether it holds data of people, which Québec's Law 25 protects. Nobody can tell by looking later.",
      fr: 'Qui restaure, copie ou efface un volume doit savoir s’il contient des données de personnes, que protège la loi 25 du Québec. Plus tard, personne ne peut le deviner.',
    },
    example: {
      bad: "volumes: { data: { mount: '/data', size: '5Gi' } },",
      good: "volumes: { data: { mount: '/data', size: '5Gi', personalData: 'names of the members' } },",
    },
  },
  'secret-without-keys': {
    why: {
      en: 'The keys tell which values somebody has to put into Vault. Without keys the program would get nothing.',
      fr: 'Les clés disent quelles valeurs quelqu’un doit mettre dans Vault. Sans clés, le programme ne recevrait rien.',
    },
    example: {
      bad: 'secrets: { api: { keys: {} } },',
      good: "secrets: { api: { keys: { API_KEY: 'key of the bot' } } },",
    },
  },
  'secret-key-form': {
    why: {
      en: 'A key becomes the name of an environment variable or of a file. With a space or another sign in it the program could not read it.',
      fr: 'Une clé devient le nom d’une variable d’environnement ou d’un fichier. Avec une espace ou un autre signe, le programme ne pourrait pas la lire.',
    },
    example: {
      bad: "secrets: { api: { keys: { 'API KEY': 'key of the bot' } } },",
      good: "secrets: { api: { keys: { API_KEY: 'key of the bot' } } },",
    },
  },
  'secret-generated-keys': {
    why: {
      en: 'Vault makes up one password for each generated secret: a second key would stay without a value.',
      fr: 'Vault invente un mot de passe par secret généré : une seconde clé resterait sans valeur.',
    },
    example: {
      bad: "secrets: { app: { generate: true, keys: { SALT: 'the salt', SESSION: 'signs sessions' } } },",
      good: `secrets: {
  salt: { generate: true, keys: { SALT: 'the salt' } },
  session: { generate: true, keys: { SESSION: 'signs sessions' } },
},`,
    },
  },
  'secret-rotation-form': {
    why: {
      en: "The operator that makes secrets in Vault reads the time as Go writes it, which has no days. '30d' would be refused, and the secret never be made.",
      fr: 'L’opérateur qui crée les secrets dans Vault lit la durée comme Go l’écrit, sans jours. « 30d » serait refusé, et le secret ne serait jamais créé.',
    },
    example: {
      bad: "secrets: { salt: { generate: true, rotate: '30d', keys: { SALT: 'the salt' } } },",
      good: "secrets: { salt: { generate: true, rotate: '720h', keys: { SALT: 'the salt' } } },",
    },
  },
  'secret-rotation-given': {
    why: {
      en: 'Vault can make up another value only of a secret that it made up itself. What a person has put there would stay as it is.',
      fr: 'Vault ne peut changer que la valeur d’un secret qu’il a inventé lui-même. Ce qu’une personne y a mis resterait tel quel.',
    },
    example: {
      bad: "secrets: { api: { rotate: '720h', keys: { API_KEY: 'key of the bot' } } },",
      good: "secrets: { api: { keys: { API_KEY: 'key of the bot' } } },",
    },
  },
  'files-size': {
    why: {
      en: 'Files become a ConfigMap, and Kubernetes refuses one of more than a mebibyte.',
      fr: 'Les fichiers deviennent une ConfigMap, et Kubernetes en refuse une de plus d’un mébioctet.',
    },
    example: {
      bad: "files: { '/srv/photos.json': readFileSync('photos.json', 'utf8') },",
      good: "image: 'ghcr.io/chess/site-with-photos:1.0.0',",
    },
  },
};
