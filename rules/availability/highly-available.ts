import { fill, type Text } from '../../constructs/refusals/text.js';
import { isProd } from '../engine/inventory.js';
import type { PodRule } from '../engine/rule.js';
import { deployment } from '../examples/examples.js';
import { scaleOf } from '../facts/scaling.js';

const onePod: Text = { en: 'one pod', fr: 'un seul pod' };
const has: Text = { en: 'it has <pods>', fr: 'elle a <pods>' };
const mayHave: Text = {
  en: 'its autoscaler may reduce it to <pods>',
  fr: 'son autoscaler peut la réduire à <pods>',
};

export const highlyAvailable: PodRule = {
  id: 'highly-available',
  title: {
    en: 'Apps of clubs have two pods or more in production',
    fr: 'Les applications des clubs ont au moins deux pods en production',
  },
  why: {
    en: 'With one pod the site is down whenever its node fails or is drained for an update.',
    fr: 'Avec un seul pod, le site est indisponible dès que son nœud tombe en panne ou est vidé pour une mise à jour.',
  },
  fix: {
    en: "Give replicas: 2 or leave them out; if it cannot have two, exempt: [{ rule: 'highly-available', reason: '…' }]",
    fr: "Donnez replicas: 2 ou enlevez replicas ; si elle ne peut pas en avoir deux, exempt: [{ rule: 'highly-available', reason: '…' }]",
  },
  lists: [
    'kube-score/deployment-replicas',
    'polaris/deploymentMissingReplicas',
    'polaris/hpaMinAvailability',
  ],
  kinds: 'workloads',
  applies: (item, inventory) =>
    isProd(item) &&
    inventory.isClub(item) &&
    ['Deployment', 'StatefulSet', 'Rollout'].includes(item.manifest.kind),
  check: (item, inventory) => {
    const { least, auto } = scaleOf(item, inventory);
    if (least >= 2) return [];
    return [fill(auto ? mayHave : has, { pods: least === 1 ? onePod : `${least} pods` })];
  },
  good: deployment({ spec: 'replicas: 2' }),
  bad: deployment({ spec: 'replicas: 1' }),
  finds: ['it has one pod'],
};
