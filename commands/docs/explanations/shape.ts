import type { shape as refusals } from '../../../constructs/refusals/shape.js';
import type { Explanations } from './explanation.js';

/** Whether what people write has the fields and types that it may have. */
export const shape: Explanations<typeof refusals> = {
  'field-unknown': {
    why: {
      en: 'Nothing reads a field of that name, so that what it says would not happen, and nobody would be told.',
      fr: 'Rien ne lit un champ de ce nom : ce qu’il dit n’aurait pas lieu, et personne n’en saurait rien.',
    },
    example: {
      bad: "prod: { host: 'chess.etsmtl.ca', replica: 3 },",
      good: "prod: { host: 'chess.etsmtl.ca', replicas: 3 },",
    },
  },
  'field-missing': {
    why: {
      en: 'The platform cannot guess it, and what is made would be incomplete.',
      fr: 'La plateforme ne peut pas le deviner, et ce qui est créé serait incomplet.',
    },
    example: {
      bad: "volumes: { data: { mount: '/data', personalData: false } },",
      good: "volumes: { data: { mount: '/data', size: '5Gi', personalData: false } },",
    },
  },
  'field-type': {
    why: {
      en: 'What is made of the field expects another type. The cluster would refuse it, or something else than was meant would come of it.',
      fr: 'Ce qu’on fait du champ attend un autre type. Le cluster le refuserait, ou il en sortirait autre chose que ce qui était voulu.',
    },
    example: { bad: "scratch: '/tmp',", good: "scratch: ['/tmp']," },
  },
  'field-value': {
    why: {
      en: 'Only these values mean something. Another one would be passed over, or fail on the cluster.',
      fr: 'Seules ces valeurs veulent dire quelque chose. Une autre serait ignorée, ou échouerait sur le cluster.',
    },
    example: { bad: "size: 'huge',", good: "size: 'large'," },
  },
  'value-not-data': {
    why: {
      en: 'dist/ is YAML, which holds neither functions nor dates nor numbers without end. They would be left out, or written as something else.',
      fr: 'dist/ est du YAML, qui ne contient ni fonctions, ni dates, ni nombres infinis. Ils seraient laissés de côté, ou écrits autrement.',
    },
    example: {
      bad: "charts: { wiki: { chart: chart('outline'), values: { since: new Date(2024, 0) } } },",
      good: "charts: { wiki: { chart: chart('outline'), values: { since: '2024-01-01' } } },",
    },
  },
  'number-quoted': {
    why: {
      en: 'In quotes it is text. Kubernetes refuses text where it expects a number.',
      fr: 'Entre guillemets, c’est du texte. Kubernetes refuse du texte là où il attend un nombre.',
    },
    example: { bad: "port: '8080',", good: 'port: 8080,' },
  },
  'text-unquoted': {
    why: {
      en: 'Without quotes it is a number or a yes or no, and Kubernetes refuses these where it expects text. A version such as 1.10 would also become 1.1.',
      fr: 'Sans guillemets, c’est un nombre ou un oui ou non, que Kubernetes refuse là où il attend du texte. Une version comme 1.10 deviendrait aussi 1.1.',
    },
    example: { bad: 'env: { LEVEL: 3 },', good: "env: { LEVEL: '3' }," },
  },
};
