import type { Inventory } from '../engine/inventory.js';
import { once } from '../engine/memoize.js';
import type { Pod } from '../engine/pod-view.js';
import { list, text } from '../engine/untyped.js';
import { placeOf, runsIn } from './location.js';

/** The CSI driver that mounts secrets as files. */
const driver = 'secrets-store.csi.k8s.io';

/** The SecretProviderClasses that a pod mounts, by volume. */
export const classesOf = (pod: Pod): { readonly volume: string; readonly name: string }[] =>
  list(pod, 'spec', 'volumes')
    .filter((volume) => text(volume, 'csi', 'driver') === driver)
    .map((volume) => ({
      volume: text(volume, 'name'),
      name: text(volume, 'csi', 'volumeAttributes', 'secretProviderClass'),
    }));

/** The classes that some pod mounts, as `cluster/namespace/class`, where the pod runs. */
export const mounted = once(
  (inventory: Inventory): ReadonlySet<string> =>
    new Set(
      inventory.workloads.flatMap((item) =>
        classesOf(item.pod).map(({ name }) => `${placeOf(runsIn(item))}/${name}`),
      ),
    ),
);
