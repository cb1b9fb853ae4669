import { hostLabels, hostName } from '../../../constructs/kube/vcluster-names.js';
import type { Item } from '../../../rules/engine/inventory.js';

// biome-ignore lint/suspicious/noExplicitAny: objects of every kind are rewritten
type Any = any;

/**
 * An object as the host's API server has it: what lives in a virtual cluster has the name, the namespace and the labels
 * that vcluster gives it there, so that the policies of the host are seen to select it.
 */
export function onHost({ manifest, cluster, namespace }: Item): Any {
  const object: Any = structuredClone(manifest);
  if (namespace === '') return object;
  if (cluster === 'host') return { ...object, metadata: { ...object.metadata, namespace } };

  const labels = hostLabels(cluster, namespace);
  const name = (inside: string) => hostName(inside, namespace, cluster);
  object.metadata.name = name(object.metadata.name);
  object.metadata.namespace = `vcluster-${cluster}`;
  const { spec } = object;
  const template = spec?.template ?? spec?.jobTemplate?.spec?.template;
  if (template) template.metadata.labels = { ...template.metadata.labels, ...labels };
  if (spec?.selector?.matchLabels) Object.assign(spec.selector.matchLabels, labels);
  else if (object.kind === 'Service') Object.assign(spec.selector, labels);
  if (spec?.serviceName) spec.serviceName = name(spec.serviceName);
  if (spec?.scaleTargetRef) spec.scaleTargetRef.name = name(spec.scaleTargetRef.name);
  for (const { http } of spec?.rules ?? [])
    for (const { backend } of http?.paths ?? []) backend.service.name = name(backend.service.name);
  return object;
}
