import { createHash } from 'node:crypto';
import { ownLabels } from '../values/labels.js';
import { maxLabel } from '../values/names.js';

/**
 * What vcluster 0.19 calls an object of a virtual cluster on the host cluster (`pkg/util/translate`).
 *
 * The parts are joined by `-`. Past 63 characters the first 52 are kept, followed by `-` and the first
 * 10 hexadecimal digits of the SHA-256 of the whole; a `.-` at the seam becomes `-`.
 */
export function hostName(name: string, namespace: string, vcluster: string): string {
  const whole = [name, 'x', namespace, 'x', vcluster].join('-');
  if (whole.length <= maxLabel) return whole;
  const digest = createHash('sha256').update(whole).digest('hex').slice(0, 10);
  return `${whole.slice(0, 52)}-${digest}`.replaceAll('.-', '-');
}

/** The labels by which a synced pod is known on the host: its virtual cluster and its namespace inside. */
export const hostLabels = (vcluster: string, namespace: string): Record<string, string> => ({
  'vcluster.loft.sh/managed-by': vcluster,
  'vcluster.loft.sh/namespace': namespace,
});

/** The labels by which a preview's pods are known on the host, in whichever namespace. */
export const previewHostLabels = (vcluster: string, app: string): Record<string, string> => ({
  'vcluster.loft.sh/managed-by': vcluster,
  [ownLabels.preview]: app,
});
