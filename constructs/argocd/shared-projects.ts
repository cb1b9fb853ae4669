import { anyKind, type ProjectProps } from './project.js';

/** The project of the system services. */
export const systemServices: ProjectProps = { description: 'System services', clusterKinds: anyKind };

/** The project of what club apps need on the host. @param vault the namespace in which Vault's policies and roles lie */
export const hostParts = (vault: string): ProjectProps => ({
  description: 'What club apps need on the host cluster',
  clusterKinds: [{ group: 'dns.gcp.upbound.io', kind: 'RecordSet' }],
  namespacedKinds: [
    { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
    { group: 'redhatcop.redhat.io', kind: 'GitHubSecretEngineRole' },
    { group: 'redhatcop.redhat.io', kind: 'KubernetesAuthEngineRole' },
    { group: 'redhatcop.redhat.io', kind: 'Policy' },
    { group: 'redhatcop.redhat.io', kind: 'RandomSecret' },
    { group: 'redhatcop.redhat.io', kind: 'VaultSecret' },
    { group: 'secrets-store.csi.x-k8s.io', kind: 'SecretProviderClass' },
  ],
  destinations: [{ name: 'in-cluster', namespace: vault }],
});
