import type { Inventory, Item } from '../engine/inventory.js';
import { fields } from '../engine/untyped.js';

/** The number of pods of a workload. */
export interface Scale {
  readonly least: number;
  readonly most: number;
  /** Whether an autoscaler sets it. */
  readonly auto: boolean;
}

const autoscalers = new WeakMap<Inventory, Map<string, Scale>>();

/** The number of pods of a workload: set by its autoscaler, else by itself, else one. */
export function scaleOf({ manifest, cluster, namespace }: Item, inventory: Inventory): Scale {
  const scales = autoscalers.get(inventory) ?? autoscaled(inventory);
  const scale = scales.get([cluster, namespace, manifest.kind, manifest.metadata?.name].join('\0'));
  if (scale) return scale;
  const count = Number(fields(manifest['spec'])['replicas'] ?? 1);
  return { least: count, most: count, auto: false };
}

function autoscaled(inventory: Inventory): Map<string, Scale> {
  const scales = new Map(inventory.ofKind('HorizontalPodAutoscaler').map(told));
  autoscalers.set(inventory, scales);
  return scales;
}

function told({ manifest, cluster, namespace }: Item): [string, Scale] {
  const { scaleTargetRef, minReplicas, maxReplicas } = fields(manifest['spec']);
  const { kind, name } = fields(scaleTargetRef);
  const least = Number(minReplicas ?? 1);
  return [
    [cluster, namespace, kind, name].join('\0'),
    { least, most: Math.max(least, Number(maxReplicas ?? least)), auto: true },
  ];
}
