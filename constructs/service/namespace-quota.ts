import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { Unit } from '../platform/unit.js';
import { podSizes, resourceRequirements } from '../workload/pod-size.js';

/**
 * What all pods of a unit's namespace may take together, and what a container asks for that says nothing of it: without
 * that the API server would refuse its pod. Where limits are counted as well, so is what it may take at most.
 */
export class NamespaceQuota extends Construct {
  /** @param namespace another one than the unit's */
  constructor(unit: Unit, name: string, hard: Readonly<Record<string, string>>, namespace?: string) {
    super(unit, `quota ${name}`);
    const metadata = { name, namespace };
    const amounts = Object.entries(hard).map(([key, amount]) => [key, k8s.Quantity.fromString(amount)]);
    new k8s.KubeResourceQuota(this, 'quota', { metadata, spec: { hard: Object.fromEntries(amounts) } });
    const { limits, requests } = resourceRequirements(podSizes.tiny);
    const counted = Object.keys(hard).some((key) => key.startsWith('limits.'));
    new k8s.KubeLimitRange(this, 'limits', {
      metadata,
      spec: {
        limits: [{ type: 'Container', defaultRequest: requests, default: counted ? limits : undefined }],
      },
    });
  }
}
