import { fill, type Text } from '../../constructs/refusals/text.js';
import type { ObjectRule } from '../engine/rule.js';

/** A version that exists only since a release of Kubernetes. */
const from = (version: string, since: string): Text => ({
  en: `${version}, from Kubernetes ${since} on`,
  fr: `${version}, à partir de Kubernetes ${since}`,
});

/** The versions of kinds, or of a whole group (`*`), that Kubernetes removed: since when, and what to use instead. */
const removed: Readonly<Record<string, readonly [since: string, use: string | Text]>> = {
  'extensions/v1beta1/Ingress': ['1.22', 'networking.k8s.io/v1'],
  'extensions/v1beta1/NetworkPolicy': ['1.16', 'networking.k8s.io/v1'],
  'extensions/v1beta1/*': ['1.16', 'apps/v1'],
  'apps/v1beta1/*': ['1.16', 'apps/v1'],
  'apps/v1beta2/*': ['1.16', 'apps/v1'],
  'admissionregistration.k8s.io/v1beta1/MutatingWebhookConfiguration': [
    '1.22',
    'admissionregistration.k8s.io/v1',
  ],
  'admissionregistration.k8s.io/v1beta1/ValidatingWebhookConfiguration': [
    '1.22',
    'admissionregistration.k8s.io/v1',
  ],
  'apiextensions.k8s.io/v1beta1/*': ['1.22', 'apiextensions.k8s.io/v1'],
  'apiregistration.k8s.io/v1beta1/*': ['1.22', 'apiregistration.k8s.io/v1'],
  'certificates.k8s.io/v1beta1/*': ['1.22', 'certificates.k8s.io/v1'],
  'coordination.k8s.io/v1beta1/*': ['1.22', 'coordination.k8s.io/v1'],
  'networking.k8s.io/v1beta1/Ingress': ['1.22', 'networking.k8s.io/v1'],
  'networking.k8s.io/v1beta1/IngressClass': ['1.22', 'networking.k8s.io/v1'],
  'rbac.authorization.k8s.io/v1alpha1/*': ['1.22', 'rbac.authorization.k8s.io/v1'],
  'rbac.authorization.k8s.io/v1beta1/*': ['1.22', 'rbac.authorization.k8s.io/v1'],
  'scheduling.k8s.io/v1beta1/*': ['1.22', 'scheduling.k8s.io/v1'],
  'storage.k8s.io/v1beta1/CSIDriver': ['1.22', 'storage.k8s.io/v1'],
  'storage.k8s.io/v1beta1/CSINode': ['1.22', 'storage.k8s.io/v1'],
  'storage.k8s.io/v1beta1/StorageClass': ['1.22', 'storage.k8s.io/v1'],
  'storage.k8s.io/v1beta1/VolumeAttachment': ['1.22', 'storage.k8s.io/v1'],
  'autoscaling/v2beta1/*': ['1.25', 'autoscaling/v2'],
  'batch/v1beta1/*': ['1.25', 'batch/v1'],
  'discovery.k8s.io/v1beta1/*': ['1.25', 'discovery.k8s.io/v1'],
  'events.k8s.io/v1beta1/*': ['1.25', 'events.k8s.io/v1'],
  'node.k8s.io/v1beta1/*': ['1.25', 'node.k8s.io/v1'],
  'policy/v1beta1/PodSecurityPolicy': [
    '1.25',
    {
      en: 'the label pod-security.kubernetes.io/enforce on namespaces instead',
      fr: 'plutôt le label pod-security.kubernetes.io/enforce sur les namespaces',
    },
  ],
  'policy/v1beta1/*': ['1.25', 'policy/v1'],
  'autoscaling/v2beta2/*': ['1.26', 'autoscaling/v2'],
  'flowcontrol.apiserver.k8s.io/v1beta1/*': ['1.26', 'flowcontrol.apiserver.k8s.io/v1beta3'],
  'storage.k8s.io/v1beta1/CSIStorageCapacity': ['1.27', 'storage.k8s.io/v1'],
  'flowcontrol.apiserver.k8s.io/v1beta2/*': ['1.29', 'flowcontrol.apiserver.k8s.io/v1beta3'],
  'resource.k8s.io/v1alpha1/*': ['1.27', from('resource.k8s.io/v1beta1', '1.32')],
  'resource.k8s.io/v1alpha2/*': ['1.31', from('resource.k8s.io/v1beta1', '1.32')],
  'flowcontrol.apiserver.k8s.io/v1beta3/*': ['1.32', from('flowcontrol.apiserver.k8s.io/v1', '1.29')],
};

const budget = (version: string) =>
  `apiVersion: policy/${version}\nkind: PodDisruptionBudget\nmetadata: { name: chess }\nspec: { maxUnavailable: 1, selector: { matchLabels: { app: chess } } }`;

export const stableApiVersion: ObjectRule = {
  id: 'stable-api-version',
  title: {
    en: 'No object has an API version that Kubernetes removes',
    fr: 'Aucun objet n’a une version d’API que Kubernetes retire',
  },
  why: {
    en: 'After the update of Kubernetes that removes it, the API server refuses the object, and Argo CD cannot sync the rest of its unit.',
    fr: 'Après la mise à jour de Kubernetes qui la retire, l’API server refuse l’objet, et Argo CD ne peut plus synchroniser le reste de son unité.',
  },
  fix: {
    en: 'Write the newer apiVersion, and the fields that it needs',
    fr: 'Écrivez l’apiVersion plus récente, et les champs qu’elle demande',
  },
  lists: ['kube-score/stable-version', 'kube-linter/no-extensions-v1beta'],
  check: ({ manifest: { apiVersion, kind } }) => {
    const gone = removed[`${apiVersion}/${kind}`] ?? removed[`${apiVersion}/*`];
    if (!gone) return [];
    const [since, use] = gone;
    return [
      {
        what: {
          en: `Kubernetes ${since} and later have no ${kind} of '${apiVersion}'`,
          fr: `à partir de ${since}, Kubernetes n’a plus de ${kind} de « ${apiVersion} »`,
        },
        fix: fill({ en: 'Use <use>', fr: 'Utilisez <use>' }, { use }),
      },
    ];
  },
  good: budget('v1'),
  bad: budget('v1beta1'),
  finds: ["Kubernetes 1.25 and later have no PodDisruptionBudget of 'policy/v1beta1'"],
};
