import { fill, type Text } from '../../constructs/refusals/text.js';
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
  title: {
    en: 'Annotations are in metadata.annotations of the object that they are about',
    fr: 'Les annotations sont dans metadata.annotations de l’objet qu’elles concernent',
  },
  why: {
    en: 'Argo CD, cert-manager and Contour read annotations only there: elsewhere they have no effect, and cause no error.',
    fr: 'Argo CD, cert-manager et Contour ne lisent les annotations que là : ailleurs, elles n’ont aucun effet et ne causent aucune erreur.',
  },
  fix: {
    en: 'Move it to metadata.annotations of the object itself',
    fr: 'Déplacez-la dans metadata.annotations de l’objet lui-même',
  },
  check: ({ manifest }) => {
    const { metadata } = manifest;
    const pod = podIn(manifest);
    const isPod = manifest.kind === 'Pod';
    const places: [string | Text, unknown][] = [
      [{ en: 'the object itself', fr: 'l’objet lui-même' }, manifest],
      [
        { en: 'annotations of the object itself', fr: 'annotations de l’objet lui-même' },
        manifest['annotations'],
      ],
      ['metadata', metadata],
      ['metadata.labels', at(metadata, 'labels')],
      ['spec', manifest['spec']],
      ['spec.annotations', at(manifest['spec'], 'annotations')],
      [
        { en: 'the metadata of its pods', fr: 'les métadonnées de ses pods' },
        isPod ? {} : { ...pod?.annotations, ...pod?.labels },
      ],
    ];
    return places.flatMap(([place, keys]) =>
      entries(keys)
        .filter(([key]) => isPrefixed(key) && !isWellKnownLabel(key))
        .map(([key]) =>
          fill(
            {
              en: 'annotation <key> is in <place>, where no program reads it',
              fr: 'l’annotation <key> est dans <place>, où aucun programme ne la lit',
            },
            { key, place },
          ),
        ),
    );
  },
  good: ingress(`annotations: { ${wave} }`),
  bad: ingress(`labels: { ${wave} }`),
  finds: ['annotation argocd.argoproj.io/sync-wave is in metadata.labels, where no program reads it'],
};
