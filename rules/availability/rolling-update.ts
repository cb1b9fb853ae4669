import { fill, type Text } from '../../constructs/refusals/text.js';
import type { PodRule } from '../engine/rule.js';
import { fields } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { scaleOf } from '../facts/scaling.js';

const byHand: Text = {
  en: 'a new version starts only when somebody deletes the old pods',
  fr: 'une nouvelle version ne démarre que quand quelqu’un supprime les anciens pods',
};
const allAtOnce: Text = {
  en: 'all its pods stop before the new version starts',
  fr: 'tous ses pods s’arrêtent avant que la nouvelle version démarre',
};
const allAway: Text = {
  en: 'maxUnavailable <unavailable> lets all its pods be unavailable at once',
  fr: 'maxUnavailable <unavailable> laisse tous ses pods indisponibles en même temps',
};

export const rollingUpdate: PodRule = {
  id: 'rolling-update',
  title: {
    en: 'A new version replaces the old one pod by pod',
    fr: 'Une nouvelle version remplace l’ancienne pod par pod',
  },
  why: {
    en: 'Otherwise the site is down during every release, and stays down if the new version does not start.',
    fr: 'Sinon le site est indisponible à chaque mise à jour, et le reste si la nouvelle version ne démarre pas.',
  },
  fix: {
    en: 'Remove strategy, or make it RollingUpdate; a workload that mounts a volume may have Recreate, with an exemption',
    fr: 'Enlevez strategy, ou mettez RollingUpdate ; une charge qui monte un volume peut avoir Recreate, avec une exemption',
  },
  lists: ['kube-score/deployment-strategy', 'kube-linter/no-rolling-update-strategy'],
  kinds: 'workloads',
  applies: ({ manifest }) => ['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout'].includes(manifest.kind),
  check: (item, inventory) => {
    const { manifest } = item;
    const { strategy, updateStrategy } = fields(manifest['spec']);
    const { type, rollingUpdate: details } = fields(strategy ?? updateStrategy);
    const unavailable = fields(details ?? fields(strategy)['canary'])['maxUnavailable'];
    if (type === 'OnDelete') return [byHand];
    if (type === 'Recreate') return [allAtOnce];
    const all = ['Deployment', 'Rollout'].includes(manifest.kind)
      ? scaleOf(item, inventory).least
      : Number.POSITIVE_INFINITY;
    return unavailable === '100%' || Number(unavailable ?? 0) >= Math.max(all, 1)
      ? [fill(allAway, { unavailable: `${unavailable}` })]
      : [];
  },
  good: deployment({ spec: 'strategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 0 } }' }),
  bad: deployment({ spec: 'strategy: { type: Recreate }' }),
  finds: ['all its pods stop before the new version starts'],
};
