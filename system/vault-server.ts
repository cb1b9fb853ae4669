import { settings } from './settings.js';
import { tlsSecret } from './vault-tls.js';

const image = { repository: 'ghcr.io/clubcedille/vault', tag: 'v0.1.2' }; // hashicorp/vault with the plugin for GitHub
const certificates = `/vault/userconfig/${tlsSecret}`;

/** Resources, by CPU and memory. */
export const size = (cpu: string, memory: string) => ({ cpu, memory });
/** What the pods of Vault may do: what Pod Security `restricted` lets them. */
export const pod = {
  runAsNonRoot: true,
  runAsUser: 100,
  runAsGroup: 1000,
  fsGroup: 1000,
  seccompProfile: { type: 'RuntimeDefault' },
};
export const container = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

/** Vault reads its certificate and opens its audit log when it starts or is sent SIGHUP, and a full disk stops it. */
const renewal = `seen=$(md5sum ${certificates}/tls.crt)
while sleep 60; do
  if [ "$(stat -c %s /vault/audit/audit.log 2>/dev/null || echo 0)" -gt 1000000000 ]; then
    mv -f /vault/audit/audit.log /vault/audit/audit.log.1 && seen=
  fi
  now=$(md5sum ${certificates}/tls.crt)
  if [ "$now" != "$seen" ]; then kill -HUP $(pidof vault) && seen=$now; fi
done
`;

const config = `ui = true
disable_mlock = true
plugin_directory = "/vault/plugins"

listener "tcp" {
  address         = "[::]:8200"
  cluster_address = "[::]:8201"
  tls_cert_file   = "${certificates}/tls.crt"
  tls_key_file    = "${certificates}/tls.key"
}

storage "raft" {
  path = "/vault/data"
${[0, 1, 2]
  .map(
    (replica) => `
  retry_join {
    leader_api_addr     = "https://vault-${replica}.vault-internal:8200"
    leader_ca_cert_file = "${certificates}/ca.crt"
  }
`,
  )
  .join('')}}

service_registration "kubernetes" {}

seal "gcpckms" {
  project    = "plateforme-cedille"
  region     = "northamerica-northeast1"
  key_ring   = "prod-vault-keyring"
  crypto_key = "prod-vault-cryptokey"
}
`;

const storage = { enabled: true, size: '10Gi', storageClass: settings.storage.database };

/** The chart's values for the servers: what differs from its own. */
export const vaultServer = {
  image,
  resources: { requests: size('1', '4Gi'), limits: size('2', '8Gi') },
  statefulSet: { securityContext: { pod, container } },
  // Ready before it is initialised and while it unseals, or it could not be initialised through its Service.
  readinessProbe: { path: '/v1/sys/health?standbyok=true&sealedcode=204&uninitcode=204' },
  livenessProbe: { enabled: true, path: '/v1/sys/health?standbyok=true&uninitcode=204' },
  extraEnvironmentVars: {
    VAULT_CACERT: `${certificates}/ca.crt`,
    GOOGLE_APPLICATION_CREDENTIALS: '/vault/userconfig/kms-creds/credentials.json',
  },
  extraVolumes: [tlsSecret, 'kms-creds'].map((name) => ({ type: 'secret', name })),
  shareProcessNamespace: true,
  extraContainers: [
    {
      name: 'renewal',
      image: `${image.repository}:${image.tag}`,
      command: ['/bin/sh', '-c', renewal],
      resources: { requests: size('5m', '16Mi'), limits: size('50m', '32Mi') },
      securityContext: { ...container, readOnlyRootFilesystem: true },
      volumeMounts: [
        { name: 'audit', mountPath: '/vault/audit' },
        { name: `userconfig-${tlsSecret}`, mountPath: certificates, readOnly: true },
      ],
    },
  ],
  dataStorage: storage,
  auditStorage: storage,
  ha: {
    enabled: true,
    replicas: 3,
    apiAddr: 'https://$(VAULT_K8S_POD_NAME).vault-internal.vault.svc:8200', // the certificate names no pod address
    raft: { enabled: true, setNodeId: true, config },
  },
};
