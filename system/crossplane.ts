import { bootstrapSecret } from '../constructs/inputs.js';
import type { Platform } from '../constructs/platform.js';
import { SystemService } from '../constructs/system-service.js';
import { Provider } from '../imports/provider-pkg.crossplane.io.js';
import {
  ProviderConfig as ArgoProviderConfig,
  ProviderConfigSpecCredentialsSource as ArgoSource,
} from '../imports/providerconfig-argocd.crossplane.io.js';
import {
  ProviderConfig as GcpProviderConfig,
  ProviderConfigSpecCredentialsSource as GcpSource,
} from '../imports/providerconfig-gcp.upbound.io.js';
import { chart } from './charts.js';

const namespace = 'crossplane';
const gcpProject = 'fine-harbor-276700';

/** Things outside the clusters, made from objects inside: Crossplane's core. */
export const crossplane = (platform: Platform) =>
  new SystemService(platform, 'crossplane', {
    podSecurity: 'baseline', // neither the chart nor the providers it starts drop their capabilities
    charts: [{ chart: chart('crossplane') }],
    provides: ['pkg.crossplane.io'],
  });

/** The providers in use: Google Cloud's DNS and storage, and Argo CD, in which virtual clusters are registered. */
export const crossplaneProviders = (platform: Platform) => {
  const service = new SystemService(platform, 'crossplane-providers', {
    namespace,
    podSecurity: 'other',
    dependsOn: [crossplane],
    provides: ['gcp.upbound.io', 'argocd.crossplane.io'],
  });
  const packages = {
    'provider-gcp-dns': 'xpkg.upbound.io/upbound/provider-gcp-dns:v1.0.2',
    'provider-gcp-storage': 'xpkg.upbound.io/upbound/provider-gcp-storage:v1.0.2',
    'provider-argocd': 'xpkg.upbound.io/crossplane-contrib/provider-argocd:v0.9.1',
  };
  for (const [name, image] of Object.entries(packages)) {
    new Provider(service, name, { metadata: { name }, spec: { package: image } });
  }
  return service;
};

/** How the providers reach what they manage. The credentials are Secrets made at bootstrap, see docs/bootstrap.md. */
export const crossplaneConfig = (platform: Platform) => {
  const service = new SystemService(platform, 'crossplane-config', {
    namespace,
    podSecurity: 'other',
    dependsOn: [crossplaneProviders],
    provides: ['storage.gcp.upbound.io', 'cluster.argocd.crossplane.io'],
  });
  const gcpKey = bootstrapSecret(service, 'gcp-secret', {
    creds: 'key of the Google service account crossplane-sa, with roles/dns.admin and roles/storage.admin',
  });
  const argocdToken = bootstrapSecret(service, 'argocd-credentials', {
    authToken: "token of Argo CD's account crossplane: argocd account generate-token --account crossplane",
  });
  new GcpProviderConfig(service, 'gcp', {
    metadata: { name: 'default' },
    spec: {
      projectId: gcpProject,
      credentials: { source: GcpSource.SECRET, secretRef: { ...gcpKey, key: 'creds' } },
    },
  });
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
  return service;
};
