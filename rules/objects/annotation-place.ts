import { podIn } from '../engine/pod-view.js';
import type { ObjectRule } from '../engine/rule.js';
import { at, entries } from '../engine/untyped.js';
import { isPrefixed, isWellKnownLabel } from './well-known.js';

const ingress = (metadata: string, spec = ''): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: chess, ${metadata} }
spec: { ${spec}defaultBackend: { service: { name: chess, port: { number: 8080 } } } }
`;
const wave = 'argocd.argoproj.io/sync-wave: "1"';

export const annotationPlace: ObjectRule = {
  id: 'annotation-place',
  title: 'Annotations lie in metadata.annotations of the object that they are about',
  why: 'Argo CD, cert-manager and Contour look nowhere else, so that elsewhere an annotation does nothing and says nothing.',
  fix: 'Move it to metadata.annotations of the object itself',
  check: ({ manifest }) => {
    const { metadata } = manifest;
    const pod = podIn(manifest);
    const isPod = manifest.kind === 'Pod';
    const places: [string, unknown][] = [
      ['the object itself', manifest],
      ['the object itself, under annotations', manifest['annotations']],
      ['metadata', metadata],
      ['metadata.labels', at(metadata, 'labels')],
      ['spec', manifest['spec']],
      ['spec.annotations', at(manifest['spec'], 'annotations')],
      ['metadata of its pods', isPod ? {} : { ...pod?.annotations, ...pod?.labels }],
    ];
    return places.flatMap(([place, keys]) =>
      entries(keys)
        .filter(([key]) => isPrefixed(key) && !isWellKnownLabel(key))
        .map(([key]) => `annotation ${key} is in ${place}, where nothing reads it`),
    );
  },
  good: ingress(`annotations: { ${wave} }`),
  bad: ingress(`labels: { ${wave} }`),
};
