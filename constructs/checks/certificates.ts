import type { Inventory } from './inventory.js';
import { text } from './loose.js';
import { once } from './once.js';
import { placeOf } from './places.js';

/** The Secrets that Certificates of their own become, as `cluster/namespace/secret`. */
export const certificates = once(
  (inventory: Inventory): ReadonlySet<string> =>
    new Set(
      inventory
        .ofKind('Certificate')
        .map((item) => `${placeOf(item)}/${text(item.manifest, 'spec', 'secretName')}`),
    ),
);
