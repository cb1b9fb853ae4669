import type { PodRule } from '../engine/rule.js';
import { fields } from '../engine/untyped.js';
import { deployment } from '../examples/examples.js';
import { scaleOf } from '../facts/scaling.js';

export const rollingUpdate: PodRule = {
  id: 'rolling-update',
  title: 'A new version replaces the old one pod by pod',
  why: 'Else the site is away at every release, and stays away if the new version does not start.',
  fix: 'Leave strategy out, or make it RollingUpdate; Recreate is for what mounts a volume of its own, and says so in an exemption',
  lists: ['kube-score/deployment-strategy', 'kube-linter/no-rolling-update-strategy'],
  kinds: 'workloads',
  applies: ({ manifest }) => ['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout'].includes(manifest.kind),
  check: (item, inventory) => {
    const { manifest } = item;
    const { strategy, updateStrategy } = fields(manifest['spec']);
    const { type, rollingUpdate: details } = fields(strategy ?? updateStrategy);
    const unavailable = fields(details ?? fields(strategy)['canary'])['maxUnavailable'];
    if (type === 'OnDelete') return ['a new version waits until somebody deletes the old pods'];
    if (type === 'Recreate') return ['all its pods stop before the new version starts'];
    const all = ['Deployment', 'Rollout'].includes(manifest.kind)
      ? scaleOf(item, inventory).least
      : Number.POSITIVE_INFINITY;
    return unavailable === '100%' || Number(unavailable ?? 0) >= Math.max(all, 1)
      ? [`maxUnavailable ${unavailable} lets all its pods be away at once`]
      : [];
  },
  good: deployment({ spec: 'strategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 0 } }' }),
  bad: deployment({ spec: 'strategy: { type: Recreate }' }),
};
