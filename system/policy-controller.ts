import { type Platform, SystemService } from '#constructs';
import { ClusterImagePolicy } from '../imports/clusterimagepolicy-policy.sigstore.dev.js';
import { chart } from './charts.js';

/** Refuses images of the club that its own workflows did not sign, in namespaces labelled `policy.sigstore.dev/include=true`. */
export const policyController = (platform: Platform) => {
  const service = new SystemService(platform, 'policy-controller', {
    namespace: 'cosign-system',
    charts: [{ chart: chart('policy-controller'), values }],
    admits: [{ from: 'anyone', ports: [8443] }], // its webhook
    provides: ['policy.sigstore.dev'],
    syncOptions: ['ServerSideApply=true'], // the CRDs are larger than an annotation may be
  });
  new ClusterImagePolicy(service, 'cedille', {
    metadata: { name: 'cedille' },
    spec: {
      images: [{ glob: 'ghcr.io/clubcedille/**' }],
      authorities: [
        {
          name: 'github',
          keyless: {
            url: 'https://fulcio.sigstore.dev',
            identities: [
              {
                issuer: 'https://token.actions.githubusercontent.com',
                subjectRegExp:
                  '^https://github\\.com/ClubCedille/[^/]+/\\.github/workflows/[^@]+@refs/(heads|tags)/.+$',
              },
            ],
          },
          ctlog: { url: 'https://rekor.sigstore.dev' },
        },
      ],
    },
  });
  return service;
};

const restricted = {
  enabled: true,
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  runAsUser: 65532,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};

/** The values that differ from the chart's own. */
const values = {
  webhook: {
    replicaCount: 2, // nothing starts in the labelled namespaces while none answers
    configData: { 'no-match-policy': 'allow' }, // images that no policy names
    // The chart's own, and what the controller puts before it: so that Argo CD sees no difference.
    namespaceSelector: {
      matchExpressions: [
        { key: 'webhooks.knative.dev/exclude', operator: 'DoesNotExist' },
        { key: 'policy.sigstore.dev/include', operator: 'In', values: ['true'] },
      ],
    },
    podSecurityContext: restricted,
  },
  // Runs when the Application is deleted.
  leasescleanup: {
    image: { repository: 'docker.io/alpine/k8s', version: '1.28.13' }, // the chart's own floats
    podSecurityContext: restricted,
    resources: { limits: { cpu: '100m', memory: '64Mi' }, requests: { cpu: '10m', memory: '32Mi' } },
  },
};
