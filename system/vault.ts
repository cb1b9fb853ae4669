import { k8s } from 'cdk8s-plus-28';
import { bootstrapSecret, type Platform, SystemService } from '#constructs';
import { certManager } from './cert-manager.js';
import { chart } from './charts.js';
import { mayastor } from './mayastor.js';
import { unsealKey } from './unseal-key.js';
import { container, pod, size, vaultServer } from './vault-server.js';
import { caFile, caMount, caVolume, vaultTls } from './vault-tls.js';

const namespace = 'vault';

/**
 * Secrets: three servers that unseal themselves, the injector and the CSI provider that bring them to pods. How it is
 * initialised is in docs/bootstrap.md.
 */
export const vault = (platform: Platform) => {
  const service = new SystemService(platform, 'vault', {
    podSecurity: { privileged: 'the socket of the CSI provider lies in a folder of the node' },
    charts: [{ chart: chart('vault'), values }], // 0.26 lacks a permission that two injectors need
    dependsOn: [mayastor, certManager, unsealKey],
    admits: [
      { from: 'anyone', ports: [8200] }, // pods of every namespace ask for their secrets
      { from: 'anyone', ports: [8080, 9443] }, // webhooks: of the injector, and of the operator beside it
    ],
    // The injector makes its own certificate.
    ignoreDifferences: [
      {
        group: 'admissionregistration.k8s.io',
        kind: 'MutatingWebhookConfiguration',
        name: 'vault-agent-injector-cfg',
        jsonPointers: ['/webhooks/0/clientConfig/caBundle'],
      },
    ],
  });
  bootstrapSecret(service, 'kms-creds', {
    'credentials.json':
      'key of the Google service account that may use the key ring prod-vault-keyring, with the roles ' +
      'cloudkms.cryptoKeyEncrypterDecrypter and cloudkms.viewer',
  });
  vaultTls(service);
  return service;
};

/** Configures Vault from custom resources, and copies Secrets out of it. */
export const vaultConfigOperator = (platform: Platform) => {
  const name = 'vault-config-operator';
  const service = new SystemService(platform, name, {
    namespace,
    podSecurity: 'other',
    charts: [{ chart: chart(name), values: operatorValues }],
    dependsOn: [vault, certManager],
  });
  new k8s.KubePodDisruptionBudget(service, 'budget', {
    metadata: { name },
    spec: {
      maxUnavailable: k8s.IntOrString.fromNumber(1),
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
      selector: { matchLabels: { 'app.kubernetes.io/name': name } },
    },
  });
  return service;
};

/** The values that differ from the chart's own. */
const values = {
  global: { tlsDisable: false },
  server: vaultServer,
  ui: { enabled: true },
  injector: {
    replicas: 2,
    podDisruptionBudget: { maxUnavailable: 1 },
    image: { tag: '1.4.2' },
    resources: { requests: size('250m', '256Mi'), limits: size('250m', '256Mi') },
    securityContext: { pod, container: { ...container, readOnlyRootFilesystem: true } },
  },
  csi: {
    enabled: true,
    daemonSet: { providersDir: '/var/run/secrets-store-csi-providers' }, // where the driver looks first
    agent: { enabled: false }, // a cache only: the provider asks Vault itself
    volumes: [caVolume],
    volumeMounts: [caMount],
    extraArgs: [`-vault-tls-ca-cert=${caFile}`],
    resources: { requests: size('10m', '32Mi'), limits: size('100m', '128Mi') },
  },
};

const operatorValues = {
  replicaCount: 2, // no custom resource of Vault can change while its webhooks are away
  enableCertManager: true, // its webhooks' certificate
  enableMonitoring: false, // it wants the Prometheus operator
  env: [
    { name: 'VAULT_ADDR', value: 'https://vault.vault.svc:8200' },
    { name: 'VAULT_CACERT', value: caFile },
  ],
  volumes: [caVolume],
  volumeMounts: [caMount],
  podSecurityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  resources: { requests: size('100m', '250Mi'), limits: size('500m', '512Mi') },
};
