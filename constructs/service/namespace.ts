import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { kept } from '../kube/never-pruned.js';
import { ownAnnotations } from '../values/labels.js';

/** A level of the Pod Security Standards. */
export type PodSecurity = 'restricted' | 'baseline' | { readonly privileged: string };

/** The labels that make the API server enforce a level. `privileged` is given with its reason, kept as an annotation. */
export function podSecurityLabels(level: PodSecurity): Record<string, string> {
  const name = typeof level === 'string' ? level : 'privileged';
  const modes = ['enforce', 'audit', 'warn'];
  return Object.fromEntries(modes.map((mode) => [`pod-security.kubernetes.io/${mode}`, name]));
}

/** Why a namespace is privileged, for those who read the cluster. */
export const podSecurityReason = (level: PodSecurity): Record<string, string> =>
  typeof level === 'string' ? {} : { [ownAnnotations.privilegedBecause]: level.privileged };

/** A namespace that enforces a Pod Security level, and that Argo CD never deletes with what is in it. */
export class Namespace extends k8s.KubeNamespace {
  constructor(scope: Construct, name: string, level: PodSecurity, labels: Record<string, string> = {}) {
    super(scope, `namespace ${name}`, {
      metadata: {
        name,
        labels: { ...podSecurityLabels(level), ...labels },
        annotations: {
          ...kept,
          ...podSecurityReason(level),
        },
      },
    });
  }
}
