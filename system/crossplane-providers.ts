import { k8s } from 'cdk8s-plus-28';
import { mirrored, type Platform, SystemService } from '#constructs';
import { Provider } from '../imports/provider-pkg.crossplane.io.js';
import { crossplane } from './crossplane.js';
import { ProviderRuntime } from './provider-runtime.js';

const namespace = 'crossplane';
const gcpVersion = 'v1.0.2';

/** The providers in use: some families of Google Cloud's, Argo CD's, and one for objects of this very cluster. */
export const crossplaneProviders = (platform: Platform) => {
  const service = new SystemService(platform, 'crossplane-providers', {
    namespace,
    podSecurity: 'other',
    dependsOn: [crossplane],
    provides: ['gcp.upbound.io', 'argocd.crossplane.io'],
  });
  const resources = {
    requests: { cpu: '50m', memory: '256Mi' },
    limits: { cpu: '1', memory: '1Gi' },
  };
  const runtime = new ProviderRuntime(service, 'restricted', { resources });
  const named = new ProviderRuntime(service, inCluster, { resources, serviceAccountName: inCluster });
  const provider = (name: string, image: string, by = runtime) => {
    const made = new Provider(service, name, {
      metadata: { name },
      spec: {
        package: mirrored(`xpkg.upbound.io/${image}`, platform.props.mirror),
        runtimeConfigRef: { name: by.name },
      },
    });
    made.node.addDependency(by);
    return made;
  };

  // The others ask for the family in any version. Without it Crossplane would install the newest, under this name.
  const family = provider('upbound-provider-family-gcp', `upbound/provider-family-gcp:${gcpVersion}`);
  for (const part of ['cloudplatform', 'dns', 'kms', 'storage']) {
    const name = `provider-gcp-${part}`;
    provider(name, `upbound/${name}:${gcpVersion}`).node.addDependency(family);
  }
  provider('provider-argocd', 'crossplane-contrib/provider-argocd:v0.9.1');
  provider(inCluster, `crossplane-contrib/${inCluster}:v0.13.0`, named);
  grantWhatUsersAskFor(service);
  return service;
};

const inCluster = 'provider-kubernetes';

/**
 * provider-kubernetes may do what the ClusterRoles with this label allow, and by itself nothing: who declares an
 * Object brings the role that the Object takes.
 */
function grantWhatUsersAskFor(service: SystemService): void {
  const metadata = { name: inCluster };
  new k8s.KubeClusterRole(service, 'role', {
    metadata,
    aggregationRule: {
      clusterRoleSelectors: [{ matchLabels: { 'cedille.club/aggregate-to-provider-kubernetes': 'true' } }],
    },
  });
  new k8s.KubeClusterRoleBinding(service, 'binding', {
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: inCluster },
    subjects: [{ kind: 'ServiceAccount', name: inCluster, namespace }],
  });
}
