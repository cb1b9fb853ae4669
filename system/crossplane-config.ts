import { bootstrapSecret, type Platform, SystemService } from '#constructs';
import {
  ProviderConfig as ArgoProviderConfig,
  ProviderConfigSpecCredentialsSource as ArgoSource,
} from '../imports/providerconfig-argocd.crossplane.io.js';
import {
  ProviderConfig as GcpProviderConfig,
  ProviderConfigSpecCredentialsSource as GcpSource,
} from '../imports/providerconfig-gcp.upbound.io.js';
import {
  ProviderConfig as KubernetesProviderConfig,
  ProviderConfigSpecCredentialsSource as KubernetesSource,
} from '../imports/providerconfig-kubernetes.crossplane.io.js';
import { crossplaneProviders } from './crossplane-providers.js';
import { gcpProjects } from './gcp.js';

/** How the providers reach what they manage. The credentials are Secrets made at bootstrap, see docs/bootstrap.md. */
export const crossplaneConfig = (platform: Platform) => {
  const service = new SystemService(platform, 'crossplane-config', {
    namespace: 'crossplane',
    podSecurity: 'other',
    dependsOn: [crossplaneProviders],
    provides: [
      'cloudplatform.gcp.upbound.io',
      'cluster.argocd.crossplane.io',
      'kms.gcp.upbound.io',
      'kubernetes.crossplane.io',
      'storage.gcp.upbound.io',
    ],
  });
  const gcpKey = bootstrapSecret(service, 'gcp-secret', {
    creds:
      'key of the Google service account crossplane-sa, with the roles dns.admin, storage.admin, iam.serviceAccountAdmin ' +
      `and iam.serviceAccountKeyAdmin in ${gcpProjects.default}, and cloudkms.admin in ${gcpProjects['plateforme-cedille']}`,
  });
  const argocdToken = bootstrapSecret(service, 'argocd-credentials', {
    authToken: "token of Argo CD's account crossplane: argocd account generate-token --account crossplane",
  });
  for (const [name, projectId] of Object.entries(gcpProjects)) {
    new GcpProviderConfig(service, `gcp ${name}`, {
      metadata: { name },
      spec: {
        projectId,
        credentials: { source: GcpSource.SECRET, secretRef: { ...gcpKey, key: 'creds' } },
      },
    });
  }
  new ArgoProviderConfig(service, 'argocd', {
    metadata: { name: 'argocd' },
    spec: {
      serverAddr: 'argocd-server.argocd.svc:80',
      plainText: true, // inside the cluster; TLS ends at Envoy
      credentials: {
        source: ArgoSource.SECRET,
        secretRef: { ...argocdToken, key: 'authToken' },
      },
    },
  });
  new KubernetesProviderConfig(service, 'kubernetes', {
    metadata: { name: 'kubernetes' },
    spec: { credentials: { source: KubernetesSource.INJECTED_IDENTITY } },
  });
  return service;
};
